#include "layout/groupboxes.h"
#include "layout/layouter.h"
#include "layout/lines.h"

namespace entente::layout {

namespace {

// Beyond, lines are straight: going around so many cards takes too long, and nobody could follow the way.
bool isTooLargeToRoute(const LayoutRequest &request)
{
    return request.nodes.size() > LayoutRequest::maxDotNodes;
}

} // namespace

Placement route(const LayoutRequest &request, const QList<QPointF> &centres)
{
    Placement placement;
    placement.centres = centres;
    placement.groupBoxes = fitGroups(request, centres);
    if (isTooLargeToRoute(request)) {
        placement.edges = straightEdges(request, centres);
        placement.links = straightLinks(request, centres);
    } else {
        placement.edges = drawEdges(request, centres);
        placement.links = drawLinks(request, centres, placement.edges);
    }
    placement.bounds = boundsOf(request, placement);
    return placement;
}

Placement relinked(const LayoutRequest &request, Placement placement)
{
    placement.links = isTooLargeToRoute(request) ? straightLinks(request, placement.centres)
                                                 : drawLinks(request, placement.centres, placement.edges);
    placement.bounds = boundsOf(request, placement);
    return placement;
}

Placement reroute(const LayoutRequest &request, const Placement &previous, const QList<QPointF> &centres,
                  const QList<int> &moved)
{
    if (previous.edges.size() != request.edges.size())
        return route(request, centres);
    Placement placement;
    placement.centres = centres;
    placement.groupBoxes = fitGroups(request, centres);
    if (isTooLargeToRoute(request)) {
        placement.edges = straightEdges(request, centres, previous.edges, moved);
        placement.links = straightLinks(request, centres);
    } else {
        placement.edges = redrawEdges(request, centres, previous.edges, moved);
        placement.links = drawLinks(request, centres, placement.edges);
    }
    placement.bounds = boundsOf(request, placement);
    return placement;
}

} // namespace entente::layout
