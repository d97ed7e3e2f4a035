#pragma once

#include <QRectF>

#include <vector>

namespace entente::layout {

// Rectangles in the cells of a uniform grid that they touch, for whatever asks which of them meet. The cells
// are about as large as the rectangles, and never many times more than these.
class BoxGrid
{
public:
    explicit BoxGrid(const std::vector<QRectF> &boxes);

    // Calls visit(a, b) once for each two rectangles that intersect, always in the same order.
    template <typename Visit> void forEachOverlap(Visit visit) const
    {
        for (int cell = 0; cell < m_columns * m_rows; ++cell) {
            for (int i = m_first[cell]; i < m_first[cell + 1]; ++i) {
                for (int j = i + 1; j < m_first[cell + 1]; ++j) {
                    if (meetIn(cell, m_boxes[m_entries[i]], m_boxes[m_entries[j]]))
                        visit(m_entries[i], m_entries[j]);
                }
            }
        }
    }

private:
    struct Span
    {
        int left, right, top, bottom; // cells, both ends included
    };

    int columnOf(double x) const;
    int rowOf(double y) const;
    Span spanOf(const QRectF &box) const;
    // Two rectangles may share many cells: only the one with the corner of what they share counts.
    bool meetIn(int cell, const QRectF &a, const QRectF &b) const;

    const std::vector<QRectF> &m_boxes;
    QPointF m_origin;
    double m_side = 1;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<int> m_first;   // of each cell: where its entries begin; one more at the end
    std::vector<int> m_entries; // indices of rectangles
};

} // namespace entente::layout
