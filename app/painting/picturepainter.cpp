#include "painting/picturepainter.h"

#include "painting/dashes.h"
#include "painting/painterpath.h"
#include "painting/textfont.h"
#include "picture/colour.h"
#include "picture/itemreader.h"
#include "picture/textlayout.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace entente::painting {

using picture::Item;
using picture::Picture;
using picture::Rgba;
using picture::Role;
using picture::Text;

QColor toColor(Rgba colour)
{
    return QColor::fromRgba(colour.value);
}

namespace {

constexpr double selectionWidth = 2.2;
constexpr double haloLightness = 0.55;
constexpr double conflictHalo = 13; // the width of the accent behind a selected conflict

class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const Picture &picture, const PaintOptions &options)
        : m_painter(painter)
        , m_picture(picture)
        , m_options(options)
        , m_item(picture.items)
        , m_isPdf(painter.paintEngine()->type() == QPaintEngine::Pdf)
        , m_isRaster(painter.paintEngine()->type() == QPaintEngine::Raster)
    {}

    void paint(qsizetype index)
    {
        m_item.seek(index);
        const bool mayBeDimmed =
            m_options.lit && m_item.role() != Role::Legend && m_item.role() != Role::Footer;
        m_isDimmed = mayBeDimmed && !m_options.lit->contains(m_item.id());
        while (m_item.next()) {
            if (!m_item.shows(m_options.scale))
                continue;
            if (m_item.kind() == picture::ElementTag::Shape)
                paintShape();
            else if (m_item.kind() == picture::ElementTag::Text)
                paint(std::get<Text>(m_item.element()));
            else
                paint(std::get<picture::Image>(m_item.element()));
        }
    }

private:
    void paintShape()
    {
        const picture::ShapeStyle &style = m_item.shapeStyle();
        const bool isDashed = m_isRaster && isBroken(style);
        m_item.readPath(m_path);
        m_painter.setBrush(style.fill.isNone() ? QBrush(Qt::NoBrush) : QBrush(toColor(seen(style.fill))));
        m_painter.setPen(isDashed ? QPen(Qt::NoPen) : penFor(style.stroke));
        if (!isDashed || !style.fill.isNone())
            m_painter.drawPath(toPainterPath(m_path));
        if (isDashed)
            paintDashes(style.stroke);
    }

    // Into dashes, or into what of a line is near.
    bool isBroken(const picture::ShapeStyle &style) const
    {
        const picture::Stroke &stroke = style.stroke;
        if (stroke.colour.isNone() || stroke.width <= 0)
            return false;
        return stroke.dashes.isEmpty() ? m_item.role() == Role::Line && style.fill.isNone()
                                       : *std::min_element(stroke.dashes.begin(), stroke.dashes.end()) > 0;
    }

    void paintDashes(picture::Stroke stroke)
    {
        const QPainterPath dashes =
            dashed(m_path, stroke.dashes,
                   m_options.area.isEmpty()
                       ? QRectF()
                       : m_options.area.adjusted(-reachOverBox, -reachOverBox, reachOverBox, reachOverBox),
                   m_painter.worldTransform().m11());
        stroke.dashes.clear();
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(penFor(stroke));
        m_painter.drawPath(dashes);
    }

    void paint(const Text &text)
    {
        // A PDF holds no bitmap glyphs, and asking their font for outlines spoils it for the whole process.
        const QList<GlyphBitmap> bitmaps =
            m_isPdf ? bitmapsOf(text, m_picture.fontFamily) : QList<GlyphBitmap>();
        if (bitmaps.isEmpty()) {
            draw(text);
            return;
        }
        for (const Text &piece : piecesBesideBitmaps(text, m_picture.fontFamily))
            draw(piece);
        for (const GlyphBitmap &bitmap : bitmaps)
            m_painter.drawImage(bitmap.box, bitmap.image);
    }

    void draw(const Text &text)
    {
        const double scale = text.style.size / basePixelSize;
        m_painter.save();
        m_painter.translate(text.baseline);
        m_painter.scale(scale, scale);
        m_painter.setFont(baseFont(text.style, m_picture.fontFamily));
        m_painter.setPen(toColor(seen(text.colour)));
        m_painter.drawText(QPointF(), picture::inDirection(text));
        m_painter.restore();
    }

    void paint(const picture::Image &image)
    {
        m_painter.drawImage(image.box, QImage::fromData(image.png, "PNG"));
    }

    QPen penFor(const picture::Stroke &stroke) const
    {
        if (stroke.colour.isNone() || stroke.width <= 0)
            return Qt::NoPen;
        QPen pen(toColor(seen(stroke.colour)), stroke.width);
        pen.setCapStyle(stroke.cap == picture::LineCap::Round ? Qt::RoundCap : Qt::FlatCap);
        pen.setJoinStyle(Qt::MiterJoin);
        pen.setMiterLimit(4); // SVG's default
        if (!stroke.dashes.isEmpty()) {
            QList<qreal> pattern; // Qt counts dashes in widths of the pen
            for (double dash : stroke.dashes)
                pattern.append(dash / stroke.width);
            pen.setDashPattern(pattern);
        }
        return pen;
    }

    Rgba seen(Rgba colour) const
    {
        return m_isDimmed ? picture::mixed(colour, m_picture.background, dimmedShare) : colour;
    }

    QPainter &m_painter;
    const Picture &m_picture;
    const PaintOptions &m_options;
    picture::ItemReader m_item;
    picture::Path m_path;
    bool m_isPdf;
    bool m_isRaster;
    bool m_isDimmed = false;
};

