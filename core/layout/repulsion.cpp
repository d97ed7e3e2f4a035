#include "layout/repulsion.h"

#include <algorithm>
#include <array>

namespace entente::layout {

namespace {

// What acts on the points of one leaf: cells and single points alike.
struct Sources
{
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> mass;

    void clear()
    {
        x.clear();
        y.clear();
        mass.clear();
    }
    void add(float atX, float atY, float ofMass)
    {
        x.push_back(atX);
        y.push_back(atY);
        mass.push_back(ofMass);
    }
};

struct LeafBounds
{
    float left, right, top, bottom;

    float squaredDistance(float x, float y) const
    {
        const float dx = std::max({left - x, x - right, 0.0F});
        const float dy = std::max({top - y, y - bottom, 0.0F});
        return dx * dx + dy * dy;
    }
};

LeafBounds boundsOfLeaf(const Quadtree &tree, const QuadtreeCell &leaf)
{
    const auto [left, right] = std::minmax_element(tree.x.begin() + leaf.begin, tree.x.begin() + leaf.end);
    const auto [top, bottom] = std::minmax_element(tree.y.begin() + leaf.begin, tree.y.begin() + leaf.end);
    return {*left, *right, *top, *bottom};
}

void gather(const Quadtree &tree, const LeafBounds &bounds, float opening, Sources &sources)
{
    sources.clear();
    const float squaredOpening = opening * opening;
    const int count = int(tree.cells.size());
    for (int at = 0; at < count;) {
        const QuadtreeCell &cell = tree.cells[at];
        if (cell.side * cell.side < squaredOpening * bounds.squaredDistance(cell.x, cell.y)) {
            sources.add(cell.x, cell.y, cell.mass);
            at = cell.next;
            continue;
        }
        if (cell.next == at + 1) {
            sources.x.insert(sources.x.end(), tree.x.begin() + cell.begin, tree.x.begin() + cell.end);
            sources.y.insert(sources.y.end(), tree.y.begin() + cell.begin, tree.y.begin() + cell.end);
            sources.mass.insert(sources.mass.end(), tree.mass.begin() + cell.begin,
                                tree.mass.begin() + cell.end);
        }
        ++at;
    }
}

constexpr int lanes = 8; // points that go through the sources together: two SSE registers, one of AVX

struct Lanes
{
    alignas(32) std::array<float, lanes> x{};
    alignas(32) std::array<float, lanes> y{};
};

// Every source on eight points at once. No sum runs across lanes, so that the compiler may keep them in
// vector registers without changing any result.
Lanes pushed(const Lanes &at, const Sources &sources)
{
    constexpr float softening = 1e-8F; // a point does not push itself
    Lanes force;
    const std::size_t count = sources.x.size();
    for (std::size_t j = 0; j < count; ++j) {
        const float x = sources.x[j];
        const float y = sources.y[j];
        const float mass = sources.mass[j];
        for (int lane = 0; lane < lanes; ++lane) {
            const float dx = at.x[lane] - x;
            const float dy = at.y[lane] - y;
            const float push = mass / (dx * dx + dy * dy + softening);
            force.x[lane] += dx * push;
            force.y[lane] += dy * push;
        }
    }
    return force;
}

void pushLeaf(const Quadtree &tree, const QuadtreeCell &leaf, const Sources &sources, Points &result)
{
    for (int begin = leaf.begin; begin < leaf.end; begin += lanes) {
        const auto filled = (std::min(lanes, leaf.end - begin));
        Lanes at;
        for (int lane = 0; lane < filled; ++lane) {
            at.x[lane] = tree.x[begin + lane];
            at.y[lane] = tree.y[begin + lane];
        }
        const Lanes force = pushed(at, sources);
        for (int lane = 0; lane < filled; ++lane) {
            const auto point = (tree.points[begin + lane]);
            result.x[point] = force.x[lane];
            result.y[point] = force.y[lane];
        }
    }
}

} // namespace

Points repulsion(const Points &points, const std::vector<float> &mass, float opening)
{
    const Quadtree tree = buildQuadtree(points, mass);
    Points result(points.size());
    Sources sources;
    for (int leaf : tree.leaves) {
        const QuadtreeCell &cell = tree.cells[leaf];
        gather(tree, boundsOfLeaf(tree, cell), opening, sources);
        pushLeaf(tree, cell, sources, result);
    }
    return result;
}

} // namespace entente::layout
