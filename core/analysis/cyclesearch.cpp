#include "analysis/cyclesearch.h"

#include <QBitArray>
#include <QQueue>

#include <algorithm>
#include <limits>

namespace entente::analysis {

namespace {

using Arcs = QList<QList<int>>;

Arcs reversed(const Arcs &next)
{
    Arcs before(next.size());
    for (int from = 0; from < next.size(); ++from) {
        for (int to : next[from])
            before[to].append(from);
    }
    return before;
}

// Leaves out every arc from a node to which nothing leads, again and again.
Arcs withoutSources(Arcs next)
{
    QList<int> arriving(next.size(), 0);
    for (const QList<int> &successors : next) {
        for (int to : successors)
            ++arriving[to];
    }
    QQueue<int> sources;
    for (int node = 0; node < next.size(); ++node) {
        if (arriving[node] == 0)
            sources.enqueue(node);
    }
    while (!sources.isEmpty()) {
        const int source = sources.dequeue();
        for (int to : next[source]) {
            if (--arriving[to] == 0)
                sources.enqueue(to);
        }
        next[source].clear();
    }
    return next;
}

// What is left of an acyclic graph is nothing, and of most others their cycles.
Arcs onlyCyclic(const Arcs &next)
{
    return reversed(withoutSources(reversed(withoutSources(next))));
}

// Looks for the cycles of one length after the other. A cycle is found from its lowest node, along nodes from
// which that one can still be reached in the arcs that are left.
class CycleSearch
{
public:
    CycleSearch(const Arcs &next, const SearchLimits &limits)
        : m_next(onlyCyclic(next))
        , m_before(reversed(m_next))
        , m_limits(limits)
        , m_onPath(next.size())
        , m_distance(next.size(), unreachable)
    {}

    Cycles run()
    {
        constexpr int shortest = 2;
        const int longest = std::min(nodesWithArcs(), m_limits.maxLength);
        for (int length = shortest; length <= longest && !isCut(); ++length) {
            searchLength(length);
            if (!isCut())
                m_found.searchedLength = length;
        }
        if (!isCut())
            m_found.searchedLength = m_limits.maxLength;
        m_found.complete = !isCut() && !hasLonger(longest);
        return m_found;
    }

private:
    static constexpr int unreachable = std::numeric_limits<int>::max();

    int nodesWithArcs() const
    {
        return int(
            std::count_if(m_next.begin(), m_next.end(), [](const auto &arcs) { return !arcs.isEmpty(); }));
    }

    bool isCut() const
    {
        return m_stepsTaken >= m_limits.steps || m_found.cycles.size() >= m_limits.mostCycles;
    }

    void searchLength(int length)
    {
        for (int start = 0; start < m_next.size() && !isCut(); ++start) {
            if (m_next[start].isEmpty())
                continue;
            measureDistances(start, length);
            m_path = {start};
            m_onPath.setBit(start);
            extend(length);
            m_onPath.clearBit(start);
        }
    }

    // Arcs from each node back to the start, over nodes above it; unreachable beyond `most`.
    void measureDistances(int start, int most)
    {
        for (int node : std::as_const(m_measured))
            m_distance[node] = unreachable;
        m_measured = {start};
        m_distance[start] = 0;
        for (qsizetype i = 0; i < m_measured.size(); ++i) { // grows while it is walked
            const int at = m_measured[i];
            if (m_distance[at] + 1 >= most)
                break; // the others are as far or farther
            for (int from : m_before[at]) {
                ++m_stepsTaken;
                if (from <= start || m_distance[from] != unreachable)
                    continue;
                m_distance[from] = m_distance[at] + 1;
                m_measured.append(from);
            }
        }
    }

    void extend(int length)
    {
        const int left = length - int(m_path.size()); // arcs after the next one
        for (int to : m_next[m_path.last()]) {
            if (isCut())
                return;
            ++m_stepsTaken;
            if (left == 0 && to == m_path.first())
                m_found.cycles.append(m_path);
            if (to <= m_path.first() || m_onPath.testBit(to) || m_distance[to] > left)
                continue;
            m_path.append(to);
            m_onPath.setBit(to);
            extend(length);
            m_onPath.clearBit(to);
            m_path.removeLast();
        }
    }

    // Whether there is a cycle of more nodes; also true where that would take too long to tell.
    bool hasLonger(int longest)
    {
        const auto known = m_found.cycles;
        m_limits.mostCycles = int(known.size()) + 1; // one is enough
        const int nodes = nodesWithArcs();
        for (int length = longest + 1; length <= nodes && !isCut(); ++length)
            searchLength(length);
        const bool found = isCut();
        m_found.cycles = known;
        return found;
    }

    const Arcs m_next;
    const Arcs m_before;
    SearchLimits m_limits;
    QBitArray m_onPath;
    QList<int> m_path;
    QList<int> m_distance; // back to the start
    QList<int> m_measured; // nodes of which it is known
    int m_stepsTaken = 0;
    Cycles m_found;
};

} // namespace

Cycles findCycles(const QList<QList<int>> &next, const SearchLimits &limits)
{
    return CycleSearch(next, limits).run();
}

} // namespace entente::analysis
