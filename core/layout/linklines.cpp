#include "layout/border.h"
#include "layout/lines.h"
#include "layout/router.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::layout {

namespace {

constexpr double linkClearance =
    5; // a conflict is a double line with a mark: it needs more air than a plain one

Curve arc(QPointF from, QPointF to, double bulge)
{
    const QPointF way = to - from;
    const QPointF aside(-way.y() * bulge, way.x() * bulge);
    return {{from, from + way / 3 + aside, from + way * 2 / 3 + aside, to}};
}

QList<QList<QPointF>> allFlattened(const QList<Curve> &curves)
{
    QList<QList<QPointF>> lines;
    lines.reserve(curves.size());
    for (const Curve &curve : curves)
        lines.append(flattened(curve, 1.0));
    return lines;
}

int crossings(const QList<QPointF> &points, const QList<QList<QPointF>> &edges)
{
    int count = 0;
    for (const QList<QPointF> &other : edges) {
        for (qsizetype i = 1; i < points.size(); ++i) {
            for (qsizetype j = 1; j < other.size(); ++j) {
                const auto side = [](QPointF o, QPointF a, QPointF b) {
                    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
                };
                const QPointF a = points[i - 1];
                const QPointF b = points[i];
                const QPointF c = other[j - 1];
                const QPointF d = other[j];
                if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0)
                    ++count;
            }
        }
    }
    return count;
}

class LinkDrawer
{
public:
    LinkDrawer(const LayoutRequest &request, const QList<QPointF> &centres, const QList<Curve> &edges)
        : m_request(request)
        , m_obstacles(request, centres)
        , m_edges(allFlattened(edges))
    {}

    // Its mark keeps free of those drawn before.
    Curve draw(const Link &link)
    {
        Curve best;
        double least = std::numeric_limits<double>::infinity();
        const auto consider = [&](const Curve &curve) {
            if (!curve.isEmpty() && isCheaper(link, curve, least))
                best = curve;
        };
        constexpr std::array bulges{0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4, 0.6, -0.6};
        for (Side from : sides) {
            for (Side to : sides) {
                const Route route = routeOf(link, from, to);
                for (double bulge : bulges)
                    consider(arc(route.from, route.to, bulge));
                consider(sideToSide(route));
            }
        }
        if (best.isEmpty() || least >= obstructed)
            leaningOnOneEnd(link, consider);
        if (best.isEmpty() || least >= obstructed)
            around(link, consider);
        m_marks.append(markOf(link, best));
        return best;
    }

private:
    static constexpr std::array sides{Side::Top, Side::Bottom, Side::Left, Side::Right};
    static constexpr double obstructed = 1e6;

    Route routeOf(const Link &link, Side from, Side to) const
    {
        return {pointOnSide(m_request.nodes[link.from], m_obstacles.rect(link.from), from, 0.5), from,
                pointOnSide(m_request.nodes[link.to], m_obstacles.rect(link.to), to, 0.5), to};
    }

    template <typename Consider> void leaningOnOneEnd(const Link &link, const Consider &consider) const
    {
        for (Side from : sides) {
            for (Side to : sides) {
                for (double share : leanings)
                    consider(leaning(routeOf(link, from, to), share));
            }
        }
    }

    // Ways around, first with room for the mark everywhere, then only for the line.
    template <typename Consider> void around(const Link &link, const Consider &consider) const
    {
        const double half = std::max(link.mark.width(), link.mark.height()) / 2;
        for (double room : {half + 2, linkClearance + 1}) {
            for (Side from : sides) {
                for (Side to : sides)
                    consider(routeAround(m_obstacles, routeOf(link, from, to), room));
            }
        }
    }

    static QRectF markOf(const Link &link, const Curve &curve)
    {
        return curve.isEmpty() ? QRectF() : centredRect(middleByLength(curve), link.mark);
    }

    bool isMarkCovered(const QRectF &mark) const
    {
        return !m_obstacles.isFree(mark) ||
               std::any_of(m_marks.begin(), m_marks.end(),
                           [&](const QRectF &other) { return other.intersects(mark); });
    }

    // Whether the curve costs less than the least so far, which its cost then becomes.
    bool isCheaper(const Link &link, const Curve &curve, double &least) const
    {
        const QList<QPointF> points = flattened(curve);
        const double length = lengthOf(points);
        const bool overOwn = entersOwn(link, points);
        const bool markCovered = isMarkCovered(markOf(link, curve));
        const int hits = m_obstacles.hits(points, link.from, link.to, linkClearance);
        double cost = obstructed * (hits + overOwn + markCovered) + length;
        if (cost < least) // crossings, which take longest to count, only make it dearer
            cost += 60.0 * crossings(points, m_edges);
        if (cost >= least)
            return false;
        least = cost;
        return true;
    }

    bool entersOwn(const Link &link, const QList<QPointF> &points) const
    {
        for (int node : {link.from, link.to}) {
            const QRectF inner = m_obstacles.rect(node).adjusted(1, 1, -1, -1);
            for (qsizetype i = 1; i < points.size(); ++i) {
                if (segmentMeets(points[i - 1], points[i], inner))
                    return true;
            }
        }
        return false;
    }

    const LayoutRequest &m_request;
    Obstacles m_obstacles;
    QList<QList<QPointF>> m_edges;
    QList<QRectF> m_marks; // of the links drawn so far
};

} // namespace

QList<Curve> drawLinks(const LayoutRequest &request, const QList<QPointF> &centres, const QList<Curve> &edges)
{
    LinkDrawer drawer(request, centres, edges);
    QList<Curve> curves;
    for (const Link &link : request.links)
        curves.append(link.from == link.to ? Curve() : drawer.draw(link));
    return curves;
}

} // namespace entente::layout
