#pragma once

#include "layout/placement.h"

namespace entente::layout {

// The nodes' rectangles as what lines must not run over.
class Obstacles
{
public:
    Obstacles(const LayoutRequest &request, const QList<QPointF> &centres);

    const QRectF &rect(int node) const { return m_rects[node]; }
    int count() const { return int(m_rects.size()); }

    // Nodes other than the two named that a polyline comes closer to than `clearance`.
    int hits(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const;
    bool isClear(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const;
    bool isFree(const QRectF &area, int except = -1) const;

private:
    QList<QRectF> m_rects;
};

bool segmentMeets(QPointF a, QPointF b, const QRectF &rect);

} // namespace entente::layout
