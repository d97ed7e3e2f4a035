#pragma once

#include "picture/picture.h"

#include <vector>

namespace entente::picture {

// Whether they have a point in common. Boxes of straight lines have no area: QRectF would not see them meet
// anything.
bool meet(const QRectF &box, const QRectF &area);

// Finds a picture's items by place in constant time a query: a uniform grid over their boxes, and over the
// pieces of a line's path, since the box of a long line is mostly empty. Footers, which are for exports, are
// not in it.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(const Picture &picture);

    // Indices of items whose box meets it, ascending; of lines those only that come near.
    QList<int> itemsIn(const QRectF &area) const;
    // The topmost firm, agreement, conflict or line at a point, within `tolerance` pixels for lines; groups
    // last; -1 for none.
    int itemAt(const Picture &picture, QPointF point, double tolerance) const;

private:
    struct Cells // of the grid, both ends included
    {
        int left;
        int top;
        int right;
        int bottom;
        bool isOne() const { return left == right && top == bottom; }
    };
    Cells cellsOf(const QRectF &area) const;
    template <typename Visit> void forCellsOfItem(class ItemReader &item, Visit visit) const;
    template <typename Visit> void forCellsAlong(QPointF a, QPointF b, double slack, Visit visit) const;
    template <typename Visit> void forCells(const Cells &cells, Visit visit) const;
    QList<int> sorted(const Cells &cells, const QRectF &area) const;

    Items m_items;
    QRectF m_bounds;
    double m_cell = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<quint32> m_first; // of each cell in m_entries, and the end
    std::vector<quint32> m_entries;
};

} // namespace entente::picture
