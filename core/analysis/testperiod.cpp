#include "analysis/conflicttests.h"

#include <utility>

namespace entente::analysis {

namespace {

Dependency uncertain(const HeldClause &held, const QString &because)
{
    return {
        held.pointer(), QStringLiteral("%1 holds, though %2").arg(held.agreement->title, because), {}, {}};
}

// A bound of the days on which both run, and where it is written.
struct Bound
{
    QString pointer;
    std::optional<QDate> certain;
    std::optional<QDate> possible;
    bool isOpen() const { return certain != possible; }
};

QList<std::pair<QString, domain::Period>> periodsOf(const HeldClause &held)
{
    QList<std::pair<QString, domain::Period>> periods;
    if (held.clause->period)
        periods.append({held.pointer() + QStringLiteral("/period"), *held.clause->period});
    if (const auto period = periodOf(*held.agreement))
        periods.append({pointerToPeriod(*held.agreement), *period});
    return periods;
}

// The start and the end between which both surely run, where those are not known to the day: what keeps
// certain spans apart that may meet.
QList<Dependency> openBounds(const ClausePair &pair)
{
    Bound start;
    Bound end;
    for (const auto &[pointer, period] : periodsOf(pair.prohibiting) + periodsOf(pair.other)) {
        const domain::DaySpan certain = period.certain();
        const domain::DaySpan possible = period.possible();
        if (certain.first && (!start.certain || *start.certain < *certain.first))
            start = {pointer, certain.first, possible.first};
        if (certain.last && (!end.certain || *certain.last < *end.certain))
            end = {pointer, certain.last, possible.last};
    }
    QList<Dependency> open;
    for (const Bound &bound : {start, end}) {
        const Dependency dependency{bound.pointer, QStringLiteral("both hold on one day"), {}, {}};
        if (bound.isOpen() && !open.contains(dependency))
            open.append(dependency);
    }
    return open;
}

Finding overlap(const ClausePair &pair)
{
    if (!pair.prohibiting.possibleDays().overlaps(pair.other.possibleDays()))
        return {Truth::No};
    if (pair.prohibiting.certainDays().overlaps(pair.other.certainDays()))
        return {};
    return {
        Truth::Depends, {QStringLiteral("Whether both hold on one day is not certain.")}, openBounds(pair)};
}

} // namespace

Finding testPeriod(const ClausePair &pair, const AsOf &asOf)
{
    Finding result = overlap(pair);
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        const Holding holds = holding(*held.clause, *held.agreement, asOf);
        Finding finding{holds.truth, {}, {}, false};
        if (holds.truth == Truth::Depends) {
            finding.because = {
                QStringLiteral("Whether %1 holds is open: %2.").arg(held.agreement->title, holds.because)};
            finding.dependsOn = {uncertain(held, holds.because)};
        }
        result = conjunction(result, finding);
    }
    return result;
}

} // namespace entente::analysis
