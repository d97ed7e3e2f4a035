#pragma once

#include "analysis/conflicts.h"

namespace entente::analysis {

enum class DefeatKind { Exception, Waiver, Supersession, Condition, Reading };
QString toWord(DefeatKind kind); // "waiver"

// A pair of clauses that would conflict, or might, but for something that the file says.
struct Defeated
{
    DefeatKind by = DefeatKind::Exception;
    domain::ClauseRef prohibiting;
    domain::ClauseRef other;
    QString fact;    // JSON Pointer of what stands in the way
    QString because; // a sentence
    bool operator==(const Defeated &) const = default;
};

// At that date, in the scenario's order: those that conflict where exceptions and waivers, newer agreements,
// unmet conditions and rejected readings that somebody affirms are thought away, and don't as it is written.
// Of several things in the way the first in this order is told.
QList<Defeated> findDefeated(const domain::Scenario &scenario, const AsOf &asOf,
                             qsizetype most = mostConflicts);

} // namespace entente::analysis
