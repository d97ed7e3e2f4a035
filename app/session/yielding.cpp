#include "session/yielding.h"

#include "layout/boxgrid.h"
#include "layout/groupboxes.h"

#include <algorithm>
#include <tuple>

namespace entente::session {

namespace {

// Less is the weaker right to a place.
enum class Right { Grown, Kept, Dragged };

struct Holder
{
    int node = 0;
    Right right = Right::Kept;
    bool isCard = true;
    QRectF box;

    // Of two that are equal otherwise, the one that comes first in the file keeps its place.
    bool outranks(const Holder &other) const
    {
        return std::tuple(right, isCard, other.node) > std::tuple(other.right, other.isCard, node);
    }
};

Right rightOf(const QString &key, const QSizeF &size, const Arrangement &kept, const Places &dragged)
{
    if (dragged.contains(key))
        return Right::Dragged;
    const auto before = kept.spots.constFind(key);
    const bool grown = before != kept.spots.cend() &&
                       (size.width() > before->size.width() || size.height() > before->size.height());
    return grown ? Right::Grown : Right::Kept;
}

QList<Holder> holdersOf(const layout::LayoutRequest &request, const QStringList &keys,
                        const Arrangement &kept, const Places &dragged)
{
    QList<Holder> holders;
    for (int node = 0; node < request.nodes.size(); ++node) {
        const layout::Node &what = request.nodes.at(node);
        if (!what.fixed)
            continue;
        holders.append({node, rightOf(keys.at(node), what.size, kept, dragged),
                        what.kind == layout::NodeKind::Card, layout::centredRect(*what.fixed, what.size)});
    }
    return holders;
}

// The groups' areas around what stands in them.
QList<QRectF> areasOf(layout::LayoutRequest request)
{
    request.nodes.removeIf([](const layout::Node &node) { return !node.fixed; });
    QList<QPointF> centres;
    for (const layout::Node &node : std::as_const(request.nodes))
        centres.append(*node.fixed);
    return layout::fitGroups(request, centres);
}

bool reachesIntoStrangers(const layout::LayoutRequest &request, const Holder &holder,
                          const QList<QRectF> &areas)
{
    for (int group = 0; group < areas.size(); ++group) {
        if (areas.at(group).intersects(holder.box) && !layout::isInGroup(request, holder.node, group))
            return true;
    }
    return false;
}

} // namespace

QList<int> yieldingNodes(const layout::LayoutRequest &request, const QStringList &keys,
                         const Arrangement &kept, const Places &dragged)
{
    const QList<Holder> holders = holdersOf(request, keys, kept, dragged);
    QList<int> yielding;
    std::vector<QRectF> boxes;
    boxes.reserve(size_t(holders.size()));
    std::optional<QList<QRectF>> areas; // found where any has grown
    for (const Holder &holder : holders) {
        boxes.push_back(holder.box);
        if (holder.right != Right::Grown)
            continue;
        if (!areas)
            areas = areasOf(request);
        if (reachesIntoStrangers(request, holder, *areas))
            yielding.append(holder.node);
    }
    layout::BoxGrid(boxes).forEachOverlap([&](int first, int second) {
        const Holder &a = holders.at(first);
        const Holder &b = holders.at(second);
        if (a.right != Right::Dragged || b.right != Right::Dragged)
            yielding.append(a.outranks(b) ? b.node : a.node);
    });
    std::sort(yielding.begin(), yielding.end());
    yielding.erase(std::unique(yielding.begin(), yielding.end()), yielding.end());
    return yielding;
}

} // namespace entente::session
