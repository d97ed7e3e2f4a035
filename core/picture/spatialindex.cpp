#include "picture/spatialindex.h"

#include "picture/conflictmarks.h"
#include "picture/itemreader.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

constexpr int mostCells = 1 << 18;
constexpr double leastCell = 512;
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
bool answers(const ItemReader &item, QPointF point, double tolerance)
{
    if (item.role() == Role::Line || item.role() == Role::Conflict)
        return item.box().adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(point) &&
               distanceTo(item.outline(), point) <= tolerance;
    return item.box().contains(point);
}

// How far a cubic strays from the chord of a piece of it, at most: its second derivative times the square of
// the piece's length in t, by eight.
double strayOf(QPointF from, const PathStep &step)
{
    const double bend = std::max((from - step.control1 * 2 + step.control2).manhattanLength(),
                                 (step.control1 - step.control2 * 2 + step.to).manhattanLength());
    return 6 * bend / (8 * curvePieces * curvePieces);
}

QRectF boxOf(QPointF a, QPointF b)
{
    return {QPointF(std::min(a.x(), b.x()), std::min(a.y(), b.y())),
            QPointF(std::max(a.x(), b.x()), std::max(a.y(), b.y()))};
}

} // namespace

bool meet(const QRectF &box, const QRectF &area)
{
    return box.left() <= area.right() && box.right() >= area.left() && box.top() <= area.bottom() &&
           box.bottom() >= area.top();
}

SpatialIndex::SpatialIndex(const Picture &picture)
    : m_items(picture.items)
{
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        if (m_items.roleAt(index) != Role::Footer)
            m_bounds |= m_items.boxAt(index);
    }
    const double area = std::max(1.0, m_bounds.width()) * std::max(1.0, m_bounds.height());
    m_cell = std::max(leastCell, std::sqrt(area / mostCells));
    m_columns = int(m_bounds.width() / m_cell) + 1;
    m_rows = int(m_bounds.height() / m_cell) + 1;
    // Counts first and fills then: nothing but the result takes memory.
    m_first.assign(size_t(m_columns) * size_t(m_rows) + 1, 0);
    ItemReader item(m_items);
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        item.seek(index);
        forCellsOfItem(item, [this](size_t cell) { ++m_first[cell + 1]; });
    }
    for (size_t cell = 1; cell < m_first.size(); ++cell)
        m_first[cell] += m_first[cell - 1];
    m_entries.resize(m_first.back());
    std::vector<quint32> next(m_first.begin(), m_first.end() - 1);
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        item.seek(index);
        forCellsOfItem(item, [&](size_t cell) { m_entries[next[cell]++] = quint32(index); });
    }
}

SpatialIndex::Cells SpatialIndex::cellsOf(const QRectF &area) const
{
    const auto clamped = [this](double at, int count) {
        return int(std::clamp(std::floor(at / m_cell), 0.0, double(count - 1)));
    };
    return {clamped(area.left() - m_bounds.left(), m_columns), clamped(area.top() - m_bounds.top(), m_rows),
            clamped(area.right() - m_bounds.left(), m_columns),
            clamped(area.bottom() - m_bounds.top(), m_rows)};
}

template <typename Visit> void SpatialIndex::forCells(const Cells &cells, Visit visit) const
{
    for (int row = cells.top; row <= cells.bottom; ++row) {
        for (int column = cells.left; column <= cells.right; ++column)
            visit(size_t(row) * size_t(m_columns) + size_t(column));
    }
}

