#pragma once

#include "layout/placement.h"

namespace entente::layout {

// What lines must not run over: the rectangles of the nodes and, where they are wanted, behind them those of
// the titles of groups.
class Obstacles
{
public:
    enum class Titles { Ignored, Included };
    Obstacles(const LayoutRequest &request, const QList<QPointF> &centres, Titles titles = Titles::Included);

    const QRectF &rect(int node) const { return m_rects[node]; }
    int count() const { return int(m_rects.size()); }

    // Obstacles other than the two nodes named that a polyline comes closer to than `clearance`.
    int hits(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const;
    bool isClear(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const;
    bool isFree(const QRectF &area, int except = -1) const;

private:
    QList<QRectF> m_rects;
};

bool segmentMeets(QPointF a, QPointF b, const QRectF &rect);

} // namespace entente::layout
