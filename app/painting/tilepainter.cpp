#include "painting/tilepainter.h"

#include "painting/dashes.h"
#include "painting/painterpath.h"
#include "painting/picturepainter.h"
#include "painting/rasterpen.h"
#include "picture/colour.h"
#include "picture/itemreader.h"
#include "picture/overview.h"

#include <QPainter>

#include <cmath>

namespace entente::painting {

using picture::ElementTag;
using picture::ItemReader;
using picture::Path;
using picture::PathStep;
using picture::Picture;
using picture::Rgba;

namespace {

constexpr double mostRaster = 24; // pixels: larger cards and areas have corners to see
constexpr qsizetype crowd =
    500; // items of a tile, most of them lines: a painter would take too long for them
constexpr double leastDash = 1.5;  // pixels: shorter dashes can't be told apart
constexpr double leastType = 2;    // pixels: nobody reads smaller type
constexpr double leastSeen = 0.05; // of a pixel, in area: less changes no colour
constexpr double faint = 0.25;     // pixels: of lines so thin not each is seen
constexpr int mostThinning = 8;
constexpr qsizetype leastThinned = 20'000; // items of a picture: in a smaller one each line is drawn

// One tile of an overview, or where lines crowd. What is small goes to the raster pen, the rest to the
// painter, in the picture's order.
class CrowdPainter
{
public:
    CrowdPainter(QImage &image, const Picture &picture, const TileArea &area, const QSet<QString> *lit)
        : m_picture(picture)
        , m_area(area)
        , m_lit(lit)
        , m_item(picture.items)
        , m_raster(image)
        , m_painter(&image)
        , m_bounds(QRectF(QPointF(), image.size()).adjusted(-1, -1, 1, 1))
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(-area.origin);
        m_painter.scale(area.pixelsPerUnit, area.pixelsPerUnit);
    }

    void paint(qsizetype index)
    {
        m_item.seek(index);
        m_index = index;
        m_isDimmed = m_lit && !m_lit->contains(m_item.id());
        bool isShape = true;
        ItemReader elements = m_item;
        while (isShape && elements.next())
            isShape =
                elements.kind() == ElementTag::Shape || !elements.shows(m_area.scale) || isTiny(elements);
        if (!isShape) {
            PaintOptions options;
            options.scale = m_area.scale;
            options.lit = m_lit;
            paintItems(m_painter, m_picture, {int(index)}, options);
            return;
        }
        while (m_item.next()) {
            if (m_item.kind() == ElementTag::Shape && m_item.shows(m_area.scale))
                paintShape();
        }
    }

private:
    bool isTiny(const ItemReader &element) const
    {
        return element.kind() == ElementTag::Text &&
               element.wordStyle().style.size * m_area.pixelsPerUnit < leastType;
    }
    QPointF onTile(QPointF point) const { return point * m_area.pixelsPerUnit - m_area.origin; }
    QPointF toPicture(QPointF onTile) const { return (onTile + m_area.origin) / m_area.pixelsPerUnit; }
    QRectF onTile(const QRectF &rect) const
    {
        return {onTile(rect.topLeft()), rect.size() * m_area.pixelsPerUnit};
    }
    Rgba seen(Rgba colour) const
    {
        return m_isDimmed ? picture::mixed(colour, m_picture.background, dimmedShare) : colour;
    }

    void paintShape()
    {
        const picture::ShapeStyle &style = m_item.shapeStyle();
        const ItemReader::Form form = m_item.form();
        if (form != ItemReader::Form::Any) {
            const QRectF extent = onTile(m_item.extent());
            if (!extent.intersects(m_bounds))
                return;
            if (form == ItemReader::Form::Disc && style.stroke.colour.isNone()) {
                m_raster.fillDisc(extent.center(), extent.width() / 2, seen(style.fill));
                return;
            }
            if (!style.fill.isNone() && extent.width() <= mostRaster && extent.height() <= mostRaster) {
                fillCard(extent, style);
                return;
            }
        }
        const bool isThin = style.stroke.width * m_area.pixelsPerUnit <= 1;
        const bool isLine = m_item.role() == picture::Role::Line;
        const int thinning = isLine && style.fill.isNone() ? thinningOf(style.stroke.width) : 1;
        if (isLeftOut(thinning))
            return;
        m_item.readPath(m_path);
        if (style.fill.isNone() && (isThin || isLine))
            drawLine(style, thinning);
        else if (!isLost(style))
            drawPath(style);
    }