// Those that the way from `a` to `b` leads through, or leads by closer than `slack`.
template <typename Visit>
void SpatialIndex::forCellsAlong(QPointF a, QPointF b, double slack, Visit visit) const
{
    if (a.x() > b.x())
        std::swap(a, b);
    const Cells all = cellsOf(boxOf(a, b).adjusted(-slack, -slack, slack, slack));
    if (all.left == all.right || all.top == all.bottom) {
        forCells(all, visit);
        return;
    }
    const double slope = b.x() > a.x() ? (b.y() - a.y()) / (b.x() - a.x()) : 0;
    const auto yAt = [&](double x) { return a.y() + (std::clamp(x, a.x(), b.x()) - a.x()) * slope; };
    for (int column = all.left; column <= all.right; ++column) {
        const double left = m_bounds.left() + column * m_cell;
        const QPointF in(left, yAt(left - slack));
        const QPointF out(left, b.x() > a.x() ? yAt(left + m_cell + slack) : b.y());
        Cells part = cellsOf(boxOf(in, out).adjusted(0, -slack, 0, slack));
        part.left = part.right = column;
        forCells(part, visit);
    }
}

// A line is in the cells that the pieces of its path lead through; where two meet, both may give the same
// cell.
template <typename Visit> void SpatialIndex::forCellsOfItem(ItemReader &item, Visit visit) const
{
    if (item.role() == Role::Footer)
        return;
    const Cells all = cellsOf(item.box());
    if (item.role() != Role::Line || all.isOne()) {
        forCells(all, visit);
        return;
    }
    QPointF from;
    for (const PathStep &step : item.outline().steps) {
        const bool isCurve = step.verb == PathStep::Verb::Cubic;
        const int pieces = isCurve ? curvePieces : 1;
        const double slack = isCurve ? strayOf(from, step) : 0;
        QPointF before = from;
        for (int i = 1; i <= pieces && step.verb != PathStep::Verb::Move; ++i) {
            const QPointF next = i == pieces ? step.to : onCubic(from, step, double(i) / pieces);
            forCellsAlong(before, next, slack, visit);
            before = next;
        }
        from = step.to;
    }
}

QList<int> SpatialIndex::itemsIn(const QRectF &area) const
{
    if (m_items.isEmpty())
        return {};
    const Cells cells = cellsOf(area);
    if (qint64(cells.right - cells.left + 1) * (cells.bottom - cells.top + 1) <= 64)
        return sorted(cells, area);
    // Of a large part of the picture: a mark for each item is cheaper than to sort what is found.
    std::vector<bool> marked(size_t(m_items.size()), false);
    forCells(cells, [&](size_t cell) {
        for (quint32 entry = m_first[cell]; entry < m_first[cell + 1]; ++entry)
            marked[m_entries[entry]] = true;
    });
    QList<int> found;
    for (qsizetype index = 0; index < m_items.size(); ++index) {
        if (marked[size_t(index)] && meet(m_items.boxAt(index), area))
            found.append(int(index));
    }
    return found;
}

QList<int> SpatialIndex::sorted(const Cells &cells, const QRectF &area) const
{
    QList<int> found;
    forCells(cells, [&](size_t cell) {
        for (quint32 entry = m_first[cell]; entry < m_first[cell + 1]; ++entry)
            found.append(int(m_entries[entry]));
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    found.removeIf([&](int index) { return !meet(m_items.boxAt(index), area); });
    return found;
}

namespace {

// A conflict is above all things at its mark; its line runs below them, as others do.
int rankAt(const Items &items, int index, QPointF point)
{
    const Role role = items.roleAt(index);
    if (role != Role::Conflict)
        return rankOf(role);
    return rankOf(markBoxOf(items.at(index)).contains(point) ? role : Role::Line);
}

} // namespace

int SpatialIndex::itemAt(const Picture &picture, QPointF point, double tolerance) const
{
    const QPointF reach(tolerance, tolerance);
    int best = -1;
    int bestRank = 0;
    ItemReader item(picture.items);
    for (int index : itemsIn(QRectF(point - reach, point + reach))) {
        const int rank = rankAt(picture.items, index, point);
        if (rank == 0 || rank < bestRank)
            continue;
        item.seek(index);
        // Later items lie on top; deeper groups come later too.
        if (answers(item, point, item.role() == Role::Conflict ? tolerance + 3 : tolerance)) {
            best = index;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace entente::picture
