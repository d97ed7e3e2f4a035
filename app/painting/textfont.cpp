#include "painting/textfont.h"

#include "picture/textlayout.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>

namespace entente::painting {

namespace {

QList<QGlyphRun> glyphRunsOf(const picture::Text &text, const QString &family)
{
    QTextLayout layout(picture::inDirection(text), baseFont(text.style, family));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e9);
    line.setPosition({0, -line.ascent()});
    layout.endLayout();
    return layout.glyphRuns();
}

// Blanks and marks of direction have no outline either, and no box.
bool isBitmap(const QRawFont &font, quint32 glyph, const QPainterPath &path)
{
    return path.isEmpty() && !font.boundingRect(glyph).isEmpty();
}

} // namespace

std::optional<QPainterPath> outlineOf(const picture::Text &text, const QString &family)
{
    const double scale = text.style.size / basePixelSize;
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    for (const QGlyphRun &run : glyphRunsOf(text, family)) {
        const QRawFont font = run.rawFont();
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            const QPainterPath glyph = font.pathForGlyph(glyphs.at(i));
            if (isBitmap(font, glyphs.at(i), glyph))
                return std::nullopt;
            const QPointF at = text.baseline + positions.at(i) * scale;
            outline.addPath(QTransform(scale, 0, 0, scale, at.x(), at.y()).map(glyph));
        }
    }
    return outline;
}

} // namespace entente::painting
