#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// A firm's card: a bar in the colour of its kind, its name in at most three lines, an icon and the kind under
// it.
QSizeF cardSize(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure);
Item drawCard(int firm, const Drawing &drawing);

constexpr double iconSize = 10;

} // namespace entente::picture
