#pragma once

#include "domain/agreement.h"
#include "picture/picture.h"

namespace entente::picture {

// Small drawings that tell kinds apart where colour alone doesn't; each in a square of 10 pixels at
// `topLeft`.
constexpr double glyphSize = 10;
Shape kindGlyph(domain::FirmKind kind, QPointF topLeft, Rgba colour);
Shape headingGlyph(domain::Heading heading, QPointF topLeft, Rgba colour);

} // namespace entente::picture
