#pragma once

#include "picture/picture.h"

#include <QFont>
#include <QPainterPath>
#include <QPointF>

#include <optional>

namespace entente::painting {

// QFont's pixel sizes are whole numbers: text is shaped at this one and scaled, so that 11.5 pixels are 11.5
// pixels.
constexpr int basePixelSize = 64;
QFont baseFont(const picture::TextStyle &style, const QString &family);

// The text's glyphs as one path in picture units; none where a glyph has no outline (emoji are bitmaps).
std::optional<QPainterPath> outlineOf(const picture::Text &text, const QString &family);

} // namespace entente::painting
