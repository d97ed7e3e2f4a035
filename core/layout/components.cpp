#include "layout/components.h"

#include "layout/unionfind.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::layout {

namespace {

int topGroup(const LayoutRequest &request, int group)
{
    while (group >= 0 && request.groups[group].parent >= 0)
        group = request.groups[group].parent;
    return group;
}

} // namespace

QList<Component> split(const LayoutRequest &request)
{
    UnionFind sets(request.nodes.size());
    QList<int> firstOf(request.groups.size(), -1);
    for (int node = 0; node < request.nodes.size(); ++node) {
        const int top = topGroup(request, request.nodes[node].group);
        if (top >= 0 && firstOf[top] < 0)
            firstOf[top] = node;
        else if (top >= 0)
            sets.join(firstOf[top], node);
    }
    for (const Edge &edge : request.edges)
        sets.join(edge.pill, edge.card);

    QList<Component> components;
    QList<int> componentOf(request.nodes.size(), -1);
    QList<int> newNode(request.nodes.size());
    QList<int> newGroup(request.groups.size(), -1);
    const auto componentAt = [&](int node) {
        int &known = componentOf[sets.find(node)];
        if (known < 0) {
            known = int(components.size());
            components.append(Component{});
            components.last().request.aspect = request.aspect;
            components.last().request.spacing = request.spacing;
            components.last().request.engine = request.engine;
        }
        return known;
    };
    for (int node = 0; node < request.nodes.size(); ++node) {
        Component &component = components[componentAt(node)];
        newNode[node] = int(component.nodes.size());
        component.nodes.append(node);
        component.request.nodes.append(request.nodes[node]);
    }
    for (int group = 0; group < request.groups.size(); ++group) {
        const int first = firstOf[topGroup(request, group)];
        if (first < 0)
            continue; // a group that nothing lies in
        Component &component = components[componentAt(first)];
        const int parent = request.groups[group].parent;
        newGroup[group] = int(component.groups.size());
        component.groups.append(group);
        component.request.groups.append({parent < 0 ? -1 : newGroup[parent], request.groups[group].title});
    }
    for (Component &component : components) {
        for (Node &node : component.request.nodes)
            node.group = node.group < 0 ? -1 : newGroup[node.group];
    }
    for (int i = 0; i < request.edges.size(); ++i) {
        Edge edge = request.edges[i];
        Component &component = components[componentAt(edge.pill)];
        edge.pill = newNode[edge.pill];
        edge.card = newNode[edge.card];
        component.edges.append(i);
        component.request.edges.append(edge);
    }
    return components;
}

QList<QPointF> packInRows(const QList<QSizeF> &sizes, double aspect, double gap)
{
    QList<int> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&sizes](int a, int b) {
        return sizes[a].width() * sizes[a].height() > sizes[b].width() * sizes[b].height();
    });
    double area = 0;
    double widest = 0;
    for (QSizeF size : sizes) {
        area += (size.width() + gap) * (size.height() + gap);
        widest = std::max(widest, size.width());
    }
    const double width = std::max(widest, std::sqrt(area * aspect));
    QList<QPointF> places(sizes.size());
    QPointF at;
    double rowHeight = 0;
    for (int i : order) {
        if (at.x() > 0 && at.x() + sizes[i].width() > width) {
            at = {0, at.y() + rowHeight + gap};
            rowHeight = 0;
        }
        places[i] = at;
        at.rx() += sizes[i].width() + gap;
        rowHeight = std::max(rowHeight, sizes[i].height());
    }
    return places;
}

namespace {

void shift(Curve &curve, QPointF by)
{
    for (QPointF &point : curve.points)
        point += by;
}

} // namespace

Placement pack(const LayoutRequest &request, const QList<Component> &components,
               const QList<Placement> &placements)
{
    QList<QSizeF> sizes;
    for (const Placement &placement : placements)
        sizes.append(placement.bounds.size());
    const QList<QPointF> places = packInRows(sizes, request.aspect, request.spacing.component);
    Placement whole;
    whole.centres.resize(request.nodes.size());
    whole.groupBoxes.resize(request.groups.size());
    whole.edges.resize(request.edges.size());
    for (qsizetype c = 0; c < components.size(); ++c) {
        const Component &component = components[c];
        const Placement &part = placements[c];
        const QPointF by = places[c] - part.bounds.topLeft();
        for (qsizetype i = 0; i < component.nodes.size(); ++i)
            whole.centres[component.nodes[i]] = part.centres[i] + by;
        for (qsizetype i = 0; i < component.groups.size(); ++i)
            whole.groupBoxes[component.groups[i]] = part.groupBoxes[i].translated(by);
        for (qsizetype i = 0; i < component.edges.size(); ++i) {
            whole.edges[component.edges[i]] = part.edges[i];
            shift(whole.edges[component.edges[i]], by);
        }
    }
    return whole;
}

} // namespace entente::layout
