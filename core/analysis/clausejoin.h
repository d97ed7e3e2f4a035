#pragma once

#include "analysis/holding.h"
#include "analysis/scenarioindex.h"

#include <functional>

namespace entente::analysis {

// A clause that prohibits and another that it may meet; by their places among the comparable clauses.
struct Meeting
{
    int prohibiting = 0;
    int other = 0;
    bool operator==(const Meeting &) const = default;
    bool operator<(const Meeting &later) const
    {
        return prohibiting != later.prohibiting ? prohibiting < later.prohibiting : other < later.other;
    }
};

// Every clause that can be compared and may hold then, in the scenario's order.
QList<HeldClause> comparableClauses(const domain::Scenario &scenario, const AsOf &asOf);

// Visits each pair that may conflict at least once, without trying all pairs: clauses are joined by bearer or
// group, then action, object and territory along what contains what, and at last by channel and days. False
// from the visit ends it.
void visitMeetings(const ScenarioIndex &index, const QList<HeldClause> &clauses,
                   const std::function<bool(const Meeting &)> &visit);

} // namespace entente::analysis
