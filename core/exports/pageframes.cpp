#include "exports/pageframes.h"

#include <algorithm>
#include <cmath>

namespace entente::exports {

using domain::ThingRef;
using picture::Item;
using picture::Picture;
using picture::Role;

namespace {

constexpr double pageMargin = 24;
const QLatin1String conflictPrefix("conflict-");

bool isOfGraph(const Item &item)
{
    return item.role != Role::Footer && item.role != Role::Legend;
}

class FrameCollector
{
public:
    FrameCollector(const PageSubject &subject, const QList<analysis::AsOf> &stops, qsizetype firstStop)
        : m_subject(subject)
        , m_stops(stops)
        , m_firstStop(firstStop)
    {}

    PageFrames collect()
    {
        for (qsizetype theme = 0; theme < m_subject.themes.size(); ++theme)
            m_frames.spare.append(Picture());
        m_frames.legendAt.fill(0, m_stops.size());
        m_frames.mayConflictAt.fill(false, m_stops.size());
        take(m_firstStop); // comes first, so that its looks are look 0
        for (qsizetype stop = 0; stop < m_stops.size(); ++stop) {
            if (stop != m_firstStop)
                take(stop);
        }
        dropUnchanging();
        crop();
        return std::move(m_frames);
    }

private:
    void take(qsizetype stop)
    {
        const Frame frame = m_subject.draw(m_stops.at(stop));
        takeConflicts(frame, stop);
        takeLegend(frame, stop);
        QList<Picture> graphs = frame.graphs;
        for (Picture &graph : graphs)
            prepare(graph, frame.conflicts);
        if (stop == m_firstStop)
            m_frames.shown = graphs;
        for (qsizetype item = 0; item < graphs.first().items.size(); ++item)
            takeItem(graphs, item, stop);
    }

    // Without legend and footer; conflicts are called by what they join, so that each keeps its id.
    void prepare(Picture &graph, const QList<analysis::Conflict> &conflicts)
    {
        graph.items.removeIf([](const Item &item) { return !isOfGraph(item); });
        graph.items.edit([&](Item &item) {
            if (item.role != Role::Conflict || item.ghost)
                return;
            const ThingRef ref = conflictOf(item, conflicts);
            item.id = conflictPrefix + QString::number(m_conflictAt.value(ref.id, -1));
            m_frames.things.insert(item.id, ref);
        });
    }

    static ThingRef conflictOf(const Item &item, const QList<analysis::Conflict> &conflicts)
    {
        return conflicts.value(item.id.mid(conflictPrefix.size()).toInt()).ref();
    }

    void takeItem(const QList<Picture> &graphs, qsizetype index, qsizetype stop)
    {
        const Item item = graphs.first().items.at(index);
        takeThing(item);
        if (item.faded && (item.role == Role::Firm || item.role == Role::Agreement))
            m_frames.fadedAt[m_frames.things.value(item.id).toString()].append(int(stop));
        ItemLooks &looks = m_frames.looks[item.id];
        if (looks.at.isEmpty())
            looks.at.fill(-1, m_stops.size());
        QList<std::pair<int, Item>> &known = m_known[item.id];
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&item](const auto &look) { return look.second == item; });
        if (same != known.end()) {
            looks.at[stop] = same->first;
            return;
        }
        const int look = stop == m_firstStop ? 0 : keepSpare(graphs, index);
        known.append({look, item});
        looks.at[stop] = look;
    }

    int keepSpare(const QList<Picture> &graphs, qsizetype index)
    {
        const qsizetype look = m_frames.spare.first().items.size() + 1;
        for (qsizetype theme = 0; theme < graphs.size(); ++theme) {
            Item item = graphs.at(theme).items.at(index);
            item.id = QStringLiteral("look-%1").arg(look);
            m_frames.spare[theme].items.append(item);
        }
        return int(look);
    }

    void takeThing(const Item &item)
    {
        if (item.of.isEmpty() || item.ghost)
            return;
        if (item.role == Role::Firm || item.role == Role::Group)
            m_frames.things.insert(item.id, ThingRef::of(domain::FirmId(item.of.first())));
        else if (item.role == Role::Agreement || item.role == Role::Line)
            m_frames.things.insert(item.id, ThingRef::of(domain::AgreementId(item.of.first())));
    }

