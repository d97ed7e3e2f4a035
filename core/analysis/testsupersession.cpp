#include "analysis/conflicttests.h"

#include <algorithm>

namespace entente::analysis {

namespace {

QString pointerTo(const HeldClause &newer)
{
    return newer.clause ? newer.pointer() : analysis::pointerTo(newer.agreement->id);
}

QString pointerToBeginning(const HeldClause &newer)
{
    return newer.clause && newer.clause->period ? newer.pointer() + QStringLiteral("/period")
                                                : pointerToPeriod(*newer.agreement);
}

// Its status and evidence alone: once begun, what it put out of force stays so when it ends.
Holding standing(const HeldClause &newer)
{
    return newer.clause ? holding(*newer.clause, *newer.agreement, AsOf::any())
                        : holding(*newer.agreement, AsOf::any());
}

// The days on one of which it begins; empty at both ends where no date is known.
domain::DaySpan beginning(const HeldClause &newer)
{
    const auto period =
        newer.clause && newer.clause->period ? newer.clause->period : periodOf(*newer.agreement);
    return period ? domain::DaySpan{period->possible().first, period->certain().first} : domain::DaySpan();
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

// Whether it has begun by the first clash; a clash or a beginning without a known day reaches back for ever.
Truth hasBegun(const domain::DaySpan &beginning, const domain::DaySpan &clash)
{
    if (!beginning.first)
        return beginning.last ? Truth::Depends : Truth::Yes;
    if (!clash.last || *clash.last < *beginning.first)
        return Truth::No;
    return beginning.last && clash.first && *beginning.last <= *clash.first ? Truth::Yes : Truth::Depends;
}

} // namespace

Finding testSupersession(const ClausePair &pair, const HeldClause &older, const AsOf &asOf)
{
    Finding result;
    for (const HeldClause &newer : pair.index.newerThan(older)) {
        const Truth begun = hasBegun(beginning(newer), firstClash(pair, asOf));
        const Truth superseded = both(begun, standing(newer).truth);
        if (superseded == Truth::Yes)
            return {Truth::No, {}, {}, false};
        if (superseded == Truth::No)
            continue;
        const QString fact = begun == Truth::Depends ? pointerToBeginning(newer) : pointerTo(newer);
        const QString sentence = QStringLiteral("“%1” does not yet supersede “%2”")
                                     .arg(newer.agreement->title, older.agreement->title);
        result = conjunction(result, {Truth::Depends,
                                      {QStringLiteral("Whether “%1” supersedes “%2” is open.")
                                           .arg(newer.agreement->title, older.agreement->title)},
                                      {{fact, sentence, {}, {}}},
                                      false});
    }
    return result;
}

} // namespace entente::analysis
