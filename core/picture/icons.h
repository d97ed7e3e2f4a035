#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// Small signs as filled paths in a square, so that colour never stands alone.
Path iconOf(domain::FirmKind kind, const QRectF &square);
Path iconOf(domain::Heading heading, const QRectF &square);

} // namespace entente::picture
