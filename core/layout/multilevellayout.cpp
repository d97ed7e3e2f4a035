#include "layout/multilevellayout.h"

#include "layout/bodylayout.h"
#include "layout/groupboxes.h"
#include "layout/layouter.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

constexpr int whole = -1; // where an index of a group stands for the floor that all of them lie on

// What is placed together: the whole drawing, or the inside of one group. Its bodies are first the cards,
// then the groups that lie directly on it.
struct Floor
{
    std::vector<int> cards;
    std::vector<int> groups;
    std::vector<int> pills;
    BodyGraph graph;
    BodyPlaces places;
    QPointF origin; // of its coordinates in those of the whole
};

class MultilevelLayout
{
public:
    MultilevelLayout(const LayoutRequest &request, LayoutControl &control)
        : m_request(request)
        , m_control(control)
        , m_floors(request.groups.size() + 1)
        , m_bodyOfNode(request.nodes.size(), 0)
        , m_bodyOfGroup(request.groups.size(), 0)
    {
        furnish();
        bindBodies();
        takeHints();
    }

    QList<QPointF> centres()
    {
        m_control.total = double(m_request.nodes.size() + m_request.groups.size());
        const int groups = int(m_request.groups.size());
        for (int group = groups - 1; group >= whole && !m_control.cancelled; --group)
            layOut(group); // inner groups have larger indices than those around them
        QList<QPointF> centres(m_request.nodes.size());
        if (m_control.cancelled)
            return centres;
        for (int group = whole; group < groups; ++group)
            lookUp(group, centres);
        return centres;
    }

private:
    Floor &floorOf(int group) { return m_floors[group + 1]; }

    void furnish()
    {
        for (int node = 0; node < m_request.nodes.size(); ++node) {
            const Node &shape = m_request.nodes[node];
            Floor &floor = floorOf(shape.group);
            std::vector<int> &list = shape.kind == NodeKind::Card ? floor.cards : floor.pills;
            m_bodyOfNode[node] = int(list.size());
            list.push_back(node);
            if (shape.kind == NodeKind::Card) {
                floor.graph.bodies.push_back(shape.size);
                floor.graph.hints.push_back(shape.hint);
            } else {
                floor.graph.pills.push_back({shape.size, {}, shape.hint});
            }
        }
        for (int group = 0; group < m_request.groups.size(); ++group) {
            Floor &floor = floorOf(m_request.groups[group].parent);
            m_bodyOfGroup[group] = int(floor.graph.bodies.size());
            floor.groups.push_back(group);
            floor.graph.bodies.emplace_back(); // until its inside is laid out
            floor.graph.hints.emplace_back();
        }
    }

    // Tells each pill which bodies of its own floor hold its parties.
    void bindBodies()
    {
        for (const Edge &edge : m_request.edges) {
            const int group = m_request.nodes[edge.pill].group;
            const int body = bodyWith(edge.card, group);
            if (body >= 0)
                floorOf(group).graph.pills[m_bodyOfNode[edge.pill]].bodies.append(body);
        }
        for (Floor &floor : m_floors) {
            for (BodyGraph::Pill &pill : floor.graph.pills) {
                std::sort(pill.bodies.begin(), pill.bodies.end());
                const auto end = std::unique(pill.bodies.begin(), pill.bodies.end());
                pill.bodies.resize(end - pill.bodies.begin());
            }
        }
    }

    int bodyWith(int card, int group) const
    {
        int at = m_request.nodes[card].group;
        if (at == group)
            return m_bodyOfNode[card];
        while (at >= 0 && m_request.groups[at].parent != group)
            at = m_request.groups[at].parent;
        return at < 0 ? -1 : m_bodyOfGroup[at];
    }

    // A group stood where its members did.
    void takeHints()
    {
        LayoutRequest known;
        known.groups = m_request.groups;
        known.spacing = m_request.spacing;
        QList<QPointF> centres;
        for (const Node &node : m_request.nodes) {
            if (node.hint) {
                known.nodes.append(node);
                centres.append(*node.hint);
            }
        }
        if (centres.isEmpty())
            return;
        const QList<QRectF> boxes = fitGroups(known, centres);
        for (int group = 0; group < boxes.size(); ++group) {
            if (!boxes[group].isNull())
                floorOf(m_request.groups[group].parent).graph.hints[m_bodyOfGroup[group]] =
                    boxes[group].center();
        }
    }

    void layOut(int group)
    {
        Floor &floor = floorOf(group);
        constexpr double squarish = 1.2;
        const double aspect = group == whole ? m_request.aspect : squarish;
        floor.places = layOutBodies(floor.graph, m_request.spacing, aspect, m_control);
        m_control.advance(double(floor.pills.size()));
        if (group == whole || m_control.cancelled)
            return;
        const QRectF extent = extentOf(floor.graph, floor.places);
        const double padding = m_request.spacing.groupPadding;
        const QSizeF title = m_request.groups[group].title;
        floor.origin = QPointF(padding, padding + title.height()) - extent.topLeft();
        Floor &outside = floorOf(m_request.groups[group].parent);
        outside.graph.bodies[m_bodyOfGroup[group]] =
            QSizeF(std::max(extent.width(), title.width()) + 2 * padding,
                   extent.height() + 2 * padding + title.height());
    }

    // From the outside in: the origin of a floor is known before those of the groups on it.
    void lookUp(int group, QList<QPointF> &centres)
    {
        const Floor &floor = floorOf(group);
        const auto place = [&](int node, QPointF local) {
            const QPointF centre = floor.origin + local;
            centres[node] = QPointF(std::round(centre.x()), std::round(centre.y()));
        };
        for (std::size_t i = 0; i < floor.cards.size(); ++i)
            place(floor.cards[i], floor.places.bodies[i]);
        for (std::size_t i = 0; i < floor.pills.size(); ++i)
            place(floor.pills[i], floor.places.pills[i]);
        for (int inner : floor.groups) {
            const int body = m_bodyOfGroup[inner];
            const QSizeF size = floor.graph.bodies[body];
            floorOf(inner).origin +=
                floor.origin + floor.places.bodies[body] - QPointF(size.width(), size.height()) / 2;
        }
    }

    const LayoutRequest &m_request;
    LayoutControl &m_control;
    std::vector<Floor> m_floors;    // of the whole, then of each group
    std::vector<int> m_bodyOfNode;  // among the bodies, or pills, of the node's floor
    std::vector<int> m_bodyOfGroup; // among the bodies of the floor that the group lies on
};

} // namespace

Placement layOutMultilevel(const LayoutRequest &request, LayoutControl &control)
{
    const QList<QPointF> centres = MultilevelLayout(request, control).centres();
    return control.cancelled ? Placement() : route(request, centres);
}

} // namespace entente::layout
