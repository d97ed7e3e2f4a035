#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// A firm's card: a bar in the colour of its kind, its name in at most three lines, an icon and the kind under it.
QSizeF cardSize(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure);
Item drawCard(int firm, const Drawing &drawing);

// The bar alone and the icon, for the legend.
constexpr double iconSize = 10;

// Whether nothing that it is party to, itself or through its parts, holds at the date though something is known of it.
bool isFirmFaded(int firm, const Drawing &drawing);

} // namespace entente::picture
