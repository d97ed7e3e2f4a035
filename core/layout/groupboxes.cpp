#include "layout/groupboxes.h"

#include <algorithm>

namespace entente::layout {

QList<QRectF> fitGroups(const LayoutRequest &request, const QList<QPointF> &centres)
{
    QList<QRectF> boxes(request.groups.size());
    for (qsizetype i = 0; i < centres.size(); ++i) {
        const int group = request.nodes[i].group;
        if (group >= 0)
            boxes[group] = boxes[group].united(centredRect(centres[i], request.nodes[i].size));
    }
    for (qsizetype i = request.groups.size() - 1; i >= 0;
         --i) { // a parent's index is smaller: it comes later
        QRectF &box = boxes[i];
        if (box.isNull())
            continue;
        const Group &group = request.groups[i];
        const double padding = request.spacing.groupPadding;
        box.setWidth(std::max(box.width(), group.title.width()));
        box.adjust(-padding, -padding - group.title.height(), padding, padding);
        if (group.parent >= 0)
            boxes[group.parent] = boxes[group.parent].united(box);
    }
    return boxes;
}

bool isInGroup(const LayoutRequest &request, int node, int group)
{
    for (int at = request.nodes[node].group; at >= 0; at = request.groups[at].parent) {
        if (at == group)
            return true;
    }
    return false;
}

bool areNested(const LayoutRequest &request, int a, int b)
{
    const auto encloses = [&request](int outer, int inner) {
        for (int at = inner; at >= 0; at = request.groups[at].parent) {
            if (at == outer)
                return true;
        }
        return false;
    };
    return encloses(a, b) || encloses(b, a);
}

} // namespace entente::layout
