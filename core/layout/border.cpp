#include "layout/border.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

double cornerRadius(const Node &node, const QRectF &rect)
{
    const double half = std::min(rect.width(), rect.height()) / 2;
    return node.kind == NodeKind::Pill ? half : std::min(cardCornerRadius, half);
}

QPointF outwards(Side side)
{
    switch (side) {
    case Side::Top:
        return {0, -1};
    case Side::Bottom:
        return {0, 1};
    case Side::Left:
        return {-1, 0};
    case Side::Right:
        break;
    }
    return {1, 0};
}

QPointF pointOnSide(const Node &node, const QRectF &rect, Side side, double along)
{
    const double radius = cornerRadius(node, rect);
    const double x = rect.left() + radius + (rect.width() - 2 * radius) * along;
    const double y = rect.top() + radius + (rect.height() - 2 * radius) * along;
    switch (side) {
    case Side::Top:
        return {x, rect.top()};
    case Side::Bottom:
        return {x, rect.bottom()};
    case Side::Left:
        return {rect.left(), y};
    case Side::Right:
        break;
    }
    return {rect.right(), y};
}

QPointF snappedToBorder(const Node &node, const QRectF &rect, QPointF point)
{
    const double radius = cornerRadius(node, rect);
    const QRectF core = rect.adjusted(radius, radius, -radius, -radius);
    const QPointF inner(std::clamp(point.x(), core.left(), std::max(core.left(), core.right())),
                        std::clamp(point.y(), core.top(), std::max(core.top(), core.bottom())));
    const QPointF away = point - inner;
    const double distance = std::hypot(away.x(), away.y());
    if (distance > 1e-6)
        return inner + away * (radius / distance);
    const double top = point.y() - rect.top();
    const double bottom = rect.bottom() - point.y();
    return {point.x(), top < bottom ? rect.top() : rect.bottom()};
}

bool isOnBorder(const Node &node, const QRectF &rect, QPointF point, double tolerance)
{
    const QPointF nearest = snappedToBorder(node, rect, point);
    return std::hypot(point.x() - nearest.x(), point.y() - nearest.y()) <= tolerance;
}

} // namespace entente::layout
