#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// The room that a group's title needs at its top.
QSizeF groupTitleSize(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure);
// A tinted area with its firm's name around all that is part of the firm; deeper groups are a shade darker.
Item drawGroup(int group, const Drawing &drawing);
// Groups around at least one firm that is shown.
QBitArray shownGroups(const Drawing &drawing);

} // namespace entente::picture
