#pragma once

#include <QRectF>

#include <vector>

namespace entente::layout {

// What space is taken, by rectangles that are added one after the other.
class Occupancy
{
public:
    // `area` and `count` are what is expected; more, and outside, is only slower.
    Occupancy(const QRectF &area, int count);

    void add(const QRectF &box, int id = 0);
    bool isFree(const QRectF &box) const;

    // Whether any rectangle that this one intersects has an id that `holds` for.
    template <typename Holds> bool anyMeeting(const QRectF &box, Holds holds) const
    {
        const Span span = spanOf(box);
        for (int row = span.top; row <= span.bottom; ++row) {
            for (int column = span.left; column <= span.right; ++column) {
                for (int i = m_newest[row * m_columns + column]; i >= 0; i = m_entries[i].older) {
                    if (meet(m_entries[i].box, box) && holds(m_entries[i].id))
                        return true;
                }
            }
        }
        return false;
    }

    // The centre of a free place for a rectangle of this size, as near as can be to the one wished for.
    QPointF nearestFree(QPointF wish, QSizeF size) const;

private:
    struct Span
    {
        int left, right, top, bottom; // cells, both ends included
    };

    static bool meet(const QRectF &a, const QRectF &b)
    {
        return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
    }
    Span spanOf(const QRectF &box) const;

    QPointF m_origin;
    double m_side = 1;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<int> m_newest; // of each cell: its latest entry, or -1
    struct Entry
    {
        QRectF box;
        int id;
        int older; // entry of the same cell, or -1
    };
    std::vector<Entry> m_entries;
};

} // namespace entente::layout
