#include "layout/obstacles.h"

#include "layout/groupboxes.h"

#include <algorithm>

namespace entente::layout {

// Liang and Barsky (1984): the parameters at which the segment enters and leaves the rectangle.
bool segmentMeets(QPointF a, QPointF b, const QRectF &rect)
{
    if (std::max(a.x(), b.x()) < rect.left() || rect.right() < std::min(a.x(), b.x()) ||
        std::max(a.y(), b.y()) < rect.top() || rect.bottom() < std::min(a.y(), b.y()))
        return false; // most are far apart
    const QPointF d = b - a;
    double enter = 0;
    double leave = 1;
    const auto clip = [&enter, &leave](double p, double q) {
        if (p == 0)
            return q > 0;
        const double t = q / p;
        if (p < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter < leave;
    };
    return clip(-d.x(), a.x() - rect.left()) && clip(d.x(), rect.right() - a.x()) &&
           clip(-d.y(), a.y() - rect.top()) && clip(d.y(), rect.bottom() - a.y());
}

Obstacles::Obstacles(const LayoutRequest &request, const QList<QPointF> &centres, Titles titles)
{
    m_rects.reserve(centres.size());
    for (qsizetype i = 0; i < centres.size(); ++i)
        m_rects.append(centredRect(centres[i], request.nodes[i].size));
    if (titles == Titles::Ignored)
        return;
    const QList<QRectF> boxes = fitGroups(request, centres);
    const double padding = request.spacing.groupPadding;
    for (qsizetype group = 0; group < boxes.size(); ++group) {
        const QSizeF title = request.groups[group].title;
        if (!boxes[group].isNull() && !title.isEmpty())
            m_rects.append({boxes[group].topLeft() + QPointF(padding, padding), title});
    }
}

namespace {

QRectF boundsOfPoints(const QList<QPointF> &points)
{
    QRectF bounds(points.first(), QSizeF());
    for (QPointF p : points) {
        bounds.setLeft(std::min(bounds.left(), p.x()));
        bounds.setRight(std::max(bounds.right(), p.x()));
        bounds.setTop(std::min(bounds.top(), p.y()));
        bounds.setBottom(std::max(bounds.bottom(), p.y()));
    }
    return bounds;
}

bool apart(const QRectF &a, const QRectF &b)
{
    return a.right() < b.left() || b.right() < a.left() || a.bottom() < b.top() || b.bottom() < a.top();
}

} // namespace

int Obstacles::hits(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const
{
    int hits = 0;
    if (polyline.size() < 2)
        return hits;
    const QRectF bounds = boundsOfPoints(polyline);
    for (int node = 0; node < m_rects.size(); ++node) {
        const QRectF rect = m_rects[node].adjusted(-clearance, -clearance, clearance, clearance);
        if (node == own || node == alsoOwn || apart(rect, bounds))
            continue;
        for (qsizetype i = 1; i < polyline.size(); ++i) {
            if (segmentMeets(polyline[i - 1], polyline[i], rect)) {
                ++hits;
                break;
            }
        }
    }
    return hits;
}

bool Obstacles::isClear(const QList<QPointF> &polyline, int own, int alsoOwn, double clearance) const
{
    return hits(polyline, own, alsoOwn, clearance) == 0;
}

bool Obstacles::isFree(const QRectF &area, int except) const
{
    for (int node = 0; node < m_rects.size(); ++node) {
        if (node != except && m_rects[node].intersects(area))
            return false;
    }
    return true;
}

} // namespace entente::layout
