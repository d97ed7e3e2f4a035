#pragma once

#include "analysis/flows.h"
#include "graph/paths.h"
#include "window/resultmodel.h"

namespace entente::window {

enum class TieKind { Any, Value, Obligation };

// What joins firms by ties of that kind and holds, or may hold, at that date: parts and wholes always count.
QList<graph::Link> linksOf(const domain::Scenario &scenario, TieKind kind, const analysis::AsOf &asOf);

// A path, below it its steps with the agreements that make them.
std::vector<ResultRow> pathRows(const domain::Scenario &scenario, const graph::Paths &paths,
                                const analysis::AsOf &asOf);

} // namespace entente::window
