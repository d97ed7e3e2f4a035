#pragma once

#include "layout/layoutcontrol.h"
#include "layout/placement.h"

namespace entente::layout {

// The layout of graphs that are too large for `dot`: linear but for sorting, 100,000 cards and
// 200,000 pills in one to two seconds.
// Cards are placed by forces, pills along the lines between them, lines are straight. Groups are laid out
// inside first, the deepest first, and then placed as boxes among the rest, so that no stranger comes between
// their members. No two nodes overlap. The same request gives the same placement, to the last bit. Where the
// control is cancelled the placement is empty.
Placement layOutMultilevel(const LayoutRequest &request, LayoutControl &control);

} // namespace entente::layout
