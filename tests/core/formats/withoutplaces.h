#pragma once

#include "domain/scenario.h"

namespace entente::test {

// What a scenario says, wherever in its file it says it.
inline domain::Scenario withoutPlaces(domain::Scenario scenario)
{
    for (domain::Source &source : scenario.sources)
        source.place = {};
    for (domain::Firm &firm : scenario.firms)
        firm.place = {};
    for (domain::DefinedTerm &term : scenario.terms)
        term.place = {};
    for (domain::Agreement &agreement : scenario.agreements) {
        agreement.place = {};
        for (domain::Clause &clause : agreement.clauses)
            clause.place = {};
    }
    return scenario;
}

} // namespace entente::test
