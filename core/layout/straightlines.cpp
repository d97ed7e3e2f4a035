#include "layout/border.h"
#include "layout/lines.h"

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

void drawStraightLines(const LayoutRequest &request, Placement &placement)
{
    placement.edges.clear();
    placement.links.clear();
    for (const Edge &edge : request.edges)
        placement.edges.append(straightBetween(request, placement.centres, edge.pill, edge.card));
    for (const Link &link : request.links) {
        const bool apart = link.from != link.to;
        placement.links.append(apart ? straightBetween(request, placement.centres, link.from, link.to)
                                     : Curve());
    }
}

} // namespace entente::layout