    // Of lines much thinner than a pixel every second, fourth or eighth is drawn, as much stronger: what is
    // seen is how dense they are. What one scale shows, the finer ones show, too.
    int thinningOf(double width) const
    {
        int thinning = 1;
        const int most = m_picture.items.size() < leastThinned ? 1 : mostThinning;
        while (thinning < most && 2 * thinning * width * m_area.pixelsPerUnit <= faint)
            thinning *= 2;
        return thinning;
    }
    bool isLeftOut(int thinning) const
    {
        constexpr quint32 golden = 2654435769U; // Knuth's multiplier: neighbours in the list fall apart
        return (((quint32(m_index) * golden) >> 16) & quint32(thinning - 1)) != 0;
    }

    // In one colour: the border, thinner than a pixel, tints the card by its share.
    void fillCard(const QRectF &extent, const picture::ShapeStyle &style)
    {
        const bool hasBorder = !style.stroke.colour.isNone() && style.stroke.width > 0;
        const double half = hasBorder ? style.stroke.width * m_area.pixelsPerUnit / 2 : 0;
        const QRectF outer = extent.adjusted(-half, -half, half, half);
        const double inside =
            std::max(0.0, extent.width() - 2 * half) * std::max(0.0, extent.height() - 2 * half);
        const double share = hasBorder ? 1 - inside / (outer.width() * outer.height()) : 0;
        m_raster.fillRect(outer, seen(picture::mixed(style.fill, style.stroke.colour, share)));
    }

    // An arrowhead so small that a pixel wouldn't show it, or elsewhere.
    bool isLost(const picture::ShapeStyle &style)
    {
        const QRectF extent = onTile(m_path.bounds());
        if (!extent.adjusted(-2, -2, 2, 2).intersects(m_bounds) ||
            extent.width() * extent.height() < leastSeen)
            return true;
        if (style.fill.isNone() || !style.stroke.colour.isNone() ||
            std::max(extent.width(), extent.height()) > 2)
            return false;
        m_raster.fillRect(extent.adjusted(extent.width() / 6, extent.height() / 6, -extent.width() / 6,
                                          -extent.height() / 6),
                          seen(style.fill)); // about the area of a triangle
        return true;
    }

