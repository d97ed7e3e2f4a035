#pragma once

#include "graph/relationgraph.h"

namespace entente::graph {

// What lights up with a thing: a firm's agreements and their other parties; an agreement's parties.
Subset neighbourhoodOfFirm(const RelationGraph &graph, int firm);
Subset neighbourhoodOfAgreement(const RelationGraph &graph, int agreement);
// Everything within `hops` agreements of a firm; its group's parts count as itself.
Subset withinHops(const RelationGraph &graph, int firm, int hops);

} // namespace entente::graph
