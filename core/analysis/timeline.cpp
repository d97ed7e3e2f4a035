#include "analysis/timeline.h"

#include <algorithm>

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

namespace {

class Collector
{
public:
    void take(const Agreement &agreement)
    {
        const ThingRef thing = ThingRef::of(agreement.id);
        add(Kind::Announced, thing, agreement.title, agreement.announced);
        add(Kind::Signed, thing, agreement.title, agreement.signedOn);
        takePeriod(thing, agreement.title, agreement.period, startOf(agreement));
        add(Kind::Trial, thing, agreement.title, agreement.trial);
        for (const domain::Clause &clause : agreement.clauses) {
            if (clause.period && clause.period != agreement.period)
                takePeriod(ThingRef::of(domain::ClauseRef{agreement.id, clause.id}),
                           nameOf(clause, agreement), clause.period, Kind::Begins);
        }
    }

    QList<DatedEvent> sorted()
    {
        std::stable_sort(m_events.begin(), m_events.end(), [](const DatedEvent &a, const DatedEvent &b) {
            return a.date.first() < b.date.first();
        });
        return m_events;
    }

private:
    static QString nameOf(const domain::Clause &clause, const Agreement &agreement)
    {
        const QString name = clause.title.isEmpty() ? domain::clauseKindInWords(clause.kind) : clause.title;
        return QStringLiteral("%1 of %2").arg(name, agreement.title);
    }

    // A proceeding that is only considered is not filed yet.
    static Kind startOf(const Agreement &agreement)
    {
        const bool isFiled =
            agreement.kind == QLatin1String("litigation") && agreement.status != domain::Status::Considered;
        return isFiled ? Kind::Filed : Kind::Begins;
    }

    void takePeriod(const ThingRef &thing, const QString &name, const std::optional<domain::Period> &period,
                    Kind start)
    {
        if (!period)
            return;
        add(period->isSingleDate() ? Kind::Occurs : start, thing, name, period->start());
        if (!period->isSingleDate())
            add(Kind::Ends, thing, name, period->end());
    }

    void add(Kind kind, const ThingRef &thing, const QString &name, const std::optional<EventDate> &date)
    {
        if (date)
            m_events.append({kind, thing, *date,
                             QStringLiteral("%1: %2 %3").arg(name, toWord(kind), domain::toWords(*date))});
    }

    QList<DatedEvent> m_events;
};

} // namespace

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
    std::optional<EventDate> best;
    for (const DatedEvent &event : events) {
        if (event.date.last() < day && (!best || event.date.last() > best->last()))
            best = event.date;
    }
    return best;
}

std::optional<EventDate> dateAfter(const QList<DatedEvent> &events, QDate day)
{
    std::optional<EventDate> best;
    for (const DatedEvent &event : events) {
        if (event.date.last() > day && (!best || event.date.last() < best->last()))
            best = event.date;
    }
    return best;
}

} // namespace entente::analysis
