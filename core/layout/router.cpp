#include "layout/router.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <vector>

namespace entente::layout {

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// A* over the corners of the inflated obstacles (Lozano-Pérez and Wesley 1979); what sees what is found when
// it is asked.
class CornerSearch
{
public:
    CornerSearch(const Obstacles &obstacles, QPointF from, QPointF to, double clearance)
    {
        m_inflated.reserve(size_t(obstacles.count()));
        for (int i = 0; i < obstacles.count(); ++i)
            m_inflated.push_back(obstacles.rect(i).adjusted(-clearance, -clearance, clearance, clearance));
        m_points = {from, to};
        constexpr double beyond = 0.5; // so that a path along a corner doesn't count as meeting it
        const double margin = clearance + beyond;
        for (int i = 0; i < obstacles.count(); ++i) {
            const QRectF rect = obstacles.rect(i).adjusted(-margin, -margin, margin, margin);
            for (QPointF corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()}) {
                if (isFree(corner))
                    m_points.push_back(corner);
            }
        }
    }

    QList<QPointF> path()
    {
        struct Open
        {
            double estimate;
            size_t point;
            bool operator<(const Open &other) const
            {
                return estimate != other.estimate ? estimate > other.estimate : point > other.point;
            }
        };
        std::vector<double> cost(m_points.size(), std::numeric_limits<double>::infinity());
        std::vector<size_t> before(m_points.size(), 0);
        std::vector<bool> settled(m_points.size(), false);
        std::priority_queue<Open> open;
        cost[0] = 0;
        open.push({distance(m_points[0], m_points[1]), 0});
        constexpr double bendCost = 12; // a detour of so many pixels is worth a bend less
        while (!open.empty()) {
            const size_t at = open.top().point;
            open.pop();
            if (at == 1)
                return trace(before);
            if (settled[at])
                continue;
            settled[at] = true;
            for (size_t next = 1; next < m_points.size(); ++next) {
                const double through =
                    cost[at] + distance(m_points[at], m_points[next]) + (next == 1 ? 0 : bendCost);
                if (settled[next] || through >= cost[next] || !sees(m_points[at], m_points[next]))
                    continue;
                cost[next] = through;
                before[next] = at;
                open.push({through + distance(m_points[next], m_points[1]), next});
            }
        }
        return {};
    }

private:
    bool isFree(QPointF point) const
    {
        return std::none_of(m_inflated.begin(), m_inflated.end(),
                            [point](const QRectF &rect) { return rect.contains(point); });
    }

    bool sees(QPointF a, QPointF b) const
    {
        return std::none_of(m_inflated.begin(), m_inflated.end(),
                            [a, b](const QRectF &rect) { return segmentMeets(a, b, rect); });
    }

    QList<QPointF> trace(const std::vector<size_t> &before) const
    {
        QList<QPointF> points{m_points[1]};
        for (size_t at = 1; at != 0;) {
            at = before[at];
            points.prepend(m_points[at]);
        }
        return points;
    }

    std::vector<QRectF> m_inflated;
    std::vector<QPointF> m_points;
};

void appendStraight(Curve &curve, QPointF to)
{
    const QPointF from = curve.end();
    curve.points.append({from + (to - from) / 3, from + (to - from) * 2 / 3, to});
}

// The polyline with its corners rounded; the rounding stays within `radius` of the corner.
Curve rounded(const QList<QPointF> &points, double radius)
{
    Curve curve{{points.first()}};
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points[i];
        const double before = distance(points[i - 1], corner);
        const double after = distance(corner, points[i + 1]);
        const double reach = std::min({radius, before / 2, after / 2});
        if (reach < 0.1)
            continue;
        const QPointF in = corner + (points[i - 1] - corner) * (reach / before);
        const QPointF out = corner + (points[i + 1] - corner) * (reach / after);
        if (distance(curve.end(), in) > 0.1)
            appendStraight(curve, in);
        curve.points.append({in + (corner - in) * 0.6, out + (corner - out) * 0.6, out});
    }
    appendStraight(curve, points.last());
    return curve;
}

// How far the way goes in the direction of a side, but never so short that the line would bend sharply.
double reachOf(Side side, QPointF way, double share)
{
    const double along = outwards(side).x() != 0 ? way.x() : way.y();
    return std::max(share * std::abs(along), 0.2 * std::hypot(way.x(), way.y()));
}

} // namespace

Curve sideToSide(const Route &route)
{
    const QPointF way = route.to - route.from;
    return {{route.from, route.from + outwards(route.fromSide) * reachOf(route.fromSide, way, 0.5),
             route.to + outwards(route.toSide) * reachOf(route.toSide, way, 0.5), route.to}};
}

Curve leaning(const Route &route, double share)
{
    const QPointF way = route.to - route.from;
    return {{route.from, route.from + outwards(route.fromSide) * share * reachOf(route.fromSide, way, 1),
             route.to + outwards(route.toSide) * (1 - share) * reachOf(route.toSide, way, 1), route.to}};
}

Curve routeAround(const Obstacles &obstacles, const Route &route, double clearance)
{
    constexpr double leave = 1; // beyond the clearance, so that the search starts in the open
    const QPointF start = route.from + outwards(route.fromSide) * (clearance + leave);
    const QPointF end = route.to + outwards(route.toSide) * (clearance + leave);
    QList<QPointF> points = CornerSearch(obstacles, start, end, clearance).path();
    if (points.isEmpty())
        return {};
    points.prepend(route.from);
    points.append(route.to);
    return rounded(points, 1.8 * clearance);
}

} // namespace entente::layout
