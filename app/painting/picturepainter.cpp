#include "painting/picturepainter.h"

#include "painting/conversion.h"
#include "painting/fontmeasure.h"

#include <QPainter>

namespace entente::painting {

namespace {

using picture::Element;
using picture::Item;
using picture::Rgba;
using picture::Shape;
using picture::Text;

class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const picture::Picture &picture, const PaintOptions &options)
        : m_painter(painter)
        , m_picture(picture)
        , m_options(options)
    {
    }

    void paint(const Item &item)
    {
        m_dimmed = m_options.lit && !m_options.lit->contains(item.id);
        for (const Element &element : item.elements) {
            if (const Shape *shape = std::get_if<Shape>(&element))
                paint(*shape);
            else
                paint(std::get<Text>(element));
        }
        if (m_options.selected.contains(item.id))
            paintSelection(item);
    }

private:
    QColor colour(Rgba colour) const
    {
        constexpr double dimming = 0.78; // towards the background, so that what is lit stands out
        const QColor full = toColour(colour);
        if (!m_dimmed || colour.isNone())
            return full;
        const QColor back = toColour(m_picture.background);
        const auto mix = [](int a, int b) { return int(a + (b - a) * dimming); };
        return QColor(mix(full.red(), back.red()), mix(full.green(), back.green()), mix(full.blue(), back.blue()));
    }

    void paint(const Shape &shape)
    {
        if (!shape.detail.shows(m_options.scale))
            return;
        m_painter.setBrush(shape.fill.isNone() ? QBrush(Qt::NoBrush) : QBrush(colour(shape.fill)));
        m_painter.setPen(penFor(shape.stroke));
        m_painter.drawPath(toPainterPath(shape.path));
    }

    QPen penFor(const picture::Stroke &stroke) const
    {
        if (stroke.colour.isNone())
            return Qt::NoPen;
        QPen pen(colour(stroke.colour), stroke.width, Qt::SolidLine,
                 stroke.cap == picture::LineCap::Round ? Qt::RoundCap : Qt::FlatCap, Qt::MiterJoin);
        pen.setMiterLimit(4); // SVG's default
        if (!stroke.dashes.isEmpty()) {
            QList<qreal> pattern; // in widths of the pen
            for (double dash : stroke.dashes)
                pattern.append(dash / stroke.width);
            pen.setDashPattern(pattern);
        }
        return pen;
    }

    void paint(const Text &text)
    {
        if (!text.detail.shows(m_options.scale))
            return;
        m_painter.save();
        m_painter.translate(text.baseline);
        m_painter.scale(referenceScale(text.style), referenceScale(text.style));
        m_painter.setFont(referenceFont(text.style, m_picture.fontFamily));
        m_painter.setPen(colour(text.colour));
        m_painter.setLayoutDirection(text.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        m_painter.drawText(QPointF(0, 0), text.text);
        m_painter.restore();
    }

    void paintSelection(const Item &item)
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(toColour(m_options.accent), 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPath(toPainterPath(item.outline));
    }

    QPainter &m_painter;
    const picture::Picture &m_picture;
    const PaintOptions &m_options;
    bool m_dimmed = false;
};

bool meets(const Item &item, const QRectF &area)
{
    if (area.isNull() || item.role == picture::Role::Conflict) // a conflict's box is its mark alone
        return true;
    constexpr double beyond = 12; // arrowheads and outlines reach over a box
    const QRectF box = item.box.adjusted(-beyond, -beyond, beyond, beyond);
    return box.left() <= area.right() && area.left() <= box.right() && box.top() <= area.bottom() && area.top() <= box.bottom();
}

} // namespace

void paintPicture(QPainter &painter, const picture::Picture &picture, const PaintOptions &options)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (options.background && !picture.background.isNone()) {
        const QRectF all(QPointF(0, 0), picture.size);
        painter.fillRect(options.area.isNull() ? all : options.area, toColour(picture.background));
    }
    ItemPainter itemPainter(painter, picture, options);
    for (const Item &item : picture.items) {
        if (meets(item, options.area))
            itemPainter.paint(item);
    }
    painter.restore();
}

} // namespace entente::painting
