#include "analysis/conflicttests.h"

#include <algorithm>

namespace entente::analysis {

namespace {

// What says that it supersedes an older clause: an agreement as a whole, or one clause of it.
struct Newer
{
    const domain::Agreement *agreement = nullptr;
    const domain::Clause *clause = nullptr; // none: the agreement as a whole

    QString pointer() const
    {
        return clause ? HeldClause{clause, agreement}.pointer()
                      : QStringLiteral("/agreements/") + agreement->id.text();
    }

    // Its status and evidence alone: once begun, what it put out of force stays so when it ends.
    Holding standing() const
    {
        return clause ? holding(*clause, *agreement, AsOf::any()) : holding(*agreement, AsOf::any());
    }

    // The days on one of which it begins; empty at both ends where no date is known.
    domain::DaySpan beginning() const
    {
        const auto &period = clause && clause->period ? clause->period : agreement->period;
        if (period)
            return {period->possible().first, period->certain().first};
        const auto &date = agreement->signedOn ? agreement->signedOn : agreement->announced;
        return date ? domain::DaySpan{date->earliest(), date->latest()} : domain::DaySpan();
    }
};

bool lists(const QStringList &superseded, const HeldClause &held)
{
    return superseded.contains(held.agreement->id.text()) ||
           superseded.contains(domain::ThingRef::toText(held.ref()));
}

// Only what binds whom the older clause is owed to can end it.
QList<Newer> newerThan(const domain::Scenario &scenario, const HeldClause &older)
{
    QList<Newer> found;
    for (const domain::Agreement &agreement : scenario.agreements) {
        const bool owed = std::any_of(
            agreement.parties.begin(), agreement.parties.end(),
            [&older](const domain::Party &party) { return party.firm == older.clause->counterparty; });
        if (!owed || &agreement == older.agreement)
            continue;
        if (lists(agreement.supersedes, older))
            found.append({&agreement, nullptr});
        for (const domain::Clause &clause : agreement.clauses) {
            if (lists(clause.supersedes, older))
                found.append({&agreement, &clause});
        }
    }
    return found;
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
    for (const Newer &newer : newerThan(pair.scenario, older)) {
        const Truth begun = hasBegun(newer.beginning(), firstClash(pair, asOf));
        const Truth superseded = both(begun, newer.standing().truth);
        if (superseded == Truth::Yes)
            return {Truth::No, {}, {}, false};
        if (superseded == Truth::No)
            continue;
        const QString fact =
            newer.pointer() + (begun == Truth::Depends ? QStringLiteral("/period") : QString());
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
