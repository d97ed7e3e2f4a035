#include "picture/spatialindex.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

constexpr int mostCells = 1 << 18;
constexpr int curvePieces = 12;

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double square = QPointF::dotProduct(d, d);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / square, 0.0, 1.0) : 0;
    const QPointF nearest = a + d * t;
    return std::hypot(p.x() - nearest.x(), p.y() - nearest.y());
}

QPointF onCubic(QPointF from, const PathStep &step, double t)
{
    const double u = 1 - t;
    return from * (u * u * u) + step.control1 * (3 * u * u * t) + step.control2 * (3 * u * t * t) +
           step.to * (t * t * t);
}

double distanceTo(const Path &path, QPointF point)
{
    double least = std::numeric_limits<double>::infinity();
    QPointF from;
    for (const PathStep &step : path.steps) {
        if (step.verb == PathStep::Verb::Line) {
            least = std::min(least, distanceToSegment(point, from, step.to));
        } else if (step.verb == PathStep::Verb::Cubic) {
            QPointF before = from;
            for (int i = 1; i <= curvePieces; ++i) {
                const QPointF next = onCubic(from, step, double(i) / curvePieces);
                least = std::min(least, distanceToSegment(point, before, next));
                before = next;
            }
        }
        if (step.verb != PathStep::Verb::Close)
            from = step.to;
    }
    return least;
}

// Which of two things at one point a click means: the small ones lie on the large ones.
int rankOf(Role role)
{
    switch (role) {
    case Role::Conflict:
    case Role::Firm:
    case Role::Agreement:
        return 3;
    case Role::Line:
        return 2;
    case Role::Group:
        return 1;
    case Role::Label:
    case Role::Legend:
    case Role::Footer:
        break;
    }
    return 0;
}

// A conflict's diamond is closed within its path: inside it counts as well as near the lines.
bool answers(const Item &item, QPointF point, double tolerance)
{
    if (item.role == Role::Line || item.role == Role::Conflict)
        return item.box.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(point) &&
               distanceTo(item.outline, point) <= tolerance;
    return item.box.contains(point);
}

} // namespace

SpatialIndex::SpatialIndex(const Picture &picture)
{
    for (const Item &item : picture.items) {
        m_boxes.append(item.box);
        m_bounds |= item.box;
    }
    const double area = std::max(1.0, m_bounds.width()) * std::max(1.0, m_bounds.height());
    m_cell = std::max(m_cell, std::sqrt(area / mostCells));
    m_columns = int(m_bounds.width() / m_cell) + 1;
    for (int index = 0; index < m_boxes.size(); ++index) {
        const QRectF box = m_boxes.at(index).translated(-m_bounds.topLeft());
        for (int row = int(box.top() / m_cell); row <= int(box.bottom() / m_cell); ++row) {
            for (int column = int(box.left() / m_cell); column <= int(box.right() / m_cell); ++column)
                m_cells[row * m_columns + column].append(index);
        }
    }
}

QList<int> SpatialIndex::itemsIn(const QRectF &area) const
{
    QList<int> found;
    if (m_boxes.isEmpty())
        return found;
    // Boxes of straight lines have no area: QRectF would not see them meet anything.
    const auto meets = [&area](const QRectF &box) {
        return box.left() <= area.right() && box.right() >= area.left() && box.top() <= area.bottom() &&
               box.bottom() >= area.top();
    };
    const QRectF local = area.translated(-m_bounds.topLeft());
    const int lastRow = int(m_bounds.height() / m_cell);
    const auto clampedCell = [this](double at, int last) {
        return int(std::clamp(std::floor(at / m_cell), 0.0, double(last)));
    };
    for (int row = clampedCell(local.top(), lastRow); row <= clampedCell(local.bottom(), lastRow); ++row) {
        for (int column = clampedCell(local.left(), m_columns - 1);
             column <= clampedCell(local.right(), m_columns - 1); ++column) {
            for (int index : m_cells.value(row * m_columns + column)) {
                if (meets(m_boxes.at(index)))
                    found.append(index);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

int SpatialIndex::itemAt(const Picture &picture, QPointF point, double tolerance) const
{
    const QPointF reach(tolerance, tolerance);
    int best = -1;
    int bestRank = 0;
    for (int index : itemsIn(QRectF(point - reach, point + reach))) {
        const Item &item = picture.items.at(index);
        const int rank = rankOf(item.role);
        // Later items lie on top; deeper groups come later too.
        if (rank > 0 && rank >= bestRank &&
            answers(item, point, item.role == Role::Conflict ? tolerance + 3 : tolerance)) {
            best = index;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace entente::picture
