#include "analysis/conflicttests.h"

#include <algorithm>

namespace entente::analysis {

namespace {

// A bound of the days on which both run, and where it is written.
struct Bound
{
    QString pointer;
    std::optional<QDate> certain;
    std::optional<QDate> possible;
    bool isOpen() const { return certain != possible; }
};

// The start and the end between which both surely run, where those are not known to the day: what keeps
// certain spans apart that may meet.
QList<Dependency> openBounds(const ClausePair &pair)
{
    Bound start;
    Bound end;
    for (const auto &[pointer, days] : datesOf(*pair.prohibiting.clause, *pair.prohibiting.agreement) +
                                           datesOf(*pair.other.clause, *pair.other.agreement)) {
        const auto &[certain, possible] = days;
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

// Whether they share a day. On the one that is asked of they do where both hold then, which is asked beside.
Finding overlap(const ClausePair &pair, const AsOf &asOf)
{
    if (!pair.prohibiting.possibleDays().overlaps(pair.other.possibleDays()))
        return {Truth::No};
    if (asOf.day() || pair.prohibiting.certainDays().overlaps(pair.other.certainDays()))
        return {};
    return {
        Truth::Depends, {QStringLiteral("Whether both hold on one day is not certain.")}, openBounds(pair)};
}

// Whether one of them holds then, by every fact on which that hangs.
Finding holdsThen(const ClausePair &pair, const HeldClause &held, const AsOf &asOf)
{
    Finding finding{holding(*held.clause, *held.agreement, asOf).truth};
    for (const Holding &open : openFacts(*held.clause, *held.agreement, asOf)) {
        const QString name = pair.nameOf(held);
        finding.because.append(QStringLiteral("Whether %1 holds is open: %2.").arg(name, open.because));
        finding.dependsOn.append(
            {open.fact, QStringLiteral("%1 holds, though %2").arg(name, open.because), {}, {}});
    }
    return finding;
}

// Both findings, each fact named once, by the first.
Finding withoutKnownFacts(const Finding &known, Finding more)
{
    more.dependsOn.removeIf([&known](const Dependency &one) {
        return std::any_of(known.dependsOn.begin(), known.dependsOn.end(),
                           [&one](const Dependency &other) { return other.fact == one.fact; });
    });
    return conjunction(known, more);
}

} // namespace

Finding testPeriod(const ClausePair &pair, const AsOf &asOf)
{
    const Finding held =
        withoutKnownFacts(holdsThen(pair, pair.prohibiting, asOf), holdsThen(pair, pair.other, asOf));
    return withoutKnownFacts(held, overlap(pair, asOf));
}

} // namespace entente::analysis