    void takeConflicts(const Frame &frame, qsizetype stop)
    {
        for (const analysis::Conflict &conflict : frame.conflicts) {
            if (!m_subject.scenario.clause(conflict.prohibiting) ||
                !m_subject.scenario.clause(conflict.other))
                continue; // of an agreement that isn't shown
            const ThingRef ref = conflict.ref();
            if (!m_conflictAt.contains(ref.id)) {
                m_conflictAt.insert(ref.id, int(m_frames.conflicts.size()));
                m_frames.conflicts.append({ref, {}});
                m_frames.conflictAt[ref.toString()].fill(-1, m_stops.size());
            }
            QList<ConflictAtDates> &variants = m_frames.conflicts[m_conflictAt.value(ref.id)].variants;
            auto same = std::find_if(variants.begin(), variants.end(),
                                     [&](const ConflictAtDates &v) { return v.conflict == conflict; });
            if (same == variants.end())
                same = variants.insert(variants.end(), {conflict, m_stops.at(stop)});
            m_frames.conflictAt[ref.toString()][stop] = int(same - variants.begin());
            if (conflict.verdict == analysis::Verdict::Possible)
                m_frames.mayConflictAt[stop] = true;
        }
    }

    void takeLegend(const Frame &frame, qsizetype stop)
    {
        QList<QList<Picture>> &legends = m_frames.legends;
        auto same = std::find_if(legends.begin(), legends.end(), [&frame](const QList<Picture> &legend) {
            return legend.first() == frame.legends.first();
        });
        if (same == legends.end())
            same = legends.insert(legends.end(), frame.legends);
        m_frames.legendAt[stop] = int(same - legends.begin());
    }

    void dropUnchanging()
    {
        m_frames.looks.removeIf([](const auto &entry) {
            const QList<int> &at = entry.value().at;
            return std::all_of(at.begin(), at.end(), [](int look) { return look == 0; });
        });
    }

    // One frame around what is drawn at any stop: the view stays when the date changes.
    void crop()
    {
        QRectF bounds;
        for (const QList<Picture> *pictures : {&m_frames.shown, &m_frames.spare}) {
            for (const Item &item : pictures->first().items)
                bounds |= item.box;
        }
        const QPointF by(pageMargin - std::floor(bounds.left()), // whole pixels, so that type stays sharp
                         pageMargin - std::floor(bounds.top()));
        const QSizeF size(std::ceil(bounds.width() + 2 * pageMargin),
                          std::ceil(bounds.height() + 2 * pageMargin));
        for (QList<Picture> *pictures : {&m_frames.shown, &m_frames.spare}) {
            for (Picture &picture : *pictures) {
                picture.size = size;
                picture.items.translate(by.toPoint());
            }
        }
        for (qsizetype theme = 0; theme < m_frames.spare.size(); ++theme)
            m_frames.spare[theme].fontFamily = m_frames.shown.at(theme).fontFamily;
    }

    const PageSubject &m_subject;
    const QList<analysis::AsOf> &m_stops;
    const qsizetype m_firstStop;
    PageFrames m_frames;
    QHash<QString, int> m_conflictAt; // index in m_frames.conflicts, by the ref's id
    QHash<QString, QList<std::pair<int, Item>>> m_known;
};

} // namespace

analysis::Conflict atAllDates(const PageConflict &conflict)
{
    analysis::Conflict always = conflict.variants.first().conflict;
    for (const ConflictAtDates &variant : conflict.variants) {
        always.verdict = std::min(always.verdict, variant.conflict.verdict);
        always.dependsOn.removeIf([&variant](const analysis::Dependency &dependency) {
            return !variant.conflict.dependsOn.contains(dependency);
        });
    }
    return always;
}

PageFrames collectFrames(const PageSubject &subject, const QList<analysis::AsOf> &stops, qsizetype firstStop)
{
    return FrameCollector(subject, stops, firstStop).collect();
}

} // namespace entente::exports
