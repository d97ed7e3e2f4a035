#include "painting/picturepainter.h"

#include "painting/painterpath.h"
#include "painting/textfont.h"
#include "picture/colour.h"
#include "picture/textlayout.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace entente::painting {

using picture::Item;
using picture::Picture;
using picture::Rgba;
using picture::Role;
using picture::Shape;
using picture::Text;

QColor toColor(Rgba colour)
{
    return QColor::fromRgba(colour.value);
}

namespace {

constexpr double dimmedShare = 0.78; // of the background, in what is not lit
constexpr double selectionWidth = 2.2;

class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const Picture &picture, const PaintOptions &options)
        : m_painter(painter)
        , m_picture(picture)
        , m_options(options)
        , m_isPdf(painter.paintEngine()->type() == QPaintEngine::Pdf)
    {}

    void paint(const Item &item)
    {
        m_isDimmed = m_options.lit && !m_options.lit->contains(item.id) && item.role != Role::Legend &&
                     item.role != Role::Footer;
        for (const picture::Element &element : item.elements)
            std::visit([this](const auto &it) { paint(it); }, element);
        if (m_options.selected.contains(item.id))
            paintSelection(item);
    }

private:
    void paint(const Shape &shape)
    {
        if (!shape.detail.shows(m_options.scale))
            return;
        m_painter.setBrush(shape.fill.isNone() ? QBrush(Qt::NoBrush) : QBrush(toColor(seen(shape.fill))));
        m_painter.setPen(penFor(shape.stroke));
        m_painter.drawPath(toPainterPath(shape.path));
    }

    void paint(const Text &text)
    {
        if (!text.detail.shows(m_options.scale))
            return;
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
        if (image.detail.shows(m_options.scale))
            m_painter.drawImage(image.box, QImage::fromData(image.png, "PNG"));
    }

    void paintSelection(const Item &item)
    {
        const bool isPath = item.role == Role::Line || item.role == Role::Conflict;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(toColor(m_options.accent), isPath ? selectionWidth * 0.8 : selectionWidth));
        m_painter.drawPath(toPainterPath(item.outline));
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
    bool m_isPdf;
    bool m_isDimmed = false;
};

bool meets(const QRectF &box, const QRectF &area)
{
    constexpr double reach = 8; // strokes, arrowheads and selections stand over their box
    return box.left() - reach <= area.right() && box.right() + reach >= area.left() &&
           box.top() - reach <= area.bottom() && box.bottom() + reach >= area.top();
}

} // namespace

void paintPicture(QPainter &painter, const Picture &picture, const PaintOptions &options)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    if (options.background && !picture.background.isNone()) {
        const QRectF all(QPointF(), picture.size);
        painter.fillRect(options.area.isEmpty() ? all : options.area, toColor(picture.background));
    }
    ItemPainter pen(painter, picture, options);
    for (const Item &item : picture.items) {
        if (options.area.isEmpty() || meets(item.box, options.area))
            pen.paint(item);
    }
    painter.restore();
}

} // namespace entente::painting
