#include "layout/forcegraph.h"

#include <cstddef>

namespace entente::layout {

namespace {

// Both directions of every edge in rows, parallel ones still apart.
ForceGraph inRows(std::vector<float> mass, const std::vector<WeightedEdge> &edges)
{
    ForceGraph graph;
    graph.mass = std::move(mass);
    graph.first.assign(graph.mass.size() + 1, 0);
    for (const WeightedEdge &edge : edges) {
        if (edge.a != edge.b) {
            ++graph.first[edge.a + 1];
            ++graph.first[edge.b + 1];
        }
    }
    for (std::size_t i = 1; i < graph.first.size(); ++i)
        graph.first[i] += graph.first[i - 1];
    graph.target.resize(graph.first.back());
    graph.weight.resize(graph.target.size());
    std::vector<int> next(graph.first.begin(), graph.first.end() - 1);
    const auto put = [&](int from, int to, float weight) {
        const auto at = next[from]++;
        graph.target[at] = to;
        graph.weight[at] = weight;
    };
    for (const WeightedEdge &edge : edges) {
        if (edge.a != edge.b) {
            put(edge.a, edge.b, edge.weight);
            put(edge.b, edge.a, edge.weight);
        }
    }
    return graph;
}

} // namespace

ForceGraph makeForceGraph(std::vector<float> mass, const std::vector<WeightedEdge> &edges)
{
    ForceGraph graph = inRows(std::move(mass), edges);
    std::vector<int> seenAt(graph.mass.size(), -1); // where a neighbour already stands in the current row
    int end = 0;
    for (int node = 0; node < graph.size(); ++node) {
        const int begin = end;
        const int oldBegin = graph.first[node];
        const int oldEnd = graph.first[node + 1];
        graph.first[node] = begin;
        for (int i = oldBegin; i < oldEnd; ++i) {
            const int neighbour = graph.target[i];
            int &at = seenAt[neighbour];
            if (at >= begin) {
                graph.weight[at] += graph.weight[i];
                continue;
            }
            at = end++;
            graph.target[at] = neighbour;
            graph.weight[at] = graph.weight[i];
        }
    }
    graph.first.back() = end;
    graph.target.resize(end);
    graph.weight.resize(end);
    return graph;
}

} // namespace entente::layout
