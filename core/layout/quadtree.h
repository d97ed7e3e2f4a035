#pragma once

#include "layout/mortonorder.h"

namespace entente::layout {

// A cell with what lies in it taken together.
struct QuadtreeCell
{
    float x = 0; // centre of mass
    float y = 0;
    float mass = 0;
    float side = 0;
    int begin = 0; // its points, as places in the Morton order
    int end = 0;
    int next = 0; // the first cell that is not inside this one: the way on for who does not look inside
};

// A flat quadtree: the cells in depth-first order, the points' coordinates copied into the order in which the
// cells hold them.
struct Quadtree
{
    static constexpr int mostInLeaf = 32;

    std::vector<int> points; // their indices in Morton order; the arrays below are parallel to it
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> mass;
    std::vector<QuadtreeCell> cells; // the root first; empty without points
    std::vector<int> leaves;         // cells that are not divided

    bool isLeaf(int cell) const { return cells[cell].next == cell + 1; }
};

// `mass` is parallel to the points.
Quadtree buildQuadtree(const Points &points, const std::vector<float> &mass);

} // namespace entente::layout
