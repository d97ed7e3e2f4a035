#include "painting/labelpainter.h"

#include "painting/picturepainter.h"

#include <QPainter>

#include <cmath>

namespace entente::painting {

namespace {

constexpr qsizetype mostKept = 2000; // about ten megabytes
constexpr double room = 2;           // around a label, in device pixels: italics and marks stand over

} // namespace

void LabelPainter::draw(QPainter &painter, const QList<picture::Text> &labels, const TileView &view,
                        const QString &family)
{
    if (m_painted.size() > mostKept)
        m_painted.clear();
    for (const picture::Text &label : labels) {
        const Key key{label.text, label.colour.value, view.pixelRatio};
        auto known = m_painted.constFind(key);
        if (known == m_painted.cend())
            known = m_painted.insert(key, painted(label, view, family));
        const QPointF baseline = label.baseline * view.pixelsPerUnit() + QPointF(view.origin);
        const double ascent = label.style.size * view.pixelsPerUnit();
        painter.drawPixmap((baseline - QPointF(room, ascent + room)).toPoint(), *known);
    }
}

QPixmap LabelPainter::painted(picture::Text label, const TileView &view, const QString &family)
{
    const double size = label.style.size * view.pixelsPerUnit(); // of the type, in device pixels
    const double width = label.width * view.pixelsPerUnit();
    QPixmap pixmap(int(std::ceil(width + 2 * room)), int(std::ceil(size * 1.4 + 2 * room)));
    pixmap.fill(Qt::transparent);
    label.baseline = {room, room + size};
    label.style.size = size;
    picture::Item item;
    item.elements = {label};
    picture::Picture alone;
    alone.fontFamily = family;
    alone.items.append(item);
    QPainter painter(&pixmap);
    PaintOptions options;
    options.background = false;
    paintPicture(painter, alone, options);
    return pixmap;
}

} // namespace entente::painting
