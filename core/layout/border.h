#pragma once

#include "layout/layoutrequest.h"

namespace entente::layout {

enum class Side { Top, Bottom, Left, Right };

constexpr double cardCornerRadius = 8;
double cornerRadius(const Node &node, const QRectF &rect); // of a pill, half its height

// Where lines may end on a side: away from the corners. `along` runs from 0 to 1.
QPointF pointOnSide(const Node &node, const QRectF &rect, Side side, double along);
QPointF outwards(Side side); // unit vector
bool isOnBorder(const Node &node, const QRectF &rect, QPointF point, double tolerance = 1.0);
// The nearest point of the rounded border.
QPointF snappedToBorder(const Node &node, const QRectF &rect, QPointF point);

} // namespace entente::layout
