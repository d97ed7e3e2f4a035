#pragma once

#include "layout/placement.h"

namespace entente::layout {

// For more things than `dot` lays out in time: groups and cards in rows by their distance from the best
// connected one, each pill next to the first of its parties. In linear time and free of overlaps; lines are
// straight and may run over cards.
Placement layOutInShelves(const LayoutRequest &request);

} // namespace entente::layout
