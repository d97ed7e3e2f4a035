#include "layout/border.h"
#include "layout/lines.h"

#include <QBitArray>

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

Curve straightBetween(const LayoutRequest &request, const QList<QPointF> &centres, int from, int to)
{
    const auto end = [&](int node, QPointF towards) {
        const QRectF rect = centredRect(centres[node], request.nodes[node].size);
        const QPointF way = towards - rect.center();
        const double reach = std::max(std::abs(way.x()) / rect.width(), std::abs(way.y()) / rect.height());
        const QPointF onRect = reach > 0 ? rect.center() + way / (2 * reach) : rect.center();
        return snappedToBorder(request.nodes[node], rect, onRect);
    };
    return straight(end(from, centres[to]), end(to, centres[from]));
}

} // namespace

QList<Curve> straightEdges(const LayoutRequest &request, const QList<QPointF> &centres)
{
    QList<Curve> curves;
    curves.reserve(request.edges.size());
    for (const Edge &edge : request.edges)
        curves.append(straightBetween(request, centres, edge.pill, edge.card));
    return curves;
}

QList<Curve> straightEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                           const QList<Curve> &previous, const QList<int> &moved)
{
    QBitArray hasMoved(request.nodes.size());
    for (int node : moved)
        hasMoved.setBit(node);
    QList<Curve> curves = previous;
    for (int i = 0; i < request.edges.size(); ++i) {
        const Edge &edge = request.edges[i];
        if (hasMoved.testBit(edge.pill) || hasMoved.testBit(edge.card))
            curves[i] = straightBetween(request, centres, edge.pill, edge.card);
    }
    return curves;
}

QList<Curve> straightLinks(const LayoutRequest &request, const QList<QPointF> &centres)
{
    QList<Curve> curves;
    curves.reserve(request.links.size());
    for (const Link &link : request.links) {
        const bool apart = link.from != link.to;
        curves.append(apart ? straightBetween(request, centres, link.from, link.to) : Curve());
    }
    return curves;
}

} // namespace entente::layout
