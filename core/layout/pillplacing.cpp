#include "layout/pillplacing.h"

#include "layout/occupancy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::layout {

namespace {

QRectF roomyBox(QPointF centre, QSizeF size, double gap)
{
    const QSizeF roomy(size.width() + gap, size.height() + gap);
    return {centre.x() - roomy.width() / 2, centre.y() - roomy.height() / 2, roomy.width(), roomy.height()};
}

class PillPlacer
{
public:
    PillPlacer(const BodyGraph &graph, const std::vector<QPointF> &bodies, double gap)
        : m_graph(graph)
        , m_bodies(bodies)
        , m_gap(gap)
        , m_pillsAt(graph.bodies.size(), 0)
        , m_taken(extent(), int(graph.bodies.size() + graph.pills.size()))
    {
        for (std::size_t i = 0; i < bodies.size(); ++i)
            m_taken.add(roomyBox(bodies[i], graph.bodies[i], gap));
        for (const BodyGraph::Pill &pill : graph.pills) {
            for (int body : pill.bodies)
                ++m_pillsAt[body];
        }
    }

    QPointF place(const BodyGraph::Pill &pill)
    {
        const QSizeF roomy(pill.size.width() + m_gap, pill.size.height() + m_gap);
        const QPointF centre = onLine(pill).value_or(m_taken.nearestFree(wishOf(pill), roomy));
        m_taken.add(roomyBox(centre, pill.size, m_gap));
        return centre;
    }

private:
    QRectF extent() const
    {
        QRectF all;
        for (std::size_t i = 0; i < m_bodies.size(); ++i)
            all = all.united(roomyBox(m_bodies[i], m_graph.bodies[i], m_gap));
        return all;
    }

    QPointF wishOf(const BodyGraph::Pill &pill) const
    {
        if (pill.hint)
            return *pill.hint;
        QPointF sum;
        double weights = 0;
        for (int body : pill.bodies) {
            const double weight = 1.0 / m_pillsAt[body];
            sum += weight * m_bodies[body];
            weights += weight;
        }
        return weights > 0 ? sum / weights : QPointF();
    }

    // A place on the visible part of the line between two bodies, if there is one.
    std::optional<QPointF> onLine(const BodyGraph::Pill &pill) const
    {
        if (pill.hint || pill.bodies.size() != 2)
            return std::nullopt;
        const QPointF from = m_bodies[pill.bodies[0]];
        const QPointF way = m_bodies[pill.bodies[1]] - from;
        const double wish =
            double(m_pillsAt[pill.bodies[0]]) / (m_pillsAt[pill.bodies[0]] + m_pillsAt[pill.bodies[1]]);
        constexpr std::array steps{0.0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.32, -0.32};
        for (double step : steps) {
            const double along = std::clamp(wish, 0.3, 0.7) + step;
            const QPointF centre = from + along * way;
            if (m_taken.isFree(roomyBox(centre, pill.size, m_gap)))
                return centre;
        }
        return std::nullopt;
    }

    const BodyGraph &m_graph;
    const std::vector<QPointF> &m_bodies;
    double m_gap;
    std::vector<int> m_pillsAt; // at each body
    Occupancy m_taken;
};

} // namespace

std::vector<QPointF> placePills(const BodyGraph &graph, const std::vector<QPointF> &bodies, double gap,
                                const LayoutControl &control)
{
    PillPlacer placer(graph, bodies, gap);
    std::vector<QPointF> places(graph.pills.size());
    // Those that stood somewhere keep their places from the others.
    for (bool hinted : {true, false}) {
        for (std::size_t i = 0; i < places.size() && !control.cancelled; ++i) {
            if (graph.pills[i].hint.has_value() == hinted)
                places[i] = placer.place(graph.pills[i]);
        }
    }
    return places;
}

} // namespace entente::layout
