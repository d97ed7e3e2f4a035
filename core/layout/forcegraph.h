#pragma once

#include <vector>

namespace entente::layout {

// Nodes as points: separate arrays, so that inner loops run through them four or eight at a time.
struct Points
{
    std::vector<float> x;
    std::vector<float> y;

    Points() = default;
    explicit Points(int count)
        : x(count, 0)
        , y(count, 0)
    {}
    int size() const { return int(x.size()); }
};

struct WeightedEdge
{
    int a = 0;
    int b = 0;
    float weight = 1;
};

// An undirected graph in compressed rows: the neighbours of node i are target[first[i]] up to, and not
// including, target[first[i + 1]]. Each pair of neighbours stands there once from either side; none is its
// own.
struct ForceGraph
{
    std::vector<int> first{0};
    std::vector<int> target;
    std::vector<float> weight; // of the edge to the target: how hard it pulls
    std::vector<float> mass;   // of the node: how hard it pushes; 1 on average on the finest level

    int size() const { return int(mass.size()); }
    int degree(int node) const { return first[node + 1] - first[node]; }
};

// Parallel edges become one with the sum of their weights; loops are left out.
ForceGraph makeForceGraph(std::vector<float> mass, const std::vector<WeightedEdge> &edges);

} // namespace entente::layout
