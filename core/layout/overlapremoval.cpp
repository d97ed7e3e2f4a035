#include "layout/overlapremoval.h"

#include "layout/boxgrid.h"
#include "layout/multilevelforces.h"
#include "layout/occupancy.h"
#include "layout/quadtree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::layout {

QRectF Boxes::box(int i) const
{
    const QSizeF size = sizes[i];
    return {centres[i].x() - size.width() / 2, centres[i].y() - size.height() / 2, size.width(),
            size.height()};
}

std::vector<QRectF> Boxes::all() const
{
    std::vector<QRectF> rects;
    rects.reserve(centres.size());
    for (int i = 0; i < count(); ++i)
        rects.push_back(box(i));
    return rects;
}

namespace {

// How two boxes must part: along the line between their centres until they only touch.
QPointF wayApart(const Boxes &boxes, int a, int b)
{
    QPointF way = boxes.centres[b] - boxes.centres[a];
    constexpr double samePlace = 1e-3;
    if (std::abs(way.x()) + std::abs(way.y()) < samePlace)
        way = QPointF(scatter(a, 3), scatter(b, 4));
    const double width = (boxes.sizes[a].width() + boxes.sizes[b].width()) / 2;
    const double height = (boxes.sizes[a].height() + boxes.sizes[b].height()) / 2;
    const double alongX = width / std::max(1e-9, std::abs(way.x()));
    const double alongY = height / std::max(1e-9, std::abs(way.y()));
    const double stretch = std::min(alongX, alongY) - 1;
    return stretch > 0 ? way * stretch : QPointF();
}

// Returns whether anything had to move.
bool pushRound(Boxes &boxes)
{
    constexpr double haste = 0.6; // of the way that two boxes must part: others push them as well
    constexpr double slack = 0.25;
    const std::vector<QRectF> rects = boxes.all();
    bool moved = false;
    BoxGrid(rects).forEachOverlap([&](int a, int b) {
        const QPointF way = wayApart(boxes, a, b);
        if (std::abs(way.x()) + std::abs(way.y()) < slack)
            return;
        const double areaA = boxes.sizes[a].width() * boxes.sizes[a].height();
        const double areaB = boxes.sizes[b].width() * boxes.sizes[b].height();
        const double shareB = areaA / std::max(1e-9, areaA + areaB);
        boxes.centres[a] -= haste * (1 - shareB) * way;
        boxes.centres[b] += haste * shareB * way;
        moved = true;
    });
    return moved;
}

} // namespace

void pushApart(Boxes &boxes, int mostRounds, const LayoutControl &control)
{
    for (int round = 0; round < mostRounds && !control.cancelled; ++round) {
        if (!pushRound(boxes))
            return;
    }
}

namespace {

// The cells of a quadtree that lie `level` deep, and the leaves above them: together they hold every point.
std::vector<int> cellsAtLevel(const Quadtree &tree, int level)
{
    std::vector<int> cells;
    std::vector<int> ends; // of the cells that the one looked at lies in
    const int count = int(tree.cells.size());
    for (int at = 0; at < count;) {
        while (!ends.empty() && ends.back() <= at)
            ends.pop_back();
        if (int(ends.size()) == level || tree.isLeaf(at)) {
            cells.push_back(at);
            at = tree.cells[at].next;
        } else {
            ends.push_back(tree.cells[at].next);
            ++at;
        }
    }
    return cells;
}

struct Crowd
{
    QPointF centre;
    double area = 0;
};

Crowd crowdIn(const Quadtree &tree, int cell, const std::vector<QPointF> &centres,
              const std::vector<double> &areas)
{
    Crowd crowd;
    for (int i = tree.cells[cell].begin; i < tree.cells[cell].end; ++i) {
        const int point = tree.points[i];
        crowd.centre += areas[point] * centres[point];
        crowd.area += areas[point];
    }
    crowd.centre /= crowd.area;
    return crowd;
}

void spreadCells(const Quadtree &tree, const std::vector<int> &cells, std::vector<QPointF> &centres,
                 const std::vector<double> &areas, const LayoutControl &control)
{
    constexpr int roundsOfCells = 24;
    Boxes crowds;
    for (int cell : cells) {
        const Crowd crowd = crowdIn(tree, cell, centres, areas);
        crowds.centres.push_back(crowd.centre);
        crowds.sizes.emplace_back(std::sqrt(crowd.area), std::sqrt(crowd.area));
    }
    const std::vector<QPointF> before = crowds.centres;
    pushApart(crowds, roundsOfCells, control);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (int i = tree.cells[cells[c]].begin; i < tree.cells[cells[c]].end; ++i)
            centres[tree.points[i]] += crowds.centres[c] - before[c];
    }
}

} // namespace

void spreadCrowds(std::vector<QPointF> &centres, const std::vector<double> &areas,
                  const LayoutControl &control)
{
    Points points(int(centres.size()));
    for (int i = 0; i < points.size(); ++i) {
        points.x[i] = float(centres[i].x());
        points.y[i] = float(centres[i].y());
    }
    const Quadtree tree = buildQuadtree(points, std::vector<float>(areas.begin(), areas.end()));
    std::size_t before = 1;
    for (int level = 1; level <= MortonOrder::levels; ++level) {
        const std::vector<int> cells = cellsAtLevel(tree, level);
        if (cells.size() == before && cells.size() == tree.leaves.size())
            return;
        before = cells.size();
        spreadCells(tree, cells, centres, areas, control);
    }
}

void settleApart(Boxes &boxes, const LayoutControl &control)
{
    std::vector<int> order(boxes.count());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return boxes.sizes[a].width() * boxes.sizes[a].height() >
               boxes.sizes[b].width() * boxes.sizes[b].height();
    });
    QRectF area;
    for (int i : order)
        area = area.united(boxes.box(i));
    Occupancy taken(area, boxes.count());
    for (int i : order) {
        if (control.cancelled)
            return;
        boxes.centres[i] = taken.nearestFree(boxes.centres[i], boxes.sizes[i]);
        taken.add(boxes.box(i));
    }
}

} // namespace entente::layout
