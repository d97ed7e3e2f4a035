#include "layout/groupboxes.h"
#include "layout/layouter.h"
#include "layout/occupancy.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace entente::layout {

namespace {

// The groups' areas while nodes are added one by one, as fitGroups() would have them.
class GrowingGroups
{
public:
    explicit GrowingGroups(const LayoutRequest &request)
        : m_request(request)
        , m_contents(request.groups.size())
        , m_boxes(request.groups.size())
    {}

    const QRectF &box(int group) const { return m_boxes[group]; }

    // The areas that grow when a node is put there, inner ones first: visit(group, contents, area).
    template <typename Visit> void forEachGrowing(int node, const QRectF &rect, Visit visit) const
    {
        QRectF added = rect;
        for (int group = m_request.nodes[node].group; group >= 0; group = m_request.groups[group].parent) {
            const QRectF contents = m_contents[group].united(added);
            added = areaAround(group, contents);
            if (added == m_boxes[group])
                return;
            visit(group, contents, added);
        }
    }

    // Calls grown(group) for each whose area has changed.
    template <typename Grown> void add(int node, const QRectF &rect, Grown grown)
    {
        QList<std::pair<int, std::pair<QRectF, QRectF>>> changes;
        forEachGrowing(node, rect, [&changes](int group, const QRectF &contents, const QRectF &area) {
            changes.append({group, {contents, area}});
        });
        for (const auto &[group, rects] : changes) {
            m_contents[group] = rects.first;
            m_boxes[group] = rects.second;
            grown(group);
        }
    }

private:
    QRectF areaAround(int group, QRectF contents) const
    {
        const double padding = m_request.spacing.groupPadding;
        const QSizeF title = m_request.groups[group].title;
        contents.setWidth(std::max(contents.width(), title.width()));
        return contents.adjusted(-padding, -padding - title.height(), padding, padding);
    }

    const LayoutRequest &m_request;
    QList<QRectF> m_contents; // of each group: its nodes and the areas of the groups in it
    QList<QRectF> m_boxes;    // null without members
};

QRectF extentOfFixed(const LayoutRequest &request)
{
    QRectF all;
    for (const Node &node : request.nodes) {
        if (node.fixed)
            all = all.united(centredRect(*node.fixed, node.size));
    }
    return all;
}

// Finds room for nodes without a place, one after the other, in a graph in which nothing else moves. What a
// node costs depends on its surroundings, not on the size of the graph.
class Placer
{
public:
    explicit Placer(const LayoutRequest &request)
        : m_request(request)
        , m_placed(request.nodes.size(), false)
        , m_centres(request.nodes.size())
        , m_neighbours(request.nodes.size())
        , m_ties(request.nodes.size(), 0)
        , m_groups(request)
        , m_nodesAt(extentOfFixed(request), int(request.nodes.size()))
        , m_groupsAt(extentOfFixed(request), int(request.groups.size()))
    {
        for (const Edge &edge : request.edges) {
            if (request.nodes[edge.pill].fixed && request.nodes[edge.card].fixed)
                continue; // only neighbours of what seeks a place are asked for
            m_neighbours[edge.pill].append(edge.card);
            m_neighbours[edge.card].append(edge.pill);
        }
        for (int node = 0; node < request.nodes.size(); ++node) {
            if (request.nodes[node].fixed)
                settle(node, *request.nodes[node].fixed);
        }
    }

    QList<QPointF> place()
    {
        // Cards first: pills go between them. Of each kind those with most placed neighbours come first.
        for (NodeKind kind : {NodeKind::Card, NodeKind::Pill}) {
            fillQueue(kind);
            for (int node = next(); node >= 0; node = next())
                settle(node, roomFor(node));
        }
        return m_centres;
    }

private:
    enum class Demand { GroupsApart, NodesApart };

    void settle(int node, QPointF centre)
    {
        const QRectF rect = centredRect(centre, m_request.nodes[node].size);
        m_centres[node] = centre;
        m_placed[node] = true;
        m_all = m_all.united(rect);
        m_nodesAt.add(rect, node);
        m_groups.add(node, rect, [this](int group) { m_groupsAt.add(m_groups.box(group), group); });
        for (int other : m_neighbours[node]) {
            ++m_ties[other];
            if (!m_placed[other] && m_request.nodes[other].kind == m_queued)
                m_queue.push({m_ties[other], -other});
        }
    }

