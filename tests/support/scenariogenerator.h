#pragma once

#include "domain/scenario.h"

namespace entente::tests {

// A scenario made up from a number: two to three hundred firms and agreements, parallel agreements,
// agreements of three to five parties and of one firm with itself, nested groups, several components, names
// of 1 to 120 characters in Latin, Japanese and Arabic script with emoji, and clauses that conflict. The same
// number gives the same scenario.
domain::Scenario generatedScenario(quint32 seed);
domain::Scenario generatedScenario(quint32 seed, int things); // so many firms and agreements

} // namespace entente::tests
