#include "layout/shelflayout.h"

#include "layout/components.h"
#include "layout/groupboxes.h"
#include "layout/lines.h"

#include <QQueue>

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

// Whatever is placed as one: a top-level group with all that lies in it, or a single node.
struct Block
{
    QList<int> nodes;
    QList<QPointF> offsets; // of the nodes' centres from the block's top left corner
    QSizeF size;
};

class ShelfLayout
{
public:
    explicit ShelfLayout(const LayoutRequest &request)
        : m_request(request)
        , m_children(request.groups.size())
        , m_members(request.groups.size())
        , m_edgesOf(request.nodes.size())
    {
        for (int group = 0; group < request.groups.size(); ++group) {
            if (request.groups[group].parent >= 0)
                m_children[request.groups[group].parent].append(group);
        }
        for (int node = 0; node < request.nodes.size(); ++node) {
            if (request.nodes[node].group >= 0)
                m_members[request.nodes[node].group].append(node);
        }
        for (int i = 0; i < request.edges.size(); ++i) {
            m_edgesOf[request.edges[i].pill].append(request.edges[i].card);
            m_edgesOf[request.edges[i].card].append(request.edges[i].pill);
        }
    }

    QList<QPointF> centres()
    {
        QList<Block> blocks = blocksInOrder();
        double area = 0;
        for (const Block &block : blocks)
            area += (block.size.width() + gap()) * (block.size.height() + gap());
        const double width = std::sqrt(area * m_request.aspect);
        QList<QPointF> result(m_request.nodes.size());
        QPointF at;
        double rowHeight = 0;
        for (const Block &block : std::as_const(blocks)) {
            if (at.x() > 0 && at.x() + block.size.width() > width) {
                at = {0, at.y() + rowHeight + gap()};
                rowHeight = 0;
            }
            for (qsizetype i = 0; i < block.nodes.size(); ++i)
                result[block.nodes[i]] = at + block.offsets[i];
            at.rx() += block.size.width() + gap();
            rowHeight = std::max(rowHeight, block.size.height());
        }
        return result;
    }

private:
    double gap() const { return m_request.spacing.node; }

    Block single(int node) const
    {
        const QSizeF size = m_request.nodes[node].size;
        return {{node}, {{size.width() / 2, size.height() / 2}}, size};
    }

    Block groupBlock(int group) const
    {
        QList<Block> parts;
        for (int node : m_members[group])
            parts.append(single(node));
        for (int child : m_children[group])
            parts.append(groupBlock(child));
        QList<QSizeF> sizes;
        for (const Block &part : std::as_const(parts))
            sizes.append(part.size);
        constexpr double squarish = 1.2;
        const QList<QPointF> places = packInRows(sizes, squarish, gap());
        const double padding = m_request.spacing.groupPadding;
        const QSizeF title = m_request.groups[group].title;
        const QPointF inset(padding, padding + title.height());
        Block block;
        QRectF inner(0, 0, title.width(), 0);
        for (qsizetype p = 0; p < parts.size(); ++p) {
            inner = inner.united(QRectF(places[p], parts[p].size));
            for (qsizetype i = 0; i < parts[p].nodes.size(); ++i) {
                block.nodes.append(parts[p].nodes[i]);
                block.offsets.append(inset + places[p] + parts[p].offsets[i]);
            }
        }
        block.size = QSizeF(inner.right() + 2 * padding, inner.bottom() + 2 * padding + title.height());
        return block;
    }

    int topGroup(int node) const
    {
        int group = m_request.nodes[node].group;
        while (group >= 0 && m_request.groups[group].parent >= 0)
            group = m_request.groups[group].parent;
        return group;
    }

    // Breadth-first from the best connected node of each component, so that what is tied comes close in the
    // rows.
    QList<Block> blocksInOrder() const
    {
        QList<int> seeds(m_request.nodes.size());
        for (int i = 0; i < seeds.size(); ++i)
            seeds[i] = i;
        std::stable_sort(seeds.begin(), seeds.end(),
                         [this](int a, int b) { return m_edgesOf[a].size() > m_edgesOf[b].size(); });
        QList<Block> blocks;
        QList<bool> placed(m_request.nodes.size(), false);
        for (int seed : seeds) {
            QQueue<int> open;
            open.enqueue(seed);
            while (!open.isEmpty()) {
                const int node = open.dequeue();
                if (placed[node])
                    continue;
                const int group = topGroup(node);
                blocks.append(group < 0 ? single(node) : groupBlock(group));
                for (int member : std::as_const(blocks.last().nodes)) {
                    placed[member] = true;
                    for (int next : m_edgesOf[member])
                        open.enqueue(next);
                }
            }
        }
        return blocks;
    }

    const LayoutRequest &m_request;
    QList<QList<int>> m_children; // groups in each group
    QList<QList<int>> m_members;  // nodes in each group
    QList<QList<int>> m_edgesOf;  // neighbours of each node
};

} // namespace

Placement layOutInShelves(const LayoutRequest &request)
{
    Placement placement;
    placement.centres = ShelfLayout(request).centres();
    placement.groupBoxes = fitGroups(request, placement.centres);
    drawStraightLines(request, placement);
    placement.bounds = boundsOf(request, placement);
    return placement;
}

} // namespace entente::layout
