#include "layout/boxgrid.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

QRectF extentOf(const std::vector<QRectF> &boxes)
{
    QRectF all;
    for (const QRectF &box : boxes)
        all = all.united(box);
    return all;
}

double sideFor(const std::vector<QRectF> &boxes, const QRectF &all)
{
    double sum = 0;
    for (const QRectF &box : boxes)
        sum += std::max(box.width(), box.height());
    const double mean = sum / double(boxes.size());
    constexpr double mostCells = 4; // a box
    const double least = std::sqrt(all.width() * all.height() / (mostCells * double(boxes.size())));
    const double longest = std::max(all.width(), all.height()) / (mostCells * double(boxes.size()));
    return std::max({mean, least, longest, 1.0});
}

} // namespace

BoxGrid::BoxGrid(const std::vector<QRectF> &boxes)
    : m_boxes(boxes)
{
    if (!boxes.empty()) {
        const QRectF all = extentOf(boxes);
        m_origin = all.topLeft();
        m_side = sideFor(boxes, all);
        m_columns = int(all.width() / m_side) + 1;
        m_rows = int(all.height() / m_side) + 1;
    }
    m_first.assign(m_columns * m_rows + 1, 0);
    const auto forEachCell = [this](const QRectF &box, auto visit) {
        const Span span = spanOf(box);
        for (int row = span.top; row <= span.bottom; ++row) {
            for (int column = span.left; column <= span.right; ++column)
                visit(row * m_columns + column);
        }
    };
    for (const QRectF &box : boxes)
        forEachCell(box, [this](int cell) { ++m_first[cell + 1]; });
    for (int cell = 0; cell < m_columns * m_rows; ++cell)
        m_first[cell + 1] += m_first[cell];
    m_entries.resize(m_first.back());
    std::vector<int> next(m_first.begin(), m_first.end() - 1);
    for (int i = 0; i < int(boxes.size()); ++i)
        forEachCell(boxes[i], [&](int cell) { m_entries[next[cell]++] = i; });
}

int BoxGrid::columnOf(double x) const
{
    return std::clamp(int((x - m_origin.x()) / m_side), 0, m_columns - 1);
}

int BoxGrid::rowOf(double y) const
{
    return std::clamp(int((y - m_origin.y()) / m_side), 0, m_rows - 1);
}

BoxGrid::Span BoxGrid::spanOf(const QRectF &box) const
{
    return {columnOf(box.left()), columnOf(box.right()), rowOf(box.top()), rowOf(box.bottom())};
}

bool BoxGrid::meetIn(int cell, const QRectF &a, const QRectF &b) const
{
    const double left = std::max(a.left(), b.left());
    const double top = std::max(a.top(), b.top());
    if (left >= std::min(a.right(), b.right()) || top >= std::min(a.bottom(), b.bottom()))
        return false;
    return rowOf(top) * m_columns + columnOf(left) == cell;
}

} // namespace entente::layout
