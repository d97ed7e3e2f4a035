#include "layout/groupboxes.h"
#include "layout/layouter.h"
#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::layout {

namespace {

// Finds room for nodes without a place, one after the other, in a graph in which nothing else moves.
class Placer
{
public:
    explicit Placer(const LayoutRequest &request)
        : m_request(request)
        , m_placed(request.nodes.size(), false)
    {
        m_centres.resize(request.nodes.size());
        for (int node = 0; node < request.nodes.size(); ++node) {
            if (request.nodes[node].fixed)
                settle(node, *request.nodes[node].fixed);
        }
    }

    QList<QPointF> place()
    {
        // Cards first: pills go between them. Of each kind those with most placed neighbours come first.
        for (NodeKind kind : {NodeKind::Card, NodeKind::Pill}) {
            for (int node = next(kind); node >= 0; node = next(kind))
                settle(node, roomFor(node));
        }
        return m_centres;
    }

private:
    void settle(int node, QPointF centre)
    {
        m_centres[node] = centre;
        m_placed[node] = true;
        m_boxes = fitGroups(placedOnly(), placedCentres());
    }

    // The request and the centres of what is placed so far, with the same groups.
    LayoutRequest placedOnly() const
    {
        LayoutRequest request;
        request.groups = m_request.groups;
        request.spacing = m_request.spacing;
        for (int node = 0; node < m_request.nodes.size(); ++node) {
            if (m_placed[node])
                request.nodes.append(m_request.nodes[node]);
        }
        return request;
    }

    QList<QPointF> placedCentres() const
    {
        QList<QPointF> centres;
        for (int node = 0; node < m_request.nodes.size(); ++node) {
            if (m_placed[node])
                centres.append(m_centres[node]);
        }
        return centres;
    }

    QList<int> placedNeighbours(int node) const
    {
        QList<int> neighbours;
        for (const Edge &edge : m_request.edges) {
            const int other = edge.pill == node ? edge.card : edge.card == node ? edge.pill : -1;
            if (other >= 0 && m_placed[other])
                neighbours.append(other);
        }
        return neighbours;
    }

    int next(NodeKind kind) const
    {
        int best = -1;
        qsizetype most = -1;
        for (int node = 0; node < m_request.nodes.size(); ++node) {
            if (m_placed[node] || m_request.nodes[node].kind != kind)
                continue;
            const qsizetype ties = placedNeighbours(node).size();
            if (ties > most) {
                most = ties;
                best = node;
            }
        }
        return best;
    }

    QPointF wished(int node) const
    {
        QPointF sum;
        const QList<int> neighbours = placedNeighbours(node);
        for (int other : neighbours)
            sum += m_centres[other];
        if (!neighbours.isEmpty())
            return sum / double(neighbours.size());
        const int group = m_request.nodes[node].group;
        if (group >= 0 && !m_boxes.value(group).isNull())
            return m_boxes[group].center();
        QRectF all;
        for (int other = 0; other < m_request.nodes.size(); ++other) {
            if (m_placed[other])
                all = all.united(centredRect(m_centres[other], m_request.nodes[other].size));
        }
        return all.isNull() ? QPointF() : QPointF(all.right(), all.center().y());
    }

    // On growing rings around the wished place, until there is room. Where a group can't grow without reaching
    // into another there is none at any distance: then only cards and pills stay apart.
    QPointF roomFor(int node) const
    {
        constexpr int mostRings = 80;
        const std::optional<QPointF> apart = roomWithin(node, mostRings, true);
        return apart ? *apart : *roomWithin(node, std::numeric_limits<int>::max(), false);
    }

