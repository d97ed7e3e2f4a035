#pragma once

#include <QList>

#include <algorithm>
#include <numeric>

namespace entente::layout {

// Sets that are joined one by one; each goes by its smallest member (path halving; Tarjan and van Leeuwen
// 1984).
class UnionFind
{
public:
    explicit UnionFind(qsizetype count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }

    int find(int at)
    {
        while (m_parent[at] != at)
            at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }

    void join(int a, int b)
    {
        const int rootA = find(a);
        const int rootB = find(b);
        m_parent[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

private:
    QList<int> m_parent;
};

} // namespace entente::layout
