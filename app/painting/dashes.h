#pragma once

#include "picture/picture.h"

#include <QPainterPath>

namespace entente::painting {

// The dashes of a path as a path to stroke: counted from where the path begins, so that they are the same
// whichever part of it is painted. (QPainter counts them from where it clips a line.) Without dashes, the
// path itself. `near` is what is seen; what lies elsewhere is left out, since to stroke all of a long line
// for a part of it takes long. `scale`: pixels a unit, for how finely curves are broken.
QPainterPath dashed(const picture::Path &path, const QList<double> &dashes, const QRectF &near, double scale);

} // namespace entente::painting
