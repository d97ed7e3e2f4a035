#pragma once

#include "picture/picture.h"

#include <QPainterPath>

namespace entente::painting {

QPainterPath toPainterPath(const picture::Path &path);
picture::Path fromPainterPath(const QPainterPath &path);

} // namespace entente::painting
