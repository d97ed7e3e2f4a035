#pragma once

#include "picture/picture.h"

#include <QPainterPath>

namespace entente::painting {

// The dashes of a path as a path to stroke: counted from where the path begins, so that they are the same
// whichever part of it is painted. (QPainter counts them from where it clips a line.) `near` is what is seen;
// dashes elsewhere are left out. `scale`: pixels a unit, for how finely curves are broken.
QPainterPath dashed(const picture::Path &path, const QList<double> &dashes, const QRectF &near, double scale);

} // namespace entente::painting
