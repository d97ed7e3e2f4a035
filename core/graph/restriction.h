#pragma once

#include "graph/relationgraph.h"

namespace entente::graph {

// The scenario as far as a subset of its graph shows it, for what is handed on: what isn't to be seen isn't
// to be found in it either. A part stays with its whole, which gives its group a name. Of terms and sources
// stay those that something shown refers to, of positions those of firms that are shown.
domain::Scenario restrictedTo(domain::Scenario scenario, const RelationGraph &graph, const Subset &shown);

} // namespace entente::graph
