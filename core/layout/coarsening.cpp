#include "layout/coarsening.h"

#include <algorithm>

namespace entente::layout {

namespace {

class StarMatching
{
public:
    explicit StarMatching(const ForceGraph &graph)
        : m_graph(graph)
        , m_nodeOf(graph.size(), none)
        , m_waiting(graph.size(), none)
    {}

    // Returns the number of coarse nodes.
    int match()
    {
        for (int node : byDegree()) {
            if (m_nodeOf[node] == none)
                matchHeaviest(node);
        }
        for (int &coarse : m_nodeOf) {
            if (coarse == none)
                coarse = m_count++;
        }
        return m_count;
    }

    std::vector<int> take() { return std::move(m_nodeOf); }

private:
    static constexpr int none = -1;

    // Those with few neighbours first: they have the least choice. Counting sort.
    std::vector<int> byDegree() const
    {
        constexpr int mostCounted = 64; // beyond, order doesn't matter
        std::vector<int> begin(mostCounted + 2, 0);
        const auto classOf = [&](int node) { return std::min(m_graph.degree(node), mostCounted); };
        for (int node = 0; node < m_graph.size(); ++node)
            ++begin[classOf(node) + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        std::vector<int> order(m_graph.size());
        for (int node = 0; node < m_graph.size(); ++node)
            order[begin[classOf(node)]++] = node;
        return order;
    }

    void matchHeaviest(int node)
    {
        int partner = none;
        int star = none;
        float heaviest = 0;
        float heaviestStar = 0;
        for (int i = m_graph.first[node]; i < m_graph.first[node + 1]; ++i) {
            const int other = m_graph.target[i];
            const float worth = m_graph.weight[i] / m_graph.mass[other];
            const bool free = m_nodeOf[other] == none;
            if (free && worth > heaviest) {
                heaviest = worth;
                partner = other;
            }
            if (!free && worth > heaviestStar) {
                heaviestStar = worth;
                star = other;
            }
        }
        if (partner != none)
            join(node, partner);
        else if (star != none)
            joinInStar(node, star);
    }

    // Waits for the next that hangs on the same neighbour, or joins the one that waits.
    void joinInStar(int node, int star)
    {
        int &waiting = m_waiting[star];
        if (waiting != none && m_nodeOf[waiting] == none && waiting != node) {
            join(node, waiting);
            waiting = none;
        } else {
            waiting = node;
        }
    }

    void join(int a, int b)
    {
        m_nodeOf[a] = m_nodeOf[b] = m_count;
        ++m_count;
    }

    const ForceGraph &m_graph;
    std::vector<int> m_nodeOf;
    std::vector<int> m_waiting; // at each node: one that hangs on it and has no partner yet
    int m_count = 0;
};

} // namespace

CoarseGraph coarsen(const ForceGraph &graph)
{
    StarMatching matching(graph);
    const int count = matching.match();
    CoarseGraph coarse;
    coarse.nodeOf = matching.take();
    std::vector<float> mass(count, 0);
    std::vector<WeightedEdge> edges;
    edges.reserve(graph.target.size() / 2);
    for (int node = 0; node < graph.size(); ++node) {
        const int from = coarse.nodeOf[node];
        mass[from] += graph.mass[node];
        for (int i = graph.first[node]; i < graph.first[node + 1]; ++i) {
            const int neighbour = graph.target[i];
            const int to = coarse.nodeOf[neighbour];
            if (node < neighbour && from != to)
                edges.push_back({from, to, graph.weight[i]});
        }
    }
    coarse.graph = makeForceGraph(std::move(mass), edges);
    return coarse;
}

} // namespace entente::layout