    void fillQueue(NodeKind kind)
    {
        m_queue = {};
        m_queued = kind;
        for (int node = 0; node < m_request.nodes.size(); ++node) {
            if (!m_placed[node] && m_request.nodes[node].kind == kind)
                m_queue.push({m_ties[node], -node});
        }
    }

    int next()
    {
        while (!m_queue.empty()) {
            const int node = -m_queue.top().second;
            m_queue.pop();
            if (!m_placed[node])
                return node;
        }
        return -1;
    }

    QPointF wished(int node) const
    {
        QPointF sum;
        for (int other : m_neighbours[node]) {
            if (m_placed[other])
                sum += m_centres[other];
        }
        if (m_ties[node] > 0)
            return sum / m_ties[node];
        const int group = m_request.nodes[node].group;
        if (group >= 0 && !m_groups.box(group).isNull())
            return m_groups.box(group).center();
        return m_all.isNull() ? QPointF() : QPointF(m_all.right(), m_all.center().y());
    }

    // Near the wished place; where strangers stand inside the group, anywhere free of other nodes; else
    // beyond all.
    QPointF roomFor(int node) const
    {
        for (Demand demand : {Demand::GroupsApart, Demand::NodesApart}) {
            if (const auto room = roomNear(wished(node), node, demand))
                return *room;
        }
        return {m_all.right() + m_request.spacing.component + m_request.nodes[node].size.width() / 2,
                m_all.center().y()};
    }

    // On growing rings, so many at most.
    std::optional<QPointF> roomNear(QPointF wish, int node, Demand demand) const
    {
        constexpr double step = 16;
        constexpr int mostRings = 60;
        for (int ring = 0; ring < mostRings; ++ring) {
            const int places = std::max(1, ring * 8);
            std::optional<QPointF> best;
            double least = 0;
            for (int k = 0; k < places; ++k) {
                const double angle = 2 * std::numbers::pi * k / places;
                const QPointF centre = wish + QPointF(std::cos(angle) * 1.4, std::sin(angle)) * (ring * step);
                const double cost = distanceToNeighbours(node, centre);
                if ((!best || cost < least) && fits(node, centre, demand)) {
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
        for (int other : m_neighbours[node]) {
            if (m_placed[other])
                sum += std::hypot(centre.x() - m_centres[other].x(), centre.y() - m_centres[other].y());
        }
        return sum;
    }

    bool fits(int node, QPointF centre, Demand demand) const
    {
        const double gap = m_request.spacing.node;
        const QRectF rect = centredRect(centre, m_request.nodes[node].size);
        const QRectF roomy = rect.adjusted(-gap, -gap, gap, gap);
        if (!m_nodesAt.isFree(roomy))
            return false;
        if (demand == Demand::NodesApart)
            return true;
        const auto isStrange = [&](int group) { return !isInGroup(m_request, node, group); };
        return !m_groupsAt.anyMeeting(roomy, isStrange) && groupsStayApart(node, rect);
    }

    // Groups grow around what is added: they must not grow over strangers.
    bool groupsStayApart(int node, const QRectF &rect) const
    {
        bool apart = true;
        m_groups.forEachGrowing(node, rect, [&](int group, const QRectF &, const QRectF &area) {
            apart =
                apart &&
                !m_nodesAt.anyMeeting(area, [&](int other) { return !isInGroup(m_request, other, group); }) &&
                !m_groupsAt.anyMeeting(area, [&](int other) { return !areNested(m_request, group, other); });
        });
        return apart;
    }

    const LayoutRequest &m_request;
    QList<bool> m_placed;
    QList<QPointF> m_centres;
    QList<QList<int>> m_neighbours;
    QList<int> m_ties; // placed neighbours of each node
    QRectF m_all;      // around all that is placed
    GrowingGroups m_groups;
    Occupancy m_nodesAt;
    Occupancy m_groupsAt;
    NodeKind m_queued = NodeKind::Card;
    std::priority_queue<std::pair<int, int>> m_queue; // ties and negative index; outdated ones among them
};

} // namespace

Placement placeAdded(const LayoutRequest &request)
{
    return route(request, centresWithAdded(request));
}

QList<QPointF> centresWithAdded(const LayoutRequest &request)
{
    QList<QPointF> centres;
    centres.reserve(request.nodes.size());
    for (const Node &node : request.nodes) {
        if (!node.fixed)
            return Placer(request).place();
        centres.append(*node.fixed);
    }
    return centres;
}

} // namespace entente::layout
