#pragma once

#include "layout/placement.h"

namespace entente::layout {

// A part of a request that nothing ties to the rest, as a request of its own, and the indices that its things
// have in the whole.
struct Component
{
    LayoutRequest request; // without links, which are drawn over the whole
    QList<int> nodes;
    QList<int> groups;
    QList<int> edges;
};

QList<Component> split(const LayoutRequest &request); // in the order of their first nodes

// Puts the components' placements side by side, largest first, in rows near the wished aspect.
Placement pack(const LayoutRequest &request, const QList<Component> &components,
               const QList<Placement> &placements);

// Where rectangles of these sizes go, in rows; parallel to `sizes`, top left corners.
QList<QPointF> packInRows(const QList<QSizeF> &sizes, double aspect, double gap);

} // namespace entente::layout
