#pragma once

#include "analysis/scenarioindex.h"

namespace entente::analysis {

// As little of the scenario as judges the two clauses alike: both, what may supersede them, the firms that
// they name and all terms and groups above. Small, so that it can be changed and judged many times.
domain::Scenario excerptFor(const ScenarioIndex &index, const HeldClause &a, const HeldClause &b);

} // namespace entente::analysis