    void drawPath(const picture::ShapeStyle &style)
    {
        m_painter.setBrush(style.fill.isNone() ? QBrush(Qt::NoBrush) : QBrush(toColor(seen(style.fill))));
        const bool hasStroke = !style.stroke.colour.isNone() && style.stroke.width > 0;
        m_painter.setPen(hasStroke ? QPen(toColor(seen(style.stroke.colour)), style.stroke.width,
                                          Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                                   : QPen(Qt::NoPen));
        m_painter.drawPath(toPainterPath(m_path));
    }

    void drawLine(const picture::ShapeStyle &style, int thinning)
    {
        const QList<double> &dashes = style.stroke.dashes;
        double width = style.stroke.width * m_area.pixelsPerUnit * thinning;
        const Rgba colour = seen(style.stroke.colour);
        if (dashes.size() < 2) {
            drawWhole(width, colour);
        } else if (dashes.first() * m_area.pixelsPerUnit < leastDash) {
            width *= dashes.at(0) / (dashes.at(0) + dashes.at(1)); // as much paler
            drawWhole(width, colour);
        } else {
            const QRectF shown(toPicture(m_bounds.topLeft()), m_bounds.size() / m_area.pixelsPerUnit);
            const QPainterPath pieces = dashed(m_path, dashes, shown, m_area.pixelsPerUnit);
            for (int i = 1; i < pieces.elementCount(); ++i) {
                if (pieces.elementAt(i).isLineTo())
                    drawPiece(onTile(pieces.elementAt(i - 1)), onTile(pieces.elementAt(i)), width, colour);
            }
        }
    }

    void drawWhole(double width, Rgba colour)
    {
        QPointF from;
        for (const PathStep &step : m_path.steps) {
            if (step.verb == PathStep::Verb::Close)
                continue;
            const QPointF to = onTile(step.to);
            if (step.verb == PathStep::Verb::Line)
                drawPiece(from, to, width, colour);
            else if (step.verb == PathStep::Verb::Cubic)
                drawCubic(from, onTile(step.control1), onTile(step.control2), to, width, colour);
            from = to;
        }
    }

    // As many straight pieces as the eye needs: their number grows with the root of how far it bends.
    void drawCubic(QPointF from, QPointF control1, QPointF control2, QPointF to, double width, Rgba colour)
    {
        const double bend = std::max((control1 - (from * 2 + to) / 3).manhattanLength(),
                                     (control2 - (from + to * 2) / 3).manhattanLength());
        constexpr int most = 200;
        const int pieces = std::clamp(int(std::sqrt(bend * 1.5)) + 1, 1, most);
        QPointF before = from;
        for (int i = 1; i <= pieces; ++i) {
            const double t = double(i) / pieces;
            const double u = 1 - t;
            const QPointF next = from * (u * u * u) + control1 * (3 * u * u * t) +
                                 control2 * (3 * u * t * t) + to * (t * t * t);
            drawPiece(before, next, width, colour);
            before = next;
        }
    }

    void drawPiece(QPointF from, QPointF to, double width, Rgba colour)
    {
        const bool isBeside =
            std::max(from.x(), to.x()) < m_bounds.left() || std::min(from.x(), to.x()) > m_bounds.right() ||
            std::max(from.y(), to.y()) < m_bounds.top() || std::min(from.y(), to.y()) > m_bounds.bottom();
        if (!isBeside)
            m_raster.drawLine(from, to, width, colour);
    }

    const Picture &m_picture;
    const TileArea &m_area;
    const QSet<QString> *m_lit;
    ItemReader m_item;
    RasterPen m_raster;
    QPainter m_painter;
    QRectF m_bounds;
    Path m_path;
    qsizetype m_index = 0; // of the item
    bool m_isDimmed = false;
};

void paintDetail(QImage &image, const Picture &picture, const QList<int> &items, const TileArea &area,
                 const QRectF &shown, const QSet<QString> *lit)
{
    QPainter painter(&image);
    painter.translate(-area.origin);
    painter.scale(area.pixelsPerUnit, area.pixelsPerUnit);
    PaintOptions options;
    options.scale = area.scale;
    options.area = shown;
    options.lit = lit;
    paintItems(painter, picture, items, options);
}

} // namespace

void paintSmall(QImage &image, const Picture &picture, double scale)
{
    const TileArea all{QPoint(), image.size(), scale, 1};
    CrowdPainter painter(image, picture, all, nullptr);
    for (qsizetype index = 0; index < picture.items.size(); ++index)
        painter.paint(index);
}

QImage paintedTile(const Picture &picture, const picture::SpatialIndex &index, const TileArea &area,
                   const QSet<QString> *lit)
{
    QImage image(area.size, QImage::Format_RGB32);
    image.fill(toColor(picture.background));
    const QRectF shown(QPointF(area.origin) / area.pixelsPerUnit, QSizeF(area.size) / area.pixelsPerUnit);
    const QList<int> items =
        index.itemsIn(shown.adjusted(-reachOverBox, -reachOverBox, reachOverBox, reachOverBox));
    if (area.scale >= picture::overviewScale && items.size() <= crowd) {
        paintDetail(image, picture, items, area, shown, lit);
        return image;
    }
    CrowdPainter painter(image, picture, area, lit);
    for (const int item : items)
        painter.paint(item);
    return image;
}

} // namespace entente::painting
