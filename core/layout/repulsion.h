#pragma once

#include "layout/quadtree.h"

namespace entente::layout {

// What pushes every point away from all others, with 1/distance, per unit of its own mass:
//     Σ mass_j · (p_i − p_j) / |p_i − p_j|²
// by the method of Barnes & Hut, "A hierarchical O(N log N) force-calculation algorithm" (1986): a cell that
// looks smaller than `opening` (its side over its distance) acts as one point. All points of a leaf share one
// list of what acts on them, so that the inner loop is straight arithmetic; Gronemann, "Engineering the fast
// multipole multilevel method for multicore and SIMD architectures" (2009), shows the way with well-separated
// pairs and multipole expansions.
Points repulsion(const Points &points, const std::vector<float> &mass, float opening);

} // namespace entente::layout
