#include "layout/packing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace entente::layout {

namespace {

// The lower border of what has been placed, y downwards: pieces from left to right that fill the width.
class Skyline
{
public:
    explicit Skyline(double width)
        : m_width(width)
        , m_pieces{{0, 0}}
    {}

    // Takes the highest place that is wide enough, the leftmost of several.
    QPointF take(QSizeF size)
    {
        std::size_t best = 0;
        double bestY = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (i > 0 && m_pieces[i].x + size.width() > m_width)
                break;
            const double y = lowestUnder(i, size.width());
            if (y < bestY) {
                bestY = y;
                best = i;
            }
        }
        const QPointF place(m_pieces[best].x, bestY);
        raise(best, size.width(), bestY + size.height());
        return place;
    }

private:
    struct Piece
    {
        double x; // where it begins; it ends where the next does
        double y;
    };

    double endOf(std::size_t i) const { return i + 1 < m_pieces.size() ? m_pieces[i + 1].x : m_width; }

    double lowestUnder(std::size_t i, double width) const
    {
        double y = 0;
        const double end = m_pieces[i].x + width;
        for (std::size_t j = i; j < m_pieces.size() && m_pieces[j].x < end; ++j)
            y = std::max(y, m_pieces[j].y);
        return y;
    }

    void raise(std::size_t i, double width, double y)
    {
        const double begin = m_pieces[i].x;
        const double end = begin + width;
        std::size_t after = i;
        double beyond = y;
        while (after < m_pieces.size() && m_pieces[after].x < end)
            beyond = m_pieces[after++].y;
        const bool isCut = after > i && endOf(after - 1) > end;
        m_pieces.erase(m_pieces.begin() + qsizetype(i), m_pieces.begin() + qsizetype(after));
        if (isCut)
            m_pieces.insert(m_pieces.begin() + qsizetype(i), {end, beyond});
        m_pieces.insert(m_pieces.begin() + qsizetype(i), {begin, y});
    }

    double m_width;
    std::vector<Piece> m_pieces;
};

} // namespace

QList<QPointF> packUnderSkyline(const QList<QSizeF> &sizes, double aspect, double gap)
{
    std::vector<int> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&sizes](int a, int b) { return sizes[a].height() > sizes[b].height(); });
    double area = 0;
    double widest = 0;
    for (QSizeF size : sizes) {
        area += (size.width() + gap) * (size.height() + gap);
        widest = std::max(widest, size.width() + gap);
    }
    Skyline skyline(std::max(widest, std::sqrt(area * aspect)));
    QList<QPointF> places(sizes.size());
    for (int i : order)
        places[i] = skyline.take(sizes[i] + QSizeF(gap, gap));
    return places;
}

} // namespace entente::layout
