#pragma once

#include <QList>
#include <QPointF>
#include <QSizeF>

namespace entente::layout {

// Where rectangles of these sizes go, `gap` apart, so that together they fill a rectangle of about the wished
// width / height: top left corners, parallel to `sizes`. The highest go first, each to the lowest place of
// the skyline that the earlier ones make (Baker, Coffman & Rivest, "Orthogonal packings in two dimensions",
// 1980, bottom-left).
QList<QPointF> packUnderSkyline(const QList<QSizeF> &sizes, double aspect, double gap);

} // namespace entente::layout
