#pragma once

#include "layout/bodygraph.h"

namespace entente::layout {

// Puts every pill into free space on or beside the line between its bodies, nearer to the one with fewer
// pills, where there is more room; a pill of one body beside it. Each keeps `gap` to everything, so that the
// pills of parallel agreements stand side by side. `bodies` are the places of the graph's bodies.
std::vector<QPointF> placePills(const BodyGraph &graph, const std::vector<QPointF> &bodies, double gap,
                                const LayoutControl &control);

} // namespace entente::layout
