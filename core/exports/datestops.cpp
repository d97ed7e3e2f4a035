#include "exports/datestops.h"

#include "analysis/timeline.h"

#include <QMap>

namespace entente::exports {

using analysis::AsOf;

namespace {

// Each day once; dates that end on the same day ask the same question.
QMap<QDate, AsOf> datedStops(const domain::Scenario &scenario)
{
    QMap<QDate, AsOf> stops;
    for (const analysis::DatedEvent &event : analysis::datedEvents(scenario)) {
        if (!stops.contains(event.date.last()))
            stops.insert(event.date.last(), AsOf{event.date});
    }
    return stops;
}

QList<AsOf> thinned(const QList<AsOf> &all, qsizetype most)
{
    if (all.size() <= most)
        return all;
    QList<AsOf> some;
    for (qsizetype i = 0; i < most; ++i) // the first and the last stay
        some.append(all.at(i * (all.size() - 1) / std::max<qsizetype>(1, most - 1)));
    return some;
}

} // namespace

QList<AsOf> dateStops(const domain::Scenario &scenario, const AsOf &first, qsizetype most)
{
    QMap<QDate, AsOf> kept;
    for (const AsOf &stop : thinned(datedStops(scenario).values(), std::max<qsizetype>(1, most)))
        kept.insert(*stop.day(), stop);
    if (first.date)
        kept.insert(*first.day(), first);
    return QList<AsOf>{AsOf::any()} + kept.values();
}

QString inWords(const AsOf &asOf)
{
    return asOf.date ? QStringLiteral("as of ") + domain::toWords(*asOf.date) : QStringLiteral("at any date");
}

} // namespace entente::exports
