#include "picture/overview.h"

#include "picture/colour.h"
#include "picture/textlayout.h"

#include <QHash>

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double screenSize = 11; // of a label, in pixels of the screen
constexpr double screenGap = 3;
constexpr double cellSize = 64; // of the grid that finds overlaps, in pixels of the screen
constexpr int mostLabels = 400;

// What is taken on the screen, found through a grid.
class TakenSpace
{
public:
    bool isFree(const QRectF &box) const
    {
        bool free = true;
        forCells(box, [&](qint64 cell) {
            for (const QRectF &other : m_cells.value(cell))
                free = free && !other.intersects(box);
        });
        return free;
    }

    void take(const QRectF &box)
    {
        forCells(box, [&](qint64 cell) { m_cells[cell].append(box); });
    }

private:
    template <typename Visit> static void forCells(const QRectF &box, Visit visit)
    {
        for (qint64 y = qint64(box.top() / cellSize) - 1; y <= qint64(box.bottom() / cellSize); ++y) {
            for (qint64 x = qint64(box.left() / cellSize) - 1; x <= qint64(box.right() / cellSize); ++x)
                visit((y << 32) ^ (x & 0xffffffff));
        }
    }

    QHash<qint64, QList<QRectF>> m_cells;
};

QList<const Item *> byProminence(const Picture &picture)
{
    QList<const Item *> firms;
    for (const Item &item : picture.items) {
        if (item.role == Role::Firm)
            firms.append(&item);
    }
    std::stable_sort(firms.begin(), firms.end(),
                     [](const Item *a, const Item *b) { return a->prominence > b->prominence; });
    return firms;
}

// The card's name without its kind, which the title ends with.
QString nameOf(const Item &item)
{
    const qsizetype comma = item.title.lastIndexOf(u',');
    return comma > 0 ? item.title.left(comma) : item.title;
}

Rgba colourOn(const Picture &picture, const Item &item)
{
    for (const Element &element : item.elements) {
        if (const auto *text = std::get_if<Text>(&element))
            return text->colour;
    }
    return contrast(rgb(0), picture.background) > 4.5 ? rgb(0) : rgb(0xffffff);
}

} // namespace

QList<Text> overviewLabels(const Picture &picture, double scale, const TextMeasure &measure)
{
    const TextStyle style{screenSize / scale, 600, false};
    const TextStyle screenStyle{screenSize, 600, false};
    QList<Text> labels;
    TakenSpace taken;
    for (const Item *item : byProminence(picture)) {
        if (labels.size() >= mostLabels)
            break;
        const QString name = elided(nameOf(*item), screenStyle, 140, measure);
        const double width = measure.advance(name, screenStyle);
        const double dot = item->box.height() * 0.36 * scale;
        const QPointF centre = item->box.center() * scale;
        const QRectF box(centre.x() - width / 2, centre.y() + dot + 1, width,
                         measure.ascent(screenStyle) + measure.descent(screenStyle));
        if (!taken.isFree(box.adjusted(-screenGap, -screenGap, screenGap, screenGap)))
            continue;
        taken.take(box);
        Text label = textAt(QPointF(box.left(), box.top() + measure.ascent(screenStyle)) / scale, name, style,
                            colourOn(picture, *item), measure);
        label.width = width / scale;
        labels.append(label);
    }
    return labels;
}

} // namespace entente::picture
