#include "analysis/conflicttests.h"

namespace entente::analysis {

namespace {

// Its status and evidence alone: once begun, what it put out of force stays so when it ends.
Holding standing(const HeldClause &newer)
{
    return newer.clause ? holding(*newer.clause, *newer.agreement, AsOf::any())
                        : holding(*newer.agreement, AsOf::any());
}

// The fact that dates it, and the days on one of which it begins: empty at both ends where it has no
// beginning.
DatingFact beginning(const HeldClause &newer)
{
    if (!newer.clause)
        return {pointerToPeriod(*newer.agreement), daysOf(*newer.agreement)};
    return datesOf(*newer.clause, *newer.agreement).last();
}

QList<Holding> openStanding(const HeldClause &newer)
{
    return newer.clause ? openFacts(*newer.clause, *newer.agreement, AsOf::any())
                        : openFacts(*newer.agreement, AsOf::any());
}

// The day that is asked of, or the days on one of which both clauses first hold.
domain::DaySpan firstClash(const ClausePair &pair, const AsOf &asOf)
{
    if (asOf.day())
        return {asOf.day(), asOf.day()};
    const domain::DaySpan possible = pair.prohibiting.possibleDays().intersected(pair.other.possibleDays());
    const domain::DaySpan certain = pair.prohibiting.certainDays().intersected(pair.other.certainDays());
    return {possible.first, certain.first};
}

// Whether it has begun by the first clash; a clash without a known day reaches back for ever.
Truth hasBegun(const RunningDays &running, const domain::DaySpan &clash)
{
    const auto &earliest = running.possible.first;
    const auto &latest = running.certain.first;
    if (earliest && (!clash.last || *clash.last < *earliest))
        return Truth::No;
    if (!latest)
        return Truth::Yes;
    return clash.first && *latest <= *clash.first ? Truth::Yes : Truth::Depends;
}

Finding openSupersession(const ClausePair &pair, const HeldClause &newer, const HeldClause &older,
                         const QString &fact)
{
    const QString by = pair.index.nameOf(*newer.agreement);
    const QString of = pair.nameOf(older);
    return {Truth::Depends,
            {QStringLiteral("Whether %1 supersedes %2 is open.").arg(by, of)},
            {{fact, QStringLiteral("%1 does not yet supersede %2").arg(by, of), {}, {}}}};
}

Truth supersedes(const HeldClause &newer, const domain::DaySpan &clash)
{
    return both(hasBegun(beginning(newer).days, clash), standing(newer).truth);
}

} // namespace

std::optional<HeldClause> supersederOf(const ClausePair &pair, const HeldClause &older, const AsOf &asOf)
{
    const domain::DaySpan clash = firstClash(pair, asOf);
    for (const HeldClause &newer : pair.index.newerThan(older)) {
        if (supersedes(newer, clash) == Truth::Yes)
            return newer;
    }
    return std::nullopt;
}

Finding testSupersession(const ClausePair &pair, const HeldClause &older, const AsOf &asOf)
{
    if (supersederOf(pair, older, asOf))
        return {Truth::No};
    const domain::DaySpan clash = firstClash(pair, asOf);
    Finding result;
    for (const HeldClause &newer : pair.index.newerThan(older)) {
        if (supersedes(newer, clash) == Truth::No)
            continue;
        const DatingFact begins = beginning(newer);
        const Truth begun = hasBegun(begins.days, clash);
        if (begun == Truth::Depends)
            result = conjunction(result, openSupersession(pair, newer, older, begins.pointer));
        for (const Holding &open : openStanding(newer))
            result = conjunction(result, openSupersession(pair, newer, older, open.fact));
    }
    return result;
}

} // namespace entente::analysis
