#pragma once

#include "layout/placement.h"

namespace entente::layout {

// The areas of the groups around their members, with padding and room for their titles. Groups without
// members are null.
QList<QRectF> fitGroups(const LayoutRequest &request, const QList<QPointF> &centres);

// Whether the group is the node's own or encloses it.
bool isInGroup(const LayoutRequest &request, int node, int group);
// Whether one of two groups encloses the other.
bool areNested(const LayoutRequest &request, int a, int b);

} // namespace entente::layout
