#pragma once

#include "exports/inlinesvg.h"
#include "picture/theme.h"

namespace entente::exports {

// The custom properties of the page's style sheet: the picture's colours and those of the theme's roles. Of
// two themes the reader's system chooses, unless the page is told otherwise; paper is always light.
QByteArray paletteSheet(const QList<picture::Theme> &themes, const ColourTable &colours);

} // namespace entente::exports
