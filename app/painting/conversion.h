#pragma once

#include "picture/picture.h"

#include <QColor>
#include <QPainterPath>

namespace entente::painting {

QColor toColour(picture::Rgba colour);
QPainterPath toPainterPath(const picture::Path &path); // filled by the nonzero rule, as SVG does
picture::Path fromPainterPath(const QPainterPath &path);

} // namespace entente::painting
