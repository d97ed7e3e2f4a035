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
        , m_period(std::accumulate(dashes.begin(), dashes.end(), 0.0))
        , m_near(near)
    {
        constexpr double most = 64;
        const double around = std::min(m_period, most); // so that no end of a cut dash is seen
        if (!near.isEmpty())
            m_near.adjust(-around, -around, around, around);
    }

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
        const Span span = nearPart(by);
        if (span.enter >= span.leave) {
            skip(length);
            m_at = to;
            return;
        }
        if (span.enter > 0)
            skip(span.enter * length);
        const QPointF from = m_at;
        double done = span.enter * length;
        const double end = span.leave * length;
        while (done < end) {
            const double step = std::min(m_left, end - done);
            done += step;
            draw(from + by * ((done - step) / length), from + by * (done / length));
            advance(step);
        }
        if (span.leave < 1)
            skip((1 - span.leave) * length);
        m_at = to;
    }

    const QPainterPath &path() const { return m_path; }

private:
    struct Span
    {
        double enter = 0;
        double leave = 1;
    };

    // Liang and Barsky (1984): which part of the way from here is near. Of a line across a large picture a
    // tile shows one dash in thousands.
    Span nearPart(QPointF by) const
    {
        Span span;
        if (m_near.isEmpty())
            return span;
        const auto clip = [&span](double way, double room) {
            if (way > 0)
                span.leave = std::min(span.leave, room / way);
            else if (way < 0)
                span.enter = std::max(span.enter, room / way);
            else if (room < 0)
                span.leave = span.enter;
        };
        clip(-by.x(), m_at.x() - m_near.left());
        clip(by.x(), m_near.right() - m_at.x());
        clip(-by.y(), m_at.y() - m_near.top());
        clip(by.y(), m_near.bottom() - m_at.y());
        return span;
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
    double m_period;
    QRectF m_near; // and a little around it
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
