#pragma once

#include "layout/bodygraph.h"
#include "layout/layoutrequest.h"

namespace entente::layout {

// Lays out one floor: components by forces each, without overlaps, then packed. Where things have hints,
// these keep their places as far as they don't overlap, and components without any come below them. Tells the
// control of as much work as there are bodies.
BodyPlaces layOutBodies(const BodyGraph &graph, const Spacing &spacing, double aspect,
                        LayoutControl &control);

QRectF extentOf(const BodyGraph &graph, const BodyPlaces &places);

} // namespace entente::layout
