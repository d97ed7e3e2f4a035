#pragma once

#include "picture/picture.h"

#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPointF>

namespace entente::painting {

// QFont's pixel sizes are whole numbers: text is shaped at this one and scaled, so that 11.5 pixels are 11.5
// pixels.
constexpr int basePixelSize = 64;
QFont baseFont(const picture::TextStyle &style, const QString &family);

// The text's glyphs as one path in picture units, without those that have no outline (emoji are bitmaps).
QPainterPath outlineOf(const picture::Text &text, const QString &family);

// A glyph without an outline, where it stands in picture units.
struct GlyphBitmap
{
    QRectF box;
    QImage image;
};
QList<GlyphBitmap> bitmapsOf(const picture::Text &text, const QString &family);
// What is left of the text between them, in pieces that stand where they do in the whole.
QList<picture::Text> piecesBesideBitmaps(const picture::Text &text, const QString &family);

} // namespace entente::painting
