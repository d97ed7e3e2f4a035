#pragma once

#include "picture/picture.h"

#include <QHash>

namespace entente::picture {

// Finds a picture's items by place in constant time a query: a uniform grid over their boxes.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(const Picture &picture);

    QList<int> itemsIn(const QRectF &area) const; // indices of items whose box meets it, ascending
    // The topmost firm, agreement, conflict or line at a point, within `tolerance` pixels for lines; groups
    // last; -1 for none.
    int itemAt(const Picture &picture, QPointF point, double tolerance) const;

private:
    QRectF m_bounds;
    double m_cell = 256;
    int m_columns = 0;
    QHash<int, QList<int>> m_cells;
    QList<QRectF> m_boxes;
};

} // namespace entente::picture
