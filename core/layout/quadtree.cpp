#include "layout/quadtree.h"

#include <algorithm>

namespace entente::layout {

namespace {

class QuadtreeBuilder
{
public:
    QuadtreeBuilder(const MortonOrder &order, Quadtree &tree)
        : m_codes(order.codes)
        , m_tree(tree)
    {}

    // Returns the cell's index. The depth of the recursion is bounded by the levels of the codes.
    int build(int begin, int end, int level, float side)
    {
        const int index = int(m_tree.cells.size());
        m_tree.cells.push_back({0, 0, 0, side, begin, end, 0});
        if (end - begin <= Quadtree::mostInLeaf || level == MortonOrder::levels) {
            m_tree.leaves.push_back(index);
            sumPoints(m_tree.cells.back());
        } else {
            buildQuarters(index, level);
        }
        m_tree.cells[index].next = int(m_tree.cells.size());
        return index;
    }

private:
    void buildQuarters(int index, int level)
    {
        const QuadtreeCell cell = m_tree.cells[index];
        const int shift = 2 * (MortonOrder::levels - 1 - level);
        QuadtreeCell sum = cell;
        int begin = cell.begin;
        while (begin < cell.end) {
            const std::uint32_t quarter = m_codes[begin] >> shift;
            const auto after = std::partition_point(m_codes.begin() + begin, m_codes.begin() + cell.end,
                                                    [=](std::uint32_t c) { return c >> shift <= quarter; });
            const int end = int(after - m_codes.begin());
            const int child = build(begin, end, level + 1, cell.side / 2);
            add(sum, m_tree.cells[child]);
            begin = end;
        }
        weigh(sum);
        m_tree.cells[index] = sum;
    }

    static void add(QuadtreeCell &sum, const QuadtreeCell &part)
    {
        sum.x += part.x * part.mass;
        sum.y += part.y * part.mass;
        sum.mass += part.mass;
    }

    static void weigh(QuadtreeCell &sum)
    {
        sum.x /= sum.mass;
        sum.y /= sum.mass;
    }

    void sumPoints(QuadtreeCell &cell) const
    {
        for (auto i = cell.begin; i < cell.end; ++i)
            add(cell, {m_tree.x[i], m_tree.y[i], m_tree.mass[i]});
        weigh(cell);
    }

    const std::vector<std::uint32_t> &m_codes;
    Quadtree &m_tree;
};

} // namespace

Quadtree buildQuadtree(const Points &points, const std::vector<float> &mass)
{
    MortonOrder order = mortonOrder(points);
    const std::size_t count = order.points.size();
    Quadtree tree;
    tree.x.resize(count);
    tree.y.resize(count);
    tree.mass.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto point = order.points[i];
        tree.x[i] = points.x[point];
        tree.y[i] = points.y[point];
        tree.mass[i] = mass[point];
    }
    tree.points = std::move(order.points);
    if (count > 0)
        QuadtreeBuilder(order, tree).build(0, int(count), 0, order.side);
    return tree;
}

} // namespace entente::layout
