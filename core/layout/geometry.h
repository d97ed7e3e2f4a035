#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace entente::layout {

// Lengths are in Picture units (CSS pixels), y grows downwards.

// A chain of cubic Béziers: points[0] and then three points a segment (two controls and the end); 3n+1
// points, n ≥ 1.
struct Curve
{
    QList<QPointF> points;

    bool isEmpty() const { return points.size() < 4; }
    qsizetype segments() const { return isEmpty() ? 0 : (points.size() - 1) / 3; }
    QPointF start() const { return points.first(); }
    QPointF end() const { return points.last(); }
    bool operator==(const Curve &) const = default;
};

double lengthOf(const QList<QPointF> &polyline);
double lengthOf(const Curve &curve);
QPointF middleByLength(const Curve &curve);
QList<QPointF> flattened(const Curve &curve, double tolerance = 0.5);
Curve straight(QPointF from, QPointF to);
QRectF boundsOf(const Curve &curve); // of the control points
QRectF centredRect(QPointF centre, QSizeF size);

} // namespace entente::layout
