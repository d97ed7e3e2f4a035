#include "layout/border.h"
#include "layout/groupboxes.h"
#include "layout/obstacles.h"
#include "layout/placement.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

constexpr double slack = 0.5; // in pixels; coordinates have been rounded

bool overlap(const QRectF &a, const QRectF &b)
{
    return !a.isNull() && !b.isNull() && a.adjusted(slack, slack, -slack, -slack).intersects(b);
}

void measureNodes(const LayoutRequest &request, const Placement &placement, const Obstacles &nodes,
                  Quality &quality)
{
    QList<int> byLeft(nodes.count());
    for (int i = 0; i < nodes.count(); ++i)
        byLeft[i] = i;
    std::sort(byLeft.begin(), byLeft.end(),
              [&nodes](int a, int b) { return nodes.rect(a).left() < nodes.rect(b).left(); });
    for (qsizetype i = 0; i < byLeft.size(); ++i) {
        const QRectF &rect = nodes.rect(byLeft[i]);
        for (qsizetype j = i + 1; j < byLeft.size() && nodes.rect(byLeft[j]).left() < rect.right(); ++j) {
            if (overlap(rect, nodes.rect(byLeft[j])))
                ++quality.nodeOverlaps;
        }
    }
    for (int group = 0; group < placement.groupBoxes.size(); ++group) {
        const QRectF &box = placement.groupBoxes[group];
        for (int node = 0; node < nodes.count(); ++node) {
            const bool member = isInGroup(request, node, group);
            const bool inside = box.adjusted(-slack, -slack, slack, slack).contains(nodes.rect(node));
            if (member ? !inside : overlap(nodes.rect(node), box))
                ++quality.strangersInGroups;
        }
        for (int other = group + 1; other < placement.groupBoxes.size(); ++other) {
            if (!areNested(request, group, other) && overlap(box, placement.groupBoxes[other]))
                ++quality.groupOverlaps;
        }
    }
}

void measureHollow(const LayoutRequest &request, const Placement &placement, const Obstacles &nodes,
                   Quality &quality)
{
    for (int group = 0; group < placement.groupBoxes.size(); ++group) {
        double filled = 0;
        for (int node = 0; node < nodes.count(); ++node) {
            if (isInGroup(request, node, group))
                filled += nodes.rect(node).width() * nodes.rect(node).height();
        }
        const QRectF &box = placement.groupBoxes[group];
        quality.hollowArea += std::max(0.0, box.width() * box.height() - filled);
    }
}

struct Line
{
    QList<QPointF> points;
    QRectF bounds;
    int pill;
    int card;
};

double cross(QPointF o, QPointF a, QPointF b)
{
    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
}

bool properlyCross(QPointF a, QPointF b, QPointF c, QPointF d)
{
    return cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
}

int crossingsOf(const Line &a, const Line &b)
{
    if (!a.bounds.adjusted(-1, -1, 1, 1).intersects(b.bounds.adjusted(-1, -1, 1, 1)))
        return 0;
    int crossings = 0;
    for (qsizetype i = 1; i < a.points.size(); ++i) {
        for (qsizetype j = 1; j < b.points.size(); ++j) {
            if (properlyCross(a.points[i - 1], a.points[i], b.points[j - 1], b.points[j]))
                ++crossings;
        }
    }
    return crossings;
}

int bendsOf(const QList<QPointF> &points)
{
    int bends = 0;
    double last = 0;
    for (qsizetype i = 2; i < points.size(); ++i) {
        const double turn = cross(points[i - 2], points[i - 1], points[i]);
        if (std::abs(turn) < 0.01)
            continue;
        if (last != 0 && (turn > 0) != (last > 0))
            ++bends;
        last = turn;
    }
    return bends;
}

void measureLine(const LayoutRequest &request, const Placement &placement, const Obstacles &nodes,
                 const Line &line, Quality &quality)
{
    quality.length += lengthOf(line.points);
    quality.bends += bendsOf(line.points);
    quality.linesOverCards += nodes.hits(line.points, line.pill, line.card, -slack);
    for (int group = 0; group < placement.groupBoxes.size(); ++group) {
        if (isInGroup(request, line.pill, group) || isInGroup(request, line.card, group))
            continue;
        for (qsizetype i = 1; i < line.points.size(); ++i) {
            if (segmentMeets(line.points[i - 1], line.points[i], placement.groupBoxes[group])) {
                ++quality.linesThroughGroups;
                break;
            }
        }
    }
}

} // namespace

Quality measure(const LayoutRequest &request, const Placement &placement)
{
    Quality quality;
    const Obstacles nodes(request, placement.centres, Obstacles::Titles::Ignored);
    measureNodes(request, placement, nodes, quality);
    measureHollow(request, placement, nodes, quality);
    QList<Line> lines;
    for (qsizetype i = 0; i < placement.edges.size(); ++i) {
        const Edge &edge = request.edges[i];
        const Curve &curve = placement.edges[i];
        if (curve.isEmpty()) {
            ++quality.looseEnds;
            continue;
        }
        const QList<QPointF> points = flattened(curve, 0.3);
        lines.append({points, boundsOf({points}), edge.pill, edge.card});
        measureLine(request, placement, nodes, lines.last(), quality);
        if (!isOnBorder(request.nodes[edge.pill], nodes.rect(edge.pill), curve.start()) ||
            !isOnBorder(request.nodes[edge.card], nodes.rect(edge.card), curve.end()))
            ++quality.looseEnds;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (qsizetype j = i + 1; j < lines.size(); ++j)
            quality.crossings += crossingsOf(lines[i], lines[j]);
    }
    return quality;
}

} // namespace entente::layout