template <typename Visit>
void forItemsIn(const QRectF &area, const Picture &picture, const PaintOptions &options, Visit visit)
{
    const QRectF reached = area.adjusted(-reachOverBox, -reachOverBox, reachOverBox, reachOverBox);
    if (options.index && !area.isEmpty()) {
        for (const int index : options.index->itemsIn(reached))
            visit(index);
        return;
    }
    for (qsizetype index = 0; index < picture.items.size(); ++index) {
        if (area.isEmpty() || picture::meet(picture.items.boxAt(index), reached))
            visit(index);
    }
}

void setHints(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
}

} // namespace

void paintPicture(QPainter &painter, const Picture &picture, const PaintOptions &options)
{
    painter.save();
    setHints(painter);
    if (options.background && !picture.background.isNone()) {
        const QRectF all(QPointF(), picture.size);
        painter.fillRect(options.area.isEmpty() ? all : options.area, toColor(picture.background));
    }
    ItemPainter pen(painter, picture, options);
    forItemsIn(options.area, picture, options, [&pen](qsizetype index) { pen.paint(index); });
    painter.restore();
}

void paintItems(QPainter &painter, const Picture &picture, const QList<int> &indices,
                const PaintOptions &options)
{
    painter.save();
    setHints(painter);
    ItemPainter pen(painter, picture, options);
    for (const int index : indices)
        pen.paint(index);
    painter.restore();
}

void paintSelection(QPainter &painter, const Picture &picture, int index, Rgba accent, double scale)
{
    const Item item = picture.items.at(index);
    painter.setBrush(Qt::NoBrush);
    if (item.role != Role::Conflict) {
        painter.setPen(
            QPen(toColor(accent), item.role == Role::Line ? selectionWidth * 0.8 : selectionWidth));
        painter.drawPath(toPainterPath(item.outline));
        return;
    }
    // Around it: a line over it would cover the sign in its mark.
    const Rgba halo = picture::mixed(accent, picture.background, haloLightness);
    painter.setPen(QPen(toColor(halo), conflictHalo, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(toPainterPath(item.outline));
    PaintOptions options;
    options.scale = scale;
    paintItems(painter, picture, {index}, options);
}

} // namespace entente::painting
