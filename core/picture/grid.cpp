#include "picture/grid.h"

#include "picture/colour.h"
#include "picture/textlayout.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

constexpr double gap = 32;
constexpr double captionLine = 20;
const TextStyle headingStyle{22, 600, false};
const TextStyle captionStyle{14, 600, false};

struct GridShape
{
    int columns = 1;
    QSizeF cell; // of a picture
    double captionHeight = 0;
    double headingHeight = 0;

    QPointF originOf(qsizetype index) const
    {
        const auto column = double(index % columns);
        const auto row = double(index / columns);
        return {gap + column * (cell.width() + gap),
                headingHeight + gap + row * (captionHeight + cell.height() + gap)};
    }
};

GridShape shapeOf(const QList<GridCell> &cells)
{
    GridShape shape;
    shape.columns = std::max(1, int(std::ceil(std::sqrt(double(cells.size())))));
    qsizetype lines = 0;
    for (const GridCell &cell : cells) {
        shape.cell = shape.cell.expandedTo(cell.picture.size);
        lines = std::max(lines, cell.caption.size());
    }
    shape.captionHeight = captionLine * double(lines) + 6;
    shape.headingHeight = gap + headingStyle.size;
    return shape;
}

Rgba textColourOn(Rgba background)
{
    constexpr Rgba dark{0xff1a1c20};
    constexpr Rgba light{0xfff2f3f5};
    return contrast(dark, background) > contrast(light, background) ? dark : light;
}

Item captionItem(const GridCell &cell, qsizetype index, const GridShape &shape, Rgba colour,
                 const TextMeasure &measure)
{
    Item item;
    item.id = QStringLiteral("%1-caption").arg(index + 1);
    item.role = Role::Label;
    item.title = cell.caption.join(u' ');
    QPointF baseline = shape.originOf(index) + QPointF(0, captionStyle.size);
    for (const QString &line : cell.caption) {
        const QString text = elided(cleaned(line), captionStyle, shape.cell.width(), measure);
        item.elements.append(textAt(baseline, text, captionStyle, colour, measure));
        baseline.ry() += captionLine;
    }
    item.box = QRectF(shape.originOf(index), QSizeF(shape.cell.width(), shape.captionHeight));
    return item;
}

} // namespace

Picture inGrid(const QList<GridCell> &cells, const QString &heading, const TextMeasure &measure)
{
    Picture grid;
    if (cells.isEmpty())
        return grid;
    const GridShape shape = shapeOf(cells);
    const Picture &first = cells.first().picture;
    grid.background = first.background;
    grid.fontFamily = first.fontFamily;
    grid.title = heading;
    const Rgba colour = textColourOn(grid.background.isNone() ? Rgba{0xffffffff} : grid.background);
    const auto rows = double((cells.size() + shape.columns - 1) / shape.columns);
    grid.size = {gap + shape.columns * (shape.cell.width() + gap),
                 shape.headingHeight + gap + rows * (shape.captionHeight + shape.cell.height() + gap)};
    Item title;
    title.id = QStringLiteral("heading");
    title.role = Role::Label;
    title.title = heading;
    const QString text = elided(cleaned(heading), headingStyle, grid.size.width() - 2 * gap, measure);
    title.elements = {textAt({gap, gap + headingStyle.size * 0.8}, text, headingStyle, colour, measure)};
    title.box = {gap, gap, grid.size.width() - 2 * gap, headingStyle.size};
    grid.items.append(title);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        grid.items.append(captionItem(cells[i], i, shape, colour, measure));
        for (Item item : cells[i].picture.items) {
            item.id.prepend(QStringLiteral("%1-").arg(i + 1));
            translate(item, shape.originOf(i) + QPointF(0, shape.captionHeight));
            grid.items.append(item);
        }
    }
    return grid;
}

} // namespace entente::picture
