#pragma once

#include "analysis/facts.h"

namespace entente::analysis {

// A clause with the agreement that holds it.
struct HeldClause
{
    const domain::Clause *clause = nullptr;
    const domain::Agreement *agreement = nullptr;

    domain::ClauseRef ref() const { return {agreement->id, clause->id}; }
    QString pointer() const { return pointerTo(ref()); }
    // The days on which clause and agreement both run, for sure and at most; unbounded without a period.
    domain::DaySpan certainDays() const;
    domain::DaySpan possibleDays() const;

    // As sentences call it: “Any cloud” of “Amended agreement”; the agreement alone for a clause without a
    // title.
    QString name() const;
    QString titleInAgreement() const; // of a clause beside others of its agreement: its title, else its kind
};

// JSON Pointer to what dates the agreement: its period, else its first known date.
QString pointerToPeriod(const domain::Agreement &agreement);

// A clause that is compared with others: it says who is bound to what.
bool isComparable(const domain::Clause &clause);
bool prohibits(const domain::Clause &clause); // outright, or by every channel but one

} // namespace entente::analysis
