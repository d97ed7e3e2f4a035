#include "picture/spatialindex.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

SpatialIndex::SpatialIndex(const Picture &picture)
{
    for (const Item &item : picture.items) {
        m_boxes.append(item.box);
        m_bounds = m_bounds.united(item.box);
    }
    m_columns = int(m_bounds.width() / m_cell) + 1;
    for (int i = 0; i < m_boxes.size(); ++i) {
        const QRectF box = m_boxes[i].translated(-m_bounds.topLeft());
        for (int row = int(box.top() / m_cell); row <= int(box.bottom() / m_cell); ++row) {
            for (int column = int(box.left() / m_cell); column <= int(box.right() / m_cell); ++column)
                m_cells[row * m_columns + column].append(i);
        }
    }
}

namespace {

// Unlike QRectF::intersects, right for boxes without width or height, such as a straight line's.
bool meet(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

QPointF cubicPoint(QPointF a, QPointF b, QPointF c, QPointF d, double t)
{
    const double u = 1 - t;
    return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
}

// The path as straight pieces, near enough for a pointer.
QList<QPointF> polyline(const Path &path)
{
    constexpr int pieces = 24;
    QList<QPointF> points;
    for (const PathStep &step : path.steps) {
        if (step.verb == PathStep::Verb::Close) {
            if (!points.isEmpty())
                points.append(points.first());
        } else if (step.verb == PathStep::Verb::Cubic && !points.isEmpty()) {
            const QPointF from = points.last();
            for (int i = 1; i <= pieces; ++i)
                points.append(cubicPoint(from, step.control1, step.control2, step.to, double(i) / pieces));
        } else {
            points.append(step.to);
        }
    }
    return points;
}

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, way) / length, 0.0, 1.0) : 0.0;
    const QPointF apart = p - (a + way * t);
    return std::hypot(apart.x(), apart.y());
}

bool isOnPath(const Path &path, QPointF point, double tolerance)
{
    const QList<QPointF> points = polyline(path);
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (distanceToSegment(point, points[i - 1], points[i]) <= tolerance)
            return true;
    }
    return false;
}

int priority(Role role)
{
    switch (role) {
    case Role::Firm:
    case Role::Agreement:
    case Role::Conflict:
        return 3;
    case Role::Line:
        return 2;
    case Role::Group:
        return 1;
    default:
        return 0;
    }
}

bool isHit(const Item &item, QPointF point, double tolerance)
{
    if (item.role == Role::Line)
        return isOnPath(item.outline, point, tolerance);
    if (item.box.contains(point))
        return true;
    if (item.role != Role::Conflict)
        return false;
    for (const Element &element : item.elements) {
        const Shape *shape = std::get_if<Shape>(&element);
        if (shape && isOnPath(shape->path, point, tolerance))
            return true;
    }
    return false;
}

} // namespace

QList<int> SpatialIndex::itemsIn(const QRectF &area) const
{
    QList<int> found;
    const QRectF local = area.intersected(m_bounds.adjusted(-1, -1, 1, 1)).translated(-m_bounds.topLeft());
    if (local.isNull())
        return found;
    for (int row = std::max(0, int(local.top() / m_cell)); row <= int(local.bottom() / m_cell); ++row) {
        for (int column = std::max(0, int(local.left() / m_cell)); column <= int(local.right() / m_cell); ++column) {
            for (int item : m_cells.value(row * m_columns + column)) {
                if (meet(m_boxes[item], area))
                    found.append(item);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

int SpatialIndex::itemAt(const Picture &picture, QPointF point, double tolerance) const
{
    const QRectF around(point - QPointF(tolerance, tolerance), QSizeF(2 * tolerance, 2 * tolerance));
    int best = -1;
    for (int i : itemsIn(around)) { // ascending: what is drawn later lies above
        const Item &item = picture.items[i];
        if (priority(item.role) > 0 && (best < 0 || priority(item.role) >= priority(picture.items[best].role))
            && isHit(item, point, tolerance))
            best = i;
    }
    return best;
}

} // namespace entente::picture
