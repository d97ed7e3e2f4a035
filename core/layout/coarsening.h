#pragma once

#include "layout/forcegraph.h"

namespace entente::layout {

// A smaller graph of the same shape: its nodes stand for one to a few nodes of the finer one.
struct CoarseGraph
{
    ForceGraph graph;
    std::vector<int> nodeOf; // of each finer node: the coarse node that stands for it
};

// One step of coarsening: heavy-edge matching (Karypis & Kumar, "A fast and high quality multilevel scheme
// for partitioning irregular graphs", 1998) with the weight of an edge over the masses of its ends, so that
// hubs don't swallow their surroundings. A matching alone leaves most of a star over; therefore nodes that
// found no partner are paired with others that hang on the same neighbour (the stars of Hu, "Efficient,
// high-quality force-directed graph drawing", 2005; Hachul & Jünger, "Drawing large graphs with a
// potential-field-based multilevel algorithm", 2005, collapse whole solar systems).
CoarseGraph coarsen(const ForceGraph &graph);

} // namespace entente::layout
