#include "layout/geometry.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

QPointF onSegment(const Curve &curve, qsizetype segment, double t)
{
    const QPointF *p = &curve.points[segment * 3];
    const double u = 1 - t;
    return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

// How many straight pieces keep within the tolerance: by the second differences of the control points.
int piecesOf(const Curve &curve, qsizetype segment, double tolerance)
{
    const QPointF *p = &curve.points[segment * 3];
    const QPointF a = p[0] - 2 * p[1] + p[2];
    const QPointF b = p[1] - 2 * p[2] + p[3];
    const double bend = std::max(std::hypot(a.x(), a.y()), std::hypot(b.x(), b.y()));
    return std::clamp(int(std::ceil(std::sqrt(0.75 * bend / tolerance))), 1, 64);
}

} // namespace

QList<QPointF> flattened(const Curve &curve, double tolerance)
{
    QList<QPointF> points;
    if (curve.isEmpty())
        return points;
    points.append(curve.start());
    for (qsizetype segment = 0; segment < curve.segments(); ++segment) {
        const int pieces = piecesOf(curve, segment, tolerance);
        for (int i = 1; i <= pieces; ++i)
            points.append(onSegment(curve, segment, double(i) / pieces));
    }
    return points;
}

double lengthOf(const QList<QPointF> &polyline)
{
    double length = 0;
    for (qsizetype i = 1; i < polyline.size(); ++i)
        length += std::hypot(polyline[i].x() - polyline[i - 1].x(), polyline[i].y() - polyline[i - 1].y());
    return length;
}

double lengthOf(const Curve &curve)
{
    return lengthOf(flattened(curve));
}

QPointF middleByLength(const Curve &curve)
{
    const QList<QPointF> points = flattened(curve, 0.1);
    double left = lengthOf(points) / 2;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF step = points[i] - points[i - 1];
        const double part = std::hypot(step.x(), step.y());
        if (part >= left && part > 0)
            return points[i - 1] + step * (left / part);
        left -= part;
    }
    return points.isEmpty() ? QPointF() : points.last();
}

Curve straight(QPointF from, QPointF to)
{
    return {{from, from + (to - from) / 3, from + (to - from) * 2 / 3, to}};
}

QRectF boundsOf(const Curve &curve)
{
    if (curve.points.isEmpty())
        return {};
    const auto [left, right] = std::minmax_element(curve.points.begin(), curve.points.end(),
                                                   [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(curve.points.begin(), curve.points.end(),
                                                   [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y()));
}

QRectF centredRect(QPointF centre, QSizeF size)
{
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace entente::layout
