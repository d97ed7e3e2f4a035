#include "layout/bodygraph.h"

#include "layout/unionfind.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

std::vector<int> pillsAt(const BodyGraph &graph)
{
    std::vector<int> counts(graph.bodies.size(), 0);
    for (const BodyGraph::Pill &pill : graph.pills) {
        for (int body : pill.bodies)
            ++counts[body];
    }
    return counts;
}

void addAgreement(const BodyGraph::Pill &pill, std::vector<WeightedEdge> &edges)
{
    constexpr qsizetype mostInClique = 6;
    const qsizetype count = pill.bodies.size();
    if (count > mostInClique) {
        for (qsizetype i = 1; i < count; ++i)
            edges.push_back({pill.bodies[0], pill.bodies[i], 1});
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = i + 1; j < count; ++j)
            edges.push_back({pill.bodies[i], pill.bodies[j], 1 / float(count - 1)});
    }
}

} // namespace

std::vector<BodyComponent> componentsOf(const BodyGraph &graph)
{
    UnionFind sets(qsizetype(graph.bodies.size()));
    for (const BodyGraph::Pill &pill : graph.pills) {
        for (int body : pill.bodies)
            sets.join(pill.bodies[0], body);
    }
    int hinted = -1;
    for (int body = 0; body < int(graph.bodies.size()); ++body) {
        if (graph.hints[body] && hinted >= 0)
            sets.join(hinted, body);
        else if (graph.hints[body])
            hinted = body;
    }
    std::vector<BodyComponent> components;
    std::vector<int> componentOf(graph.bodies.size(), -1);
    std::vector<int> newIndex(graph.bodies.size());
    for (int body = 0; body < int(graph.bodies.size()); ++body) {
        const int root = sets.find(body); // the first of its set
        if (root == body) {
            componentOf[body] = int(components.size());
            components.emplace_back();
        }
        componentOf[body] = componentOf[root];
        BodyComponent &component = components[componentOf[body]];
        newIndex[body] = int(component.bodies.size());
        component.bodies.push_back(body);
        component.graph.bodies.push_back(graph.bodies[body]);
        component.graph.hints.push_back(graph.hints[body]);
    }
    for (int i = 0; i < int(graph.pills.size()); ++i) {
        BodyGraph::Pill pill = graph.pills[i];
        if (pill.bodies.isEmpty())
            components.emplace_back();
        BodyComponent &component =
            pill.bodies.isEmpty() ? components.back() : components[componentOf[pill.bodies[0]]];
        for (int &body : pill.bodies)
            body = newIndex[body];
        component.pills.push_back(i);
        component.graph.pills.push_back(std::move(pill));
    }
    return components;
}

ForceGraph forceGraphOf(const BodyGraph &graph, const std::vector<double> &areas)
{
    std::vector<WeightedEdge> edges;
    edges.reserve(graph.pills.size());
    for (const BodyGraph::Pill &pill : graph.pills)
        addAgreement(pill, edges);
    const double total = std::accumulate(areas.begin(), areas.end(), 0.0);
    const double mean = total / double(std::max<std::size_t>(1, areas.size()));
    std::vector<float> mass;
    mass.reserve(areas.size());
    for (double area : areas)
        mass.push_back(float(area / mean));
    ForceGraph forces = makeForceGraph(std::move(mass), edges);
    for (float &weight : forces.weight)
        weight = std::sqrt(weight);
    return forces;
}

std::vector<double> areasOf(const BodyGraph &graph, double gap)
{
    const auto roomy = [gap](QSizeF size) { return (size.width() + gap) * (size.height() + gap); };
    const std::vector<int> counts = pillsAt(graph);
    std::vector<double> areas;
    areas.reserve(graph.bodies.size());
    for (QSizeF size : graph.bodies)
        areas.push_back(roomy(size));
    for (const BodyGraph::Pill &pill : graph.pills) {
        double shares = 0;
        for (int body : pill.bodies)
            shares += 1.0 / counts[body];
        for (int body : pill.bodies)
            areas[body] += roomy(pill.size) / counts[body] / shares;
    }
    return areas;
}

} // namespace entente::layout
