#include "picture/overview.h"

#include "picture/colour.h"
#include "picture/itemreader.h"
#include "picture/textlayout.h"

#include <algorithm>
#include <optional>

namespace entente::picture {

namespace {

constexpr double screenSize = 11; // of a label, in pixels of the screen
constexpr double screenGap = 3;
constexpr double mostWidth = 140; // a longer name is elided
constexpr double leastWidth = 24; // what a name takes at least: where that is taken, none is measured
constexpr int mostLabels = 400;
constexpr int mostMisses = 4000; // names that found no room; the rest are of less prominent firms still
constexpr size_t mostDots = 2000;
constexpr qsizetype mostKept = 20'000;
const TextStyle screenStyle{screenSize, 600, false};

// What is taken on the screen, found through a grid.
class TakenSpace
{
public:
    explicit TakenSpace(QSizeF screen)
        : m_columns(int(screen.width() / cell) + 1)
        , m_rows(int(screen.height() / cell) + 1)
        , m_cells(size_t(m_columns) * size_t(m_rows))
    {}

    bool isFree(const QRectF &box) const
    {
        bool free = true;
        forCells(box, [&](size_t at) {
            for (const QRectF &other : m_cells[at])
                free = free && !other.intersects(box);
        });
        return free;
    }

    void take(const QRectF &box)
    {
        forCells(box, [&](size_t at) { m_cells[at].push_back(box); });
    }

private:
    static constexpr double cell = 64; // in pixels

    template <typename Visit> void forCells(const QRectF &box, Visit visit) const
    {
        const auto within = [](double at, int count) { return std::clamp(int(at / cell), 0, count - 1); };
        for (int y = within(box.top(), m_rows); y <= within(box.bottom(), m_rows); ++y) {
            for (int x = within(box.left(), m_columns); x <= within(box.right(), m_columns); ++x)
                visit(size_t(y) * size_t(m_columns) + size_t(x));
        }
    }

    int m_columns;
    int m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

// The card's name without its kind, which the title ends with.
QString nameIn(const QString &title)
{
    const qsizetype comma = title.lastIndexOf(u',');
    return comma > 0 ? title.left(comma) : title;
}

Rgba colourOn(Rgba background, ItemReader item)
{
    while (item.next()) {
        if (item.kind() == ElementTag::Text)
            return std::get<Text>(item.element()).colour;
    }
    return contrast(rgb(0), background) > 4.5 ? rgb(0) : rgb(0xffffff);
}

} // namespace

OverviewNames::OverviewNames(const Picture &picture)
    : m_items(picture.items)
    , m_background(picture.background)
{
    std::vector<std::pair<int, quint32>> firms;
    ItemReader item(m_items);
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.roleAt(i) != Role::Firm)
            continue;
        item.seek(i);
        firms.emplace_back(-item.prominence(), quint32(i));
    }
    std::sort(firms.begin(), firms.end());
    m_places.reserve(firms.size());
    for (const auto &[prominence, index] : firms) {
        const QRectF box = m_items.boxAt(index);
        m_places.push_back(
            {float(box.center().x()), float(box.center().y()), float(box.height() * 0.36), index});
    }
}

const OverviewNames::Name &OverviewNames::nameOf(quint32 index, const TextMeasure &measure)
{
    const auto known = m_names.find(index);
    if (known != m_names.end())
        return *known;
    if (m_names.size() >= mostKept)
        m_names.clear();
    ItemReader item(m_items);
    item.seek(index);
    const QString text = elided(nameIn(item.title()), screenStyle, mostWidth, measure);
    return *m_names.insert(index, {text, measure.advance(text, screenStyle), colourOn(m_background, item)});
}

// The dots in sight, that no label is to cover; empty where they are too many to be seen one by one.
std::vector<QRectF> OverviewNames::dotsIn(const QRectF &shown, double scale) const
{
    std::vector<QRectF> dots;
    for (const Place &place : m_places) {
        const double radius = double(place.radius) * scale;
        const QPointF centre = QPointF(double(place.x), double(place.y)) * scale - shown.topLeft();
        const QRectF dot(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
        if (!QRectF(QPointF(), shown.size()).intersects(dot))
            continue;
        if (dots.size() == mostDots)
            return {};
        dots.push_back(dot);
    }
    return dots;
}

QList<Text> OverviewNames::labelsIn(const QRectF &area, double scale, const TextMeasure &measure)
{
    const double ascent = measure.ascent(screenStyle);
    const double height = ascent + measure.descent(screenStyle);
    const QRectF shown(area.topLeft() * scale, area.size() * scale);
    TakenSpace taken(shown.size());
    TakenSpace dots(shown.size());
    for (const QRectF &dot : dotsIn(shown, scale))
        dots.take(dot);
    QList<Text> labels;
    int misses = 0;
    for (const Place &place : m_places) {
        const double radius = double(place.radius) * scale;
        const QPointF centre = QPointF(double(place.x), double(place.y)) * scale - shown.topLeft();
        const QRectF reach(centre, QSizeF());
        if (!reach.adjusted(-mostWidth - radius, -height - radius, mostWidth + radius, height + radius)
                 .intersects(QRectF(QPointF(), shown.size())))
            continue;
        if (labels.size() >= mostLabels || misses >= mostMisses)
            break;
        // Below its dot, above it, to its right or its left: the first that is free.
        const auto placeFor = [&](double width) -> std::optional<QRectF> {
            const double aside = radius + screenGap;
            for (const QPointF corner :
                 {centre + QPointF(-width / 2, radius + 1), centre - QPointF(width / 2, radius + 1 + height),
                  centre + QPointF(aside, -height / 2), centre - QPointF(aside + width, height / 2)}) {
                const QRectF box(corner, QSizeF(width, height));
                if (taken.isFree(box.adjusted(-screenGap, -screenGap, screenGap, screenGap)) &&
                    dots.isFree(box.adjusted(0, 1, 0, -1)))
                    return box;
            }
            return std::nullopt;
        };
        ++misses;
        if (!placeFor(leastWidth))
            continue;
        const Name &name = nameOf(place.item, measure);
        const std::optional<QRectF> box = placeFor(name.width);
        if (!box)
            continue;
        --misses;
        taken.take(*box);
        const QPointF baseline = box->topLeft() + shown.topLeft() + QPointF(0, ascent);
        labels.append({baseline / scale,
                       name.text,
                       {screenSize / scale, 600, false},
                       name.colour,
                       name.width / scale,
                       isRightToLeft(name.text),
                       {}});
    }
    return labels;
}

} // namespace entente::picture
