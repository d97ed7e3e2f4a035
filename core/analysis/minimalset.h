#pragma once

#include "analysis/conflicts.h"
#include "analysis/scenarioindex.h"

namespace entente::analysis {

// The smallest set behind a conflict that findConflicts found at that date, as JSON Pointers: its two
// clauses, and the facts without which, or with the opposite of which, the verdict would be another. Where
// several chains of facts bear the verdict alike it is one of them.
QStringList minimalSet(const ScenarioIndex &index, const Conflict &conflict, const AsOf &asOf);
QStringList minimalSet(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf);

} // namespace entente::analysis
