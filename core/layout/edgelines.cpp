#include "layout/border.h"
#include "layout/lines.h"
#include "layout/router.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace entente::layout {

namespace {

constexpr double mostDetour = 1.6;  // of a cubic by other sides; beyond, a way around may be shorter
constexpr double lineClearance = 3; // in pixels, between a line and a node that isn't its own

Side facing(const QRectF &from, const QRectF &to, bool vertical)
{
    if (vertical)
        return to.center().y() > from.center().y() ? Side::Bottom : Side::Top;
    return to.center().x() > from.center().x() ? Side::Right : Side::Left;
}

struct Ends
{
    Side pillSide;
    Side cardSide;
    double pillAlong = 0.5;
    double cardAlong = 0.5;
};

class EdgeDrawer
{
public:
    EdgeDrawer(const LayoutRequest &request, const QList<QPointF> &centres)
        : m_request(request)
        , m_obstacles(request, centres)
    {
        for (const Edge &edge : request.edges)
            m_ends.append(sidesFor(edge));
        spread();
    }

    Curve draw(qsizetype i, const Curve &fallback, Care care) const
    {
        const Edge &edge = m_request.edges[i];
        const Route route = routeOf(m_request.edges[i], m_ends[i]);
        if (const auto clear = clearCubic(route, edge))
            return *clear;
        const Curve direct = sideToSide(route);
        if (const Curve snapped = attached(fallback, edge); !snapped.isEmpty() && isClear(snapped, edge))
            return snapped;
        if (care == Care::Quick)
            return direct;
        const Curve other = byOtherSides(i);
        const QPointF way = route.to - route.from;
        if (!other.isEmpty() && lengthOf(other) <= mostDetour * std::hypot(way.x(), way.y()))
            return other;
        for (double room : {8.0, 4.0}) {
            const Curve around = routeAround(m_obstacles, route, room);
            if (!around.isEmpty() && (other.isEmpty() || lengthOf(around) < lengthOf(other)))
                return around;
        }
        return other.isEmpty() ? direct : other;
    }

    bool isClear(const Curve &curve, const Edge &edge) const
    {
        const QList<QPointF> points = flattened(curve);
        return m_obstacles.isClear(points, edge.pill, edge.card, lineClearance) && staysOutside(points, edge);
    }

private:
    // From side to side, else with its turn near one of its ends.
    std::optional<Curve> clearCubic(const Route &route, const Edge &edge) const
    {
        const Curve even = sideToSide(route);
        if (isClear(even, edge))
            return even;
        for (double share : leanings) {
            const Curve curve = leaning(route, share);
            if (isClear(curve, edge))
                return curve;
        }
        return std::nullopt;
    }

    // The pair of facing sides whose cubic is clear, short and turns little.
    Ends sidesFor(const Edge &edge) const
    {
        const QRectF &pill = m_obstacles.rect(edge.pill);
        const QRectF &card = m_obstacles.rect(edge.card);
        std::optional<Ends> best;
        double least = 0;
        for (bool pillVertical : {false, true}) {
            for (bool cardVertical : {false, true}) {
                const Ends ends{facing(pill, card, pillVertical), facing(card, pill, cardVertical)};
                const double cost = costOf(edge, ends);
                if (!best || cost < least) {
                    best = ends;
                    least = cost;
                }
            }
        }
        return *best;
    }

    double costOf(const Edge &edge, const Ends &ends) const
    {
        constexpr double blocked = 1e5;
        constexpr double turn = 40; // a quarter turn is worth a detour of so many pixels
        const Route route = routeOf(edge, ends);
        const std::optional<Curve> clear = clearCubic(route, edge);
        const double length = lengthOf(clear ? *clear : sideToSide(route));
        const QPointF way = route.to - route.from;
        const double distance = std::max(1.0, std::hypot(way.x(), way.y()));
        // How far the line leaves and arrives off the straight way: 0 along it, 2 against it.
        const double off = 2 - QPointF::dotProduct(way, outwards(ends.pillSide)) / distance +
                           QPointF::dotProduct(way, outwards(ends.cardSide)) / distance;
        return length + turn * off + (clear ? 0 : blocked);
    }

    // A line must not run back over the nodes that it joins.
    bool staysOutside(const QList<QPointF> &points, const Edge &edge) const
    {
        for (int node : {edge.pill, edge.card}) {
            const QRectF inner = m_obstacles.rect(node).adjusted(1.5, 1.5, -1.5, -1.5);
            for (qsizetype i = 1; i < points.size(); ++i) {
                if (segmentMeets(points[i - 1], points[i], inner))
                    return false;
            }
        }
        return true;
    }

    Route routeOf(const Edge &edge, const Ends &ends) const
    {
        const Node &pill = m_request.nodes[edge.pill];
        const Node &card = m_request.nodes[edge.card];
        return {pointOnSide(pill, m_obstacles.rect(edge.pill), ends.pillSide, ends.pillAlong), ends.pillSide,
                pointOnSide(card, m_obstacles.rect(edge.card), ends.cardSide, ends.cardAlong), ends.cardSide};
    }

