#include "painting/dashes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::painting {

using picture::PathStep;

namespace {

class Dasher
{
public:
    Dasher(const QList<double> &dashes, const QRectF &near)
        : m_dashes(dashes)
        , m_near(near)
        , m_period(std::accumulate(dashes.begin(), dashes.end(), 0.0))
    {}

    void moveTo(QPointF to)
    {
        m_at = to;
        m_index = 0;
        m_left = m_dashes.first();
        m_isDrawing = false;
    }

    void lineTo(QPointF to)
    {
        const QPointF by = to - m_at;
        const double length = std::hypot(by.x(), by.y());
        if (length <= 0)
            return;
        if (isBeside(to)) {
            skip(length);
            m_at = to;
            return;
        }
        const QPointF from = m_at;
        double done = 0;
        while (done < length) {
            const double step = std::min(m_left, length - done);
            done += step;
            draw(from + by * ((done - step) / length), from + by * (done / length));
            advance(step);
        }
        m_at = to;
    }

    const QPainterPath &path() const { return m_path; }

private:
    bool isBeside(QPointF to) const
    {
        return !m_near.isEmpty() &&
               (std::max(m_at.x(), to.x()) < m_near.left() || std::min(m_at.x(), to.x()) > m_near.right() ||
                std::max(m_at.y(), to.y()) < m_near.top() || std::min(m_at.y(), to.y()) > m_near.bottom());
    }

    void draw(QPointF from, QPointF to)
    {
        if (m_index % 2 != 0)
            return;
        if (!m_isDrawing)
            m_path.moveTo(from);
        m_path.lineTo(to);
        m_isDrawing = true;
    }

    void advance(double length)
    {
        m_left -= length;
        if (m_left > 1e-9)
            return;
        m_index = (m_index + 1) % m_dashes.size();
        m_left = m_dashes.at(m_index);
        m_isDrawing = false;
    }

    void skip(double length)
    {
        length = std::fmod(length, m_period);
        m_isDrawing = false;
        while (length > 0) {
            const double step = std::min(m_left, length);
            advance(step);
            length -= step;
        }
        m_isDrawing = false;
    }

    const QList<double> &m_dashes;
    QRectF m_near;
    double m_period;
    QPainterPath m_path;
    QPointF m_at;
    qsizetype m_index = 0;
    double m_left = 0; // of the dash or gap
    bool m_isDrawing = false;
};

void addCubic(Dasher &dasher, QPointF from, const PathStep &step, double scale)
{
    constexpr int most = 400;
    const double bend = std::max((step.control1 - (from * 2 + step.to) / 3).manhattanLength(),
                                 (step.control2 - (from + step.to * 2) / 3).manhattanLength());
    const int pieces = std::clamp(int(std::sqrt(bend * scale * 4)) + 1, 1, most);
    for (int i = 1; i <= pieces; ++i) {
        const double t = double(i) / pieces;
        const double u = 1 - t;
        dasher.lineTo(from * (u * u * u) + step.control1 * (3 * u * u * t) + step.control2 * (3 * u * t * t) +
                      step.to * (t * t * t));
    }
}

} // namespace

QPainterPath dashed(const picture::Path &path, const QList<double> &dashes, const QRectF &near, double scale)
{
    static const QList<double> endless{1e12};
    Dasher dasher(dashes.isEmpty() ? endless : dashes, near);
    QPointF start;
    QPointF from;
    for (const PathStep &step : path.steps) {
        switch (step.verb) {
        case PathStep::Verb::Move:
            dasher.moveTo(step.to);
            start = step.to;
            break;
        case PathStep::Verb::Line:
            dasher.lineTo(step.to);
            break;
        case PathStep::Verb::Cubic:
            addCubic(dasher, from, step, scale);
            break;
        case PathStep::Verb::Close:
            dasher.lineTo(start);
            break;
        }
        from = step.verb == PathStep::Verb::Close ? start : step.to;
    }
    return dasher.path();
}

} // namespace entente::painting
