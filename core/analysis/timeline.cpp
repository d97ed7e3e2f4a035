#include "analysis/timeline.h"

#include <algorithm>
#include <vector>

namespace entente::analysis {

using domain::Agreement;
using domain::EventDate;
using domain::ThingRef;
using Kind = DatedEvent::Kind;

QString toWord(Kind kind)
{
    switch (kind) {
    case Kind::Announced:
        return QStringLiteral("announced");
    case Kind::Signed:
        return QStringLiteral("signed");
    case Kind::Begins:
        return QStringLiteral("begins");
    case Kind::Occurs:
        return QStringLiteral("takes place");
    case Kind::Ends:
        return QStringLiteral("ends");
    case Kind::Filed:
        return QStringLiteral("filed");
    case Kind::Trial:
        return QStringLiteral("trial");
    }
    return {};
}

DatedEvent::DatedEvent(Kind what, const ThingRef &whose, const EventDate &when)
    : kind(what)
    , thing(whose)
    , date(when)
    , days{int(when.earliest().toJulianDay()), int(when.first().toJulianDay()),
           int(when.last().toJulianDay()), int(when.latest().toJulianDay())}
{}

namespace {

class Collector
{
public:
    void take(const Agreement &agreement)
    {
        const ThingRef thing = ThingRef::of(agreement.id);
        add(Kind::Announced, thing, agreement.announced);
        add(Kind::Signed, thing, agreement.signedOn);
        takePeriod(thing, agreement.period, startOf(agreement));
        add(Kind::Trial, thing, agreement.trial);
        for (const domain::Clause &clause : agreement.clauses) {
            if (clause.period && clause.period != agreement.period)
                takePeriod(ThingRef::of(domain::ClauseRef{agreement.id, clause.id}), clause.period,
                           Kind::Begins);
        }
    }

    QList<DatedEvent> sorted()
    {
        std::vector<std::pair<int, qsizetype>> order; // by the first day, then as they were found
        order.reserve(size_t(m_events.size()));
        for (qsizetype i = 0; i < m_events.size(); ++i)
            order.emplace_back(m_events.at(i).days.first, i);
        std::sort(order.begin(), order.end());
        QList<DatedEvent> sorted;
        sorted.reserve(m_events.size());
        for (const auto &[day, i] : order)
            sorted.append(std::move(m_events[i]));
        return sorted;
    }

private:
    // A proceeding that is only considered is not filed yet.
    static Kind startOf(const Agreement &agreement)
    {
        const bool isFiled =
            agreement.kind == QLatin1String("litigation") && agreement.status != domain::Status::Considered;
        return isFiled ? Kind::Filed : Kind::Begins;
    }

    void takePeriod(const ThingRef &thing, const std::optional<domain::Period> &period, Kind start)
    {
        if (!period)
            return;
        add(period->isSingleDate() ? Kind::Occurs : start, thing, period->start());
        if (!period->isSingleDate())
            add(Kind::Ends, thing, period->end());
    }

    void add(Kind kind, const ThingRef &thing, const std::optional<EventDate> &date)
    {
        if (date)
            m_events.append({kind, thing, *date});
    }

    QList<DatedEvent> m_events;
};

} // namespace

QString nameOf(const DatedEvent &event, const domain::Scenario &scenario)
{
    if (event.thing.kind == domain::ThingKind::Agreement) {
        const Agreement *agreement = scenario.agreement(domain::AgreementId(event.thing.id));
        return agreement ? agreement->title : QString();
    }
    const domain::ClauseRef ref = event.thing.clauseRef();
    const Agreement *agreement = scenario.agreement(ref.agreement);
    const domain::Clause *clause = scenario.clause(ref);
    if (!agreement || !clause)
        return {};
    const QString name = clause->title.isEmpty() ? domain::clauseKindInWords(clause->kind) : clause->title;
    return QStringLiteral("%1 of %2").arg(name, agreement->title);
}

QString sentenceOf(const DatedEvent &event, const domain::Scenario &scenario)
{
    return QStringLiteral("%1: %2 %3")
        .arg(nameOf(event, scenario), toWord(event.kind), domain::toWords(event.date));
}

QList<DatedEvent> datedEvents(const domain::Scenario &scenario)
{
    Collector collector;
    for (const Agreement &agreement : scenario.agreements)
        collector.take(agreement);
    return collector.sorted();
}

// A date stands for its last day, as everywhere where something is asked as of a date.
std::optional<EventDate> dateBefore(const QList<DatedEvent> &events, QDate day)
{
    const qint64 limit = day.toJulianDay();
    const DatedEvent *best = nullptr;
    for (const DatedEvent &event : events) {
        if (event.days.last < limit && (!best || event.days.last > best->days.last))
            best = &event;
    }
    return best ? std::optional(best->date) : std::nullopt;
}

std::optional<EventDate> dateAfter(const QList<DatedEvent> &events, QDate day)
{
    const qint64 limit = day.toJulianDay();
    const DatedEvent *best = nullptr;
    for (const DatedEvent &event : events) {
        if (event.days.last > limit && (!best || event.days.last < best->days.last))
            best = &event;
    }
    return best ? std::optional(best->date) : std::nullopt;
}

} // namespace entente::analysis