    std::optional<QPointF> roomWithin(int node, int rings, bool groupsApart) const
    {
        const QPointF wish = wished(node);
        constexpr double step = 16;
        for (int ring = 0; ring < rings; ++ring) {
            const int places = std::max(1, ring * 8);
            std::optional<QPointF> best;
            double least = 0;
            for (int k = 0; k < places; ++k) {
                const double angle = 2 * M_PI * k / places;
                const QPointF centre = wish + QPointF(std::cos(angle) * 1.4, std::sin(angle)) * (ring * step);
                const double cost = distanceToNeighbours(node, centre);
                if ((!best || cost < least) && fits(node, centre, groupsApart)) {
                    best = QPointF(std::round(centre.x()), std::round(centre.y()));
                    least = cost;
                }
            }
            if (best)
                return best;
        }
        return std::nullopt;
    }

    double distanceToNeighbours(int node, QPointF centre) const
    {
        double sum = 0;
        for (int other : placedNeighbours(node))
            sum += std::hypot(centre.x() - m_centres[other].x(), centre.y() - m_centres[other].y());
        return sum;
    }

    bool fits(int node, QPointF centre, bool groupsApart) const
    {
        const double gap = m_request.spacing.node;
        const QRectF rect = centredRect(centre, m_request.nodes[node].size);
        const QRectF roomy = rect.adjusted(-gap, -gap, gap, gap);
        for (int other = 0; other < m_request.nodes.size(); ++other) {
            if (m_placed[other] &&
                roomy.intersects(centredRect(m_centres[other], m_request.nodes[other].size)))
                return false;
        }
        for (int group = 0; groupsApart && group < m_boxes.size(); ++group) {
            if (!isInGroup(m_request, node, group) && !m_boxes[group].isNull() &&
                roomy.intersects(m_boxes[group]))
                return false;
        }
        return !groupsApart || m_request.nodes[node].group < 0 || groupsStayApart(node, centre);
    }

    // Groups grow around what is added: they must not grow over strangers.
    bool groupsStayApart(int node, QPointF centre) const
    {
        LayoutRequest request = placedOnly();
        QList<QPointF> centres = placedCentres();
        request.nodes.append(m_request.nodes[node]);
        centres.append(centre);
        const QList<QRectF> boxes = fitGroups(request, centres);
        for (int group = 0; group < boxes.size(); ++group) {
            if (boxes[group] == m_boxes.value(group))
                continue;
            for (int other = 0; other < request.nodes.size(); ++other) {
                if (!isInGroup(request, other, group) &&
                    boxes[group].intersects(centredRect(centres[other], request.nodes[other].size)))
                    return false;
            }
            for (int other = 0; other < boxes.size(); ++other) {
                if (!areNested(request, group, other) && boxes[group].intersects(boxes[other]))
                    return false;
            }
        }
        return true;
    }

    const LayoutRequest &m_request;
    QList<bool> m_placed;
    QList<QPointF> m_centres;
    QList<QRectF> m_boxes;
};

} // namespace

Placement placeAdded(const LayoutRequest &request)
{
    return route(request, centresWithAdded(request));
}

QList<QPointF> centresWithAdded(const LayoutRequest &request)
{
    return Placer(request).place();
}

Placement route(const LayoutRequest &request, const QList<QPointF> &centres)
{
    Placement placement;
    placement.centres = centres;
    placement.groupBoxes = fitGroups(request, centres);
    if (request.nodes.size() > LayoutRequest::maxDotNodes) {
        drawStraightLines(request, placement);
    } else {
        placement.edges = drawEdges(request, centres);
        placement.links = drawLinks(request, centres, placement.edges);
    }
    placement.bounds = boundsOf(request, placement);
    return placement;
}

Placement reroute(const LayoutRequest &request, const Placement &previous, const QList<QPointF> &centres,
                  const QList<int> &moved)
{
    if (previous.edges.size() != request.edges.size() || request.nodes.size() > LayoutRequest::maxDotNodes)
        return route(request, centres);
    Placement placement;
    placement.centres = centres;
    placement.groupBoxes = fitGroups(request, centres);
    placement.edges = redrawEdges(request, centres, previous.edges, moved);
    placement.links = drawLinks(request, centres, placement.edges);
    placement.bounds = boundsOf(request, placement);
    return placement;
}

} // namespace entente::layout
