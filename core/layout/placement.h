#pragma once

#include "layout/layoutrequest.h"

namespace entente::layout {

// Coordinates and routes out; every list runs parallel to the request's.
struct Placement
{
    QList<QPointF> centres;   // of nodes
    QList<QRectF> groupBoxes; // of groups, title and padding included
    QList<Curve> edges;       // from the pill's border to the card's border
    QList<Curve> links;       // from pill border to pill border; empty where both ends are one pill
    QRectF bounds;            // of all of them

    bool isEmpty() const { return centres.isEmpty(); }
    bool operator==(const Placement &) const = default;
};

// What can be counted of a drawing. All but crossings, length and bends are to be 0.
struct Quality
{
    int nodeOverlaps = 0;
    int strangersInGroups = 0;  // nodes that overlap a group they are not in, or lie outside their own
    int groupOverlaps = 0;      // groups overlapping that neither contains the other
    int looseEnds = 0;          // edge ends that are not on their node's border
    int linesOverCards = 0;     // (line, node) pairs where the line runs over a node not its own
    int linesThroughGroups = 0; // (line, group) pairs where neither end is in the group
    int crossings = 0;          // true crossings of the drawn curves
    double length = 0;
    int bends = 0;
    double hollowArea = 0; // empty area inside groups
    bool isValid() const { return nodeOverlaps + strangersInGroups + groupOverlaps + looseEnds == 0; }
};

Quality measure(const LayoutRequest &request, const Placement &placement);

} // namespace entente::layout
