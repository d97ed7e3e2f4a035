#pragma once

#include "layout/forcegraph.h"
#include "layout/layoutcontrol.h"

namespace entente::layout {

// Places the nodes of a connected graph by forces on graphs of growing detail (Hu, "Efficient, high-quality
// force-directed graph drawing", 2005): neighbours pull with distance², all nodes push with 1/distance, so
// that a node alone with one neighbour of weight and mass 1 stands one unit from it. The same graph gives the
// same places, bit for bit. Tells the control of as much work as the graph has nodes.
Points placeByForces(const ForceGraph &graph, LayoutControl &control);

// A number from -0.5 to 0.5 that depends on its arguments only: for whatever must stand apart by chance.
float scatter(int index, unsigned salt);

} // namespace entente::layout
