#pragma once

#include "layout/forcegraph.h"

#include <cstdint>

namespace entente::layout {

// Points along the Z-shaped curve of Morton (1966): those that are near on it are near in the plane, and the
// points of every cell of a quadtree stand next to each other.
struct MortonOrder
{
    static constexpr int levels = 16; // of the quadtree that the codes hold

    std::vector<int> points;          // their indices, along the curve
    std::vector<std::uint32_t> codes; // parallel: two bits a level, the coarsest first
    float left = 0;                   // the square that the codes divide
    float top = 0;
    float side = 1;
};

// Linear: radix sort. Points with the same code keep the order of their indices.
MortonOrder mortonOrder(const Points &points);

} // namespace entente::layout
