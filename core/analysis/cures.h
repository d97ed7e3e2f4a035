#pragma once

#include "analysis/amendment.h"
#include "analysis/conflicts.h"
#include "analysis/scenarioindex.h"

namespace entente::analysis {

// The smallest sets of changes that would clear a conflict that findConflicts found at that date: they hit
// every set of clauses and facts behind it. Smallest: no part of one is enough. Each is tried, so that the
// pair no longer conflicts in the scenario as changed; what else it would change is not judged. None of more
// than three changes is looked for.
QList<Amendments> cures(const ScenarioIndex &index, const Conflict &conflict, const AsOf &asOf);
QList<Amendments> cures(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf);

} // namespace entente::analysis
