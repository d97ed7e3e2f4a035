#include "layout/occupancy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace entente::layout {

Occupancy::Occupancy(const QRectF &area, int count)
    : m_origin(area.topLeft())
{
    constexpr double cellsPerBox = 2;
    constexpr double leastSide = 32;
    const double cells = cellsPerBox * std::max(1, count);
    m_side = std::max({leastSide, std::sqrt(area.width() * area.height() / cells),
                       std::max(area.width(), area.height()) / cells});
    m_columns = int(area.width() / m_side) + 1;
    m_rows = int(area.height() / m_side) + 1;
    m_newest.assign(m_columns * m_rows, -1);
}

Occupancy::Span Occupancy::spanOf(const QRectF &box) const
{
    const auto cell = [this](double distance, int count) {
        return int(std::clamp(distance / m_side, 0.0, double(count - 1)));
    };
    return {cell(box.left() - m_origin.x(), m_columns), cell(box.right() - m_origin.x(), m_columns),
            cell(box.top() - m_origin.y(), m_rows), cell(box.bottom() - m_origin.y(), m_rows)};
}

void Occupancy::add(const QRectF &box, int id)
{
    const Span span = spanOf(box);
    for (int row = span.top; row <= span.bottom; ++row) {
        for (int column = span.left; column <= span.right; ++column) {
            int &newest = m_newest[row * m_columns + column];
            m_entries.push_back({box, id, newest});
            newest = int(m_entries.size()) - 1;
        }
    }
}

bool Occupancy::isFree(const QRectF &box) const
{
    return !anyMeeting(box, [](int) { return true; });
}

namespace {

constexpr int mostDirections = 48; // on wide rings: nobody sees which of the gaps was taken

const std::array<QPointF, mostDirections> &directions()
{
    static const std::array<QPointF, mostDirections> unitVectors = [] {
        std::array<QPointF, mostDirections> vectors;
        for (int i = 0; i < mostDirections; ++i) {
            const double angle = 2 * std::numbers::pi * i / mostDirections;
            vectors[i] = QPointF(std::cos(angle), std::sin(angle));
        }
        return vectors;
    }();
    return unitVectors;
}

} // namespace

// On growing rings; beyond all that is taken one of them is free.
QPointF Occupancy::nearestFree(QPointF wish, QSizeF size) const
{
    const double step = std::max(4.0, std::min(size.width(), size.height()) / 2);
    const auto boxAt = [size](QPointF centre) {
        return QRectF(centre - QPointF(size.width(), size.height()) / 2, size);
    };
    if (isFree(boxAt(wish)))
        return wish;
    for (int ring = 1;; ++ring) {
        const int stride = std::max(1, 8 / ring); // of the directions looked at: fewer on narrow rings
        for (int k = ring % stride; k < mostDirections; k += stride) {
            const QPointF centre = wish + ring * step * directions()[k];
            if (isFree(boxAt(centre)))
                return centre;
        }
    }
}

} // namespace entente::layout
