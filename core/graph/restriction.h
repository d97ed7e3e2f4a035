#pragma once

#include "graph/relationgraph.h"

#include <QSet>

namespace entente::graph {

// What is to be seen, by id: of one scenario's graph, or of both sides of a comparison.
struct ShownIds
{
    QSet<domain::FirmId> firms; // with what they are part of
    QSet<domain::AgreementId> agreements;
    void unite(const ShownIds &other);
};
ShownIds shownIds(const domain::Scenario &scenario, const RelationGraph &graph, const Subset &shown);

// The scenario as far as it is to be seen, for what is handed on: what isn't to be seen isn't to be found in
// it either. A part stays with its whole, which gives its group a name. Of terms and sources stay those that
// something shown refers to, of positions those of firms that are shown.
domain::Scenario restrictedTo(domain::Scenario scenario, const ShownIds &shown);
domain::Scenario restrictedTo(domain::Scenario scenario, const RelationGraph &graph, const Subset &shown);

} // namespace entente::graph
