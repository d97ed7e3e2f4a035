#include "picture/overview.h"

#include "picture/colour.h"
#include "picture/itemreader.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double screenSize = 11; // of a label, in pixels of the screen
constexpr double screenGap = 3;
constexpr double mostWidth = 140; // a longer name is elided
constexpr double leastWidth = 24; // what a name takes at least: where that is taken, none is measured
constexpr int mostLabels = 400;
constexpr int mostMisses = 4000; // names that found no room; the rest are of less prominent firms still
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

QList<Text> OverviewNames::labelsIn(const QRectF &area, double scale, const TextMeasure &measure)
{
    const double ascent = measure.ascent(screenStyle);
    const double height = ascent + measure.descent(screenStyle);
    const QRectF shown(area.topLeft() * scale, area.size() * scale);
    TakenSpace taken(shown.size());
    QList<Text> labels;
    int misses = 0;
    for (const Place &place : m_places) {
        const QPointF below =
            QPointF(double(place.x), double(place.y) + double(place.radius)) * scale - shown.topLeft();
        if (below.x() < -mostWidth / 2 || below.x() > shown.width() + mostWidth / 2 || below.y() < -height ||
            below.y() > shown.height())
            continue;
        if (labels.size() >= mostLabels || misses >= mostMisses)
            break;
        const auto boxOf = [&](double width) {
            return QRectF(below.x() - width / 2, below.y() + 1, width, height)
                .adjusted(-screenGap, -screenGap, screenGap, screenGap);
        };
        ++misses;
        if (!taken.isFree(boxOf(leastWidth)))
            continue;
        const Name &name = nameOf(place.item, measure);
        if (!taken.isFree(boxOf(name.width)))
            continue;
        --misses;
        taken.take(boxOf(name.width).adjusted(screenGap, screenGap, -screenGap, -screenGap));
        const QPointF baseline = below + shown.topLeft() + QPointF(-name.width / 2, 1 + ascent);
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
