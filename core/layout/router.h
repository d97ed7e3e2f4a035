#pragma once

#include "layout/border.h"
#include "layout/obstacles.h"

namespace entente::layout {

// The shortest way around obstacles from one point to another, both on the border of their node; a smooth
// curve that leaves and arrives straight. Empty where there is no way with that clearance.
struct Route
{
    int fromNode;
    QPointF from;
    Side fromSide;
    int toNode;
    QPointF to;
    Side toSide;
};
Curve routeAround(const Obstacles &obstacles, const Route &route, double clearance);

// A cubic from side to side, as people draw it: straight out of one node, straight into the other.
Curve sideToSide(const Route &route);
// Likewise, with all of the turn near one end: where `share` of the reach, from 0 to 1, is at the start.
Curve leaning(const Route &route, double share);

} // namespace entente::layout
