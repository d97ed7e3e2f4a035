#pragma once

#include "analysis/conflicts.h"
#include "analysis/facts.h"

namespace entente::analysis {

// Who affirms and who denies it is taken from the positions beside the fact.
Dependency dependencyOn(const domain::Scenario &scenario, const NarrowerFact &fact);
Dependency dependencyOn(const Fact &fact, const domain::Condition &condition); // of a clause or an amount
Dependency
dependencyOn(const ExceptionFact &fact); // in words that bear a conflict; an exception has no positions

// Whether the exception takes out of the prohibition, rather than taking another exception back.
bool isAgainst(const ExceptionFact &fact);

// "A is not B" of the sentence on a reading, "A is B".
QString deniedSentence(const domain::Scenario &scenario, const NarrowerFact &fact);

} // namespace entente::analysis
