#pragma once

#include "layout/lines.h"
#include "layout/orientation.h"
#include "layout/placement.h"
#include "layout/wireformat.h"

namespace entente::layout {

// What a candidate asks of the worker, and what comes of the answer.
wire::Job jobFor(const LayoutRequest &request, const Candidate &candidate);

// The placement with our own curves; none where the answer doesn't fit the request or breaks a rule of the
// drawing.
std::optional<Placement> placementFrom(const LayoutRequest &request, const Candidate &candidate,
                                       const wire::Answer &answer, Care care);

// Lower is better: crossings, lines over cards and through groups, length, bends, shape and empty area inside
// groups.
double score(const LayoutRequest &request, const Placement &placement, const Quality &quality);

// The best of the answers, in the candidates' order; none where no answer will do.
std::optional<Placement> bestOf(const LayoutRequest &request, const QList<Candidate> &candidates,
                                const QList<wire::Answer> &answers);

} // namespace entente::layout