    Curve attached(Curve curve, const Edge &edge) const
    {
        if (curve.isEmpty())
            return curve;
        curve.points.first() =
            snappedToBorder(m_request.nodes[edge.pill], m_obstacles.rect(edge.pill), curve.points.first());
        curve.points.last() =
            snappedToBorder(m_request.nodes[edge.card], m_obstacles.rect(edge.card), curve.points.last());
        return curve;
    }

    Curve byOtherSides(qsizetype i) const
    {
        constexpr std::array sides{Side::Top, Side::Bottom, Side::Left, Side::Right};
        Curve best;
        double least = std::numeric_limits<double>::infinity();
        for (Side pillSide : sides) {
            for (Side cardSide : sides) {
                const Route route = routeOf(m_request.edges[i], {pillSide, cardSide, 0.5, 0.5});
                const std::optional<Curve> curve = clearCubic(route, m_request.edges[i]);
                if (!curve)
                    continue;
                const QPointF way = route.to - route.from;
                const double cost =
                    std::hypot(way.x(), way.y()) + boundsOf(*curve).width() + boundsOf(*curve).height();
                if (cost < least) {
                    least = cost;
                    best = *curve;
                }
            }
        }
        return best;
    }

    // Ends that share a side of a node stand next to each other in the order of where they come from.
    void spread()
    {
        struct End
        {
            qsizetype edge;
            bool atPill;
            double from; // coordinate of the other end along the side
        };
        QHash<int, QList<End>> bySide;
        for (qsizetype i = 0; i < m_request.edges.size(); ++i) {
            const Edge &edge = m_request.edges[i];
            bySide[edge.pill * 4 + int(m_ends[i].pillSide)].append(
                {i, true, along(m_ends[i].pillSide, edge.card)});
            bySide[edge.card * 4 + int(m_ends[i].cardSide)].append(
                {i, false, along(m_ends[i].cardSide, edge.pill)});
        }
        for (QList<End> &ends : bySide) {
            std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) {
                return a.from != b.from ? a.from < b.from : a.edge < b.edge;
            });
            for (qsizetype k = 0; k < ends.size(); ++k) {
                Ends &of = m_ends[ends[k].edge];
                const int node =
                    ends[k].atPill ? m_request.edges[ends[k].edge].pill : m_request.edges[ends[k].edge].card;
                (ends[k].atPill ? of.pillAlong : of.cardAlong) =
                    position(k, ends.size(), node, ends[k].atPill ? of.pillSide : of.cardSide);
            }
        }
    }

    double along(Side side, int node) const
    {
        const QPointF centre = m_obstacles.rect(node).center();
        return side == Side::Top || side == Side::Bottom ? centre.x() : centre.y();
    }

    // Evenly around the middle, at most so far apart that they don't look like belonging to nothing.
    double position(qsizetype k, qsizetype count, int node, Side side) const
    {
        const Node &shape = m_request.nodes[node];
        const QRectF &rect = m_obstacles.rect(node);
        const QPointF first = pointOnSide(shape, rect, side, 0);
        const QPointF last = pointOnSide(shape, rect, side, 1);
        const double length = std::max(1.0, std::hypot(last.x() - first.x(), last.y() - first.y()));
        constexpr double widest = 26;
        const double step = std::min(widest, length / double(count));
        return 0.5 + (double(k) - double(count - 1) / 2) * step / length;
    }

    const LayoutRequest &m_request;
    Obstacles m_obstacles;
    QList<Ends> m_ends;
};

} // namespace

QList<Curve> drawEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                       const QList<Curve> &fallback, Care care)
{
    const EdgeDrawer drawer(request, centres);
    QList<Curve> curves;
    curves.reserve(request.edges.size());
    for (qsizetype i = 0; i < request.edges.size(); ++i)
        curves.append(drawer.draw(i, fallback.value(i), care));
    return curves;
}

QList<Curve> redrawEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                         const QList<Curve> &previous, const QList<int> &moved)
{
    const EdgeDrawer drawer(request, centres);
    QList<Curve> curves = previous;
    for (qsizetype i = 0; i < request.edges.size(); ++i) {
        const Edge &edge = request.edges[i];
        const bool ends = moved.contains(edge.pill) || moved.contains(edge.card);
        if (ends || !drawer.isClear(previous[i], edge))
            curves[i] = drawer.draw(i, {}, Care::Full);
    }
    return curves;
}

QRectF boundsOf(const LayoutRequest &request, const Placement &placement)
{
    QRectF bounds;
    for (qsizetype i = 0; i < placement.centres.size(); ++i)
        bounds = bounds.united(centredRect(placement.centres[i], request.nodes[i].size));
    for (const QRectF &box : placement.groupBoxes)
        bounds = bounds.united(box);
    for (const QList<Curve> &curves : {placement.edges, placement.links}) {
        for (const Curve &curve : curves) {
            if (!bounds.contains(boundsOf(curve))) // which holds all of the curve, and mostly more
                bounds = bounds.united(boundsOf(Curve{flattened(curve)}));
        }
    }
    return bounds;
}

} // namespace entente::layout
