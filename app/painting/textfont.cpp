#include "painting/textfont.h"

#include "picture/textlayout.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::painting {

namespace {

constexpr int bitmapScale = 2; // pixels of an emoji's image for each of the base size: sharp in print

// A glyph at the base size, relative to the text's baseline.
struct PlacedGlyph
{
    QRawFont font;
    quint32 index = 0;
    QPointF position;
    bool isBitmap = false;
};

// Told by the tables: asking FreeType for an outline of such a font changes its metrics for good.
bool isColourFont(const QRawFont &font)
{
    for (const char *table : {"CBLC", "sbix", "COLR"}) {
        if (!font.fontTable(table).isEmpty())
            return true;
    }
    return false;
}

// As one line at the base size whose baseline starts at the origin.
void layOut(QTextLayout &layout)
{
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e9);
    line.setPosition({0, -line.ascent()});
    layout.endLayout();
}

QList<PlacedGlyph> glyphsOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layOut(layout);
    QList<PlacedGlyph> glyphs;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        const bool isColour = isColourFont(run.rawFont());
        for (qsizetype i = 0; i < indexes.size(); ++i)
            glyphs.append({run.rawFont(), indexes.at(i), positions.at(i), isColour});
    }
    return glyphs;
}

QList<PlacedGlyph> glyphsOf(const picture::Text &text, const QString &family)
{
    return glyphsOf(picture::inDirection(text), baseFont(text.style, family));
}

// Latin, Greek, Cyrillic, Hebrew and Arabic stand below the first emoji that is not drawn as text by default;
// of Japanese, Chinese and Korean letters only two may be drawn as emoji. To lay text out takes far longer.
bool mayHoldBitmaps(const QString &text)
{
    constexpr char16_t firstEmoji = 0x203c;
    const auto isEastAsian = [](char16_t c) {
        return (c >= 0x3040 && c < 0xd800 && c != 0x3297 && c != 0x3299) || (c >= 0xf900 && c <= 0xfaff) ||
               (c >= 0xff00 && c <= 0xffef);
    };
    return std::any_of(text.begin(), text.end(),
                       [&](QChar c) { return c.unicode() >= firstEmoji && !isEastAsian(c.unicode()); });
}

bool isBitmapCluster(const QString &cluster, const QFont &font)
{
    if (!mayHoldBitmaps(cluster))
        return false;
    const QList<PlacedGlyph> glyphs = glyphsOf(cluster, font);
    return std::any_of(glyphs.begin(), glyphs.end(), [](const PlacedGlyph &glyph) { return glyph.isBitmap; });
}

// Starts and ends, by turns, of the runs of characters that are no bitmaps.
QList<qsizetype> borders(const QString &text, const QFont &font)
{
    QList<qsizetype> result;
    bool inside = false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        if (isBitmapCluster(text.mid(start, end - start), font) == inside) {
            result.append(start);
            inside = !inside;
        }
        start = end;
    }
    if (inside)
        result.append(text.size());
    return result;
}

double leftOf(const QList<QGlyphRun> &runs)
{
    double left = std::numeric_limits<double>::infinity();
    for (const QGlyphRun &run : runs) {
        for (QPointF position : run.positions())
            left = std::min(left, position.x());
    }
    return std::isinf(left) ? 0 : left;
}

QTransform toPicture(const picture::Text &text)
{
    const double scale = text.style.size / basePixelSize;
    return {scale, 0, 0, scale, text.baseline.x(), text.baseline.y()};
}

QImage imageOf(const PlacedGlyph &glyph, const QRectF &box)
{
    QImage image((box.size() * bitmapScale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(bitmapScale, bitmapScale);
    QGlyphRun run;
    run.setRawFont(glyph.font);
    run.setGlyphIndexes({glyph.index});
    run.setPositions({QPointF()});
    painter.drawGlyphRun(-box.topLeft(), run);
    return image;
}

} // namespace

QPainterPath outlineOf(const picture::Text &text, const QString &family)
{
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    for (const PlacedGlyph &glyph : glyphsOf(text, family)) {
        if (!glyph.isBitmap)
            outline.addPath(glyph.font.pathForGlyph(glyph.index).translated(glyph.position));
    }
    return toPicture(text).map(outline);
}

QList<GlyphBitmap> bitmapsOf(const picture::Text &text, const QString &family)
{
    QList<GlyphBitmap> bitmaps;
    if (!mayHoldBitmaps(text.text))
        return bitmaps;
    for (const PlacedGlyph &glyph : glyphsOf(text, family)) {
        const QRectF box = glyph.isBitmap ? glyph.font.boundingRect(glyph.index) : QRectF();
        if (box.isEmpty()) // blanks
            continue;
        bitmaps.append({toPicture(text).mapRect(box.translated(glyph.position)), imageOf(glyph, box)});
    }
    return bitmaps;
}

QList<picture::Text> piecesBesideBitmaps(const picture::Text &text, const QString &family)
{
    const QFont font = baseFont(text.style, family);
    const int isolate = text.rightToLeft ? 1 : 0; // the character before the text, see inDirection()
    QTextLayout layout(picture::inDirection(text), font);
    layOut(layout);
    const QList<qsizetype> ends = borders(text.text, font);
    QList<picture::Text> pieces;
    for (qsizetype i = 0; i + 1 < ends.size(); i += 2) {
        const QString untrimmed = text.text.mid(ends[i], ends[i + 1] - ends[i]);
        picture::Text piece = text;
        piece.text = untrimmed.trimmed(); // a blank at an end may change sides where the piece stands alone
        if (piece.text.isEmpty())
            continue;
        const int start = int(ends[i] + untrimmed.indexOf(piece.text));
        const double left = leftOf(layout.glyphRuns(start + isolate, int(piece.text.size())));
        piece.baseline = toPicture(text).map(QPointF(left, 0));
        pieces.append(piece);
    }
    return pieces;
}

} // namespace entente::painting
