#pragma once

#include "layout/border.h"
#include "layout/obstacles.h"

#include <array>

namespace entente::layout {

// From one node to another: both ends on the border of their node, and the sides they lie on. Pixels.
struct Route
{
    QPointF from;
    Side fromSide;
    QPointF to;
    Side toSide;
};

// The shortest way around obstacles; a smooth curve that leaves and arrives straight. Empty where there is no
// way with that clearance, in pixels.
Curve routeAround(const Obstacles &obstacles, const Route &route, double clearance);

// A cubic from side to side, as people draw it: straight out of one node, straight into the other.
Curve sideToSide(const Route &route);
// Likewise, with all of the turn near one end: where `share` of the reach, from 0 to 1, is at the start.
Curve leaning(const Route &route, double share);
inline constexpr std::array leanings{0.6, 0.4, 0.75, 0.25, 0.95, 0.05}; // shares worth trying, in this order

} // namespace entente::layout
