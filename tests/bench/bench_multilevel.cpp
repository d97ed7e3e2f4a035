// The multilevel layout against Graphviz's sfdp, both in this process and on the same graph of firms: time,
// stress and neighbour preservation, without and with overlap removal; and how its time grows. Prints
// Markdown tables; run it with script/bench.

#include "bench/measuring.h"
#include "layout/bodygraph.h"
#include "layout/boxgrid.h"
#include "layout/multilevelforces.h"
#include "layout/multilevellayout.h"
#include "support/registergenerator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <gvc.h>
#include <string>

using namespace entente;
using namespace entente::layout;

namespace {

constexpr int runs = 5;
constexpr double pixelsPerPoint = 96.0 / 72;

LayoutRequest registerOf(int firms, double grouped = 0)
{
    return tests::generatedRegister(7, {firms, 2 * firms, grouped, 0});
}

// The graph of firms alone, each pair of partners once: what both engines lay out.
ForceGraph firmsOf(const LayoutRequest &request, int firms)
{
    BodyGraph bodies;
    bodies.bodies.assign(firms, QSizeF(1, 1));
    bodies.pills.resize(request.nodes.size() - firms);
    for (const Edge &edge : request.edges)
        bodies.pills[edge.pill - firms].bodies.append(edge.card);
    ForceGraph graph = forceGraphOf(bodies, std::vector<double>(firms, 1));
    std::fill(graph.weight.begin(), graph.weight.end(), 1.0F); // sfdp sees no weights either
    return graph;
}

// Median milliseconds of processor time: each engine runs in one thread.
template <typename Work> double medianOf(Work work)
{
    return bench::medianOf(runs, [&work] { return bench::processorMillisecondsOf(work); });
}

std::vector<int> distancesFrom(const ForceGraph &graph, int source)
{
    std::vector<int> distance(graph.size(), -1);
    std::vector<int> open{source};
    distance[source] = 0;
    for (std::size_t head = 0; head < open.size(); ++head) {
        for (int e = graph.first[open[head]]; e < graph.first[open[head] + 1]; ++e) {
            if (distance[graph.target[e]] < 0) {
                distance[graph.target[e]] = distance[open[head]] + 1;
                open.push_back(graph.target[e]);
            }
        }
    }
    return distance;
}

double apart(const Points &points, int a, int b)
{
    return std::hypot(double(points.x[a] - points.x[b]), double(points.y[a] - points.y[b]));
}

// Mean of (length − distance)² / distance² over all pairs with one of a hundred pivots, at the best scale.
double stressOf(const ForceGraph &graph, const Points &points)
{
    constexpr int mostPivots = 100;
    const int pivots = std::min(mostPivots, graph.size());
    double linear = 0;
    double square = 0;
    double pairs = 0;
    for (int k = 0; k < pivots; ++k) {
        const int pivot = int(qint64(k) * graph.size() / pivots);
        const std::vector<int> distances = distancesFrom(graph, pivot);
        for (int node = 0; node < graph.size(); ++node) {
            if (distances[node] <= 0)
                continue;
            const double ratio = apart(points, pivot, node) / distances[node];
            linear += ratio;
            square += ratio * ratio;
            ++pairs;
        }
    }
    return 1 - linear * linear / square / pairs; // the minimum over the scale, in closed form
}

// Mean Jaccard similarity of a node's neighbours and as many nearest nodes, over a thousand nodes.
double preservationOf(const ForceGraph &graph, const Points &points)
{
    constexpr int most = 1000;
    const int samples = std::min(most, graph.size());
    double sum = 0;
    std::vector<std::pair<double, int>> near;
    for (int k = 0; k < samples; ++k) {
        const int node = int(qint64(k) * graph.size() / samples);
        const int degree = graph.degree(node);
        near.clear();
        for (int other = 0; other < graph.size(); ++other) {
            if (other != node)
                near.emplace_back(apart(points, node, other), other);
        }
        std::nth_element(near.begin(), near.begin() + degree - 1, near.end());
        int shared = 0;
        for (int i = 0; i < degree; ++i) {
            const auto begin = graph.target.begin() + graph.first[node];
            shared += std::find(begin, begin + degree, near[i].second) != begin + degree ? 1 : 0;
        }
        sum += double(shared) / (2 * degree - shared);
    }
    return sum / samples;
}

struct Measured
{
    double milliseconds = 0;
    Points points;
};

// Sizes in pixels; empty for points.
Measured withSfdp(const ForceGraph &graph, const char *overlap, const QList<Node> &sizes)
{
    GVC_t *context = gvContext();
    std::string name = "firms";
    Agraph_t *sheet = agopen(name.data(), Agundirected, nullptr);
    const auto set = [sheet](int kind, std::string key, std::string value) {
        agattr(sheet, kind, key.data(), value.data());
    };
    set(AGRAPH, "overlap", overlap);
    set(AGRAPH, "splines", "");
    set(AGNODE, "fixedsize", "true");
    set(AGNODE, "label", "");
    set(AGNODE, "shape", "box");
    set(AGNODE, "width", "0.1");
    set(AGNODE, "height", "0.1");
    std::vector<Agnode_t *> nodes;
    for (int i = 0; i < graph.size(); ++i) {
        std::string id = std::to_string(i);
        nodes.push_back(agnode(sheet, id.data(), 1));
        if (sizes.isEmpty())
            continue;
        std::string width = std::to_string(sizes[i].size.width() / 96);
        std::string height = std::to_string(sizes[i].size.height() / 96);
        std::string keyOfWidth = "width";
        std::string keyOfHeight = "height";
        agset(nodes.back(), keyOfWidth.data(), width.data());
        agset(nodes.back(), keyOfHeight.data(), height.data());
    }
    for (int i = 0; i < graph.size(); ++i) {
        for (int e = graph.first[i]; e < graph.first[i + 1]; ++e) {
            if (graph.target[e] > i)
                agedge(sheet, nodes[i], nodes[graph.target[e]], nullptr, 1);
        }
    }
    const double milliseconds = bench::processorMillisecondsOf([&] { gvLayout(context, sheet, "sfdp"); });
    Measured measured{milliseconds, Points(graph.size())};
    for (int i = 0; i < graph.size(); ++i) {
        measured.points.x[i] = float(ND_coord(nodes[i]).x * pixelsPerPoint);
        measured.points.y[i] = float(ND_coord(nodes[i]).y * pixelsPerPoint);
    }
    gvFreeLayout(context, sheet);
    agclose(sheet);
    gvFreeContext(context);
    return measured;
}

Measured withForces(const ForceGraph &graph, Effort effort)
{
    Measured measured;
    measured.milliseconds = medianOf([&] {
        LayoutControl control;
        measured.points = placeByForces(graph, effort, control);
    });
    return measured;
}

int overlapsAmong(const QList<Node> &nodes, const Points &points)
{
    std::vector<QRectF> boxes;
    for (int i = 0; i < points.size(); ++i) {
        constexpr double slack = 0.5; // Graphviz rounds
        boxes.push_back(centredRect(QPointF(double(points.x[i]), double(points.y[i])),
                                    nodes[i].size - QSizeF(slack, slack)));
    }
    int overlaps = 0;
    BoxGrid(boxes).forEachOverlap([&overlaps](int, int) { ++overlaps; });
    return overlaps;
}

using bench::verdict;

void againstSfdp(int firms, double faster)
{
    const LayoutRequest request = registerOf(firms);
    const ForceGraph graph = firmsOf(request, firms);
    const Measured theirs = withSfdp(graph, "true", {});
    const double theirStress = stressOf(graph, theirs.points);
    const double theirPreservation = preservationOf(graph, theirs.points);
    struct Target
    {
        const char *name;
        Effort effort;
        double faster;
        double stress;
    };
    for (const Target &target : {Target{"quick", Effort::Quick, faster, 1.05},
                                 Target{"thorough", Effort::Thorough, faster / 2, 1.0}}) {
        const Measured ours = withForces(graph, target.effort);
        const double speed = theirs.milliseconds / ours.milliseconds;
        const double stress = stressOf(graph, ours.points) / theirStress;
        std::printf(
            "| %s forces, %d firms | sfdp, overlap=true | %.1f | %.0f | %.0f× | %.3f | %.3f / %.3f | %.0f× "
            "at ≤ %.2f: %s |\n",
            target.name, firms, ours.milliseconds, theirs.milliseconds, speed, stress,
            preservationOf(graph, ours.points), theirPreservation, target.faster, target.stress,
            verdict(speed >= target.faster && stress <= target.stress));
        std::fflush(stdout);
    }
}

// All of ours, pills and lines too, against cards alone.
void againstPrism(int firms)
{
    constexpr double faster = 100;
    const LayoutRequest request = registerOf(firms);
    const ForceGraph graph = firmsOf(request, firms);
    Placement placement;
    const double milliseconds = medianOf([&] {
        LayoutControl control;
        placement = layOutMultilevel(request, control);
    });
    Points ours(firms);
    for (int i = 0; i < firms; ++i) {
        ours.x[i] = float(placement.centres[i].x());
        ours.y[i] = float(placement.centres[i].y());
    }
    const Measured theirs = withSfdp(graph, "prism", request.nodes);
    const double speed = theirs.milliseconds / milliseconds;
    const int overlaps = overlapsAmong(request.nodes, ours);
    std::printf(
        "| without overlap, %d firms and %d pills | sfdp, overlap=prism, no pills | %.1f | %.0f | %.0f× "
        "| %.3f | %.3f / %.3f | %.0f× without overlap: %s (overlaps: %d / %d) |\n",
        firms, 2 * firms, milliseconds, theirs.milliseconds, speed,
        stressOf(graph, ours) / stressOf(graph, theirs.points), preservationOf(graph, ours),
        preservationOf(graph, theirs.points), faster, verdict(speed >= faster && overlaps == 0), overlaps,
        overlapsAmong(request.nodes, theirs.points));
    std::fflush(stdout);
}

void growth()
{
    std::printf("\n| firms | agreements | forces alone, ms | the whole layout, ms | a card or pill, µs |\n"
                "|---|---|---|---|---|\n");
    std::vector<std::pair<double, double>> forces;
    std::vector<std::pair<double, double>> whole;
    for (int firms : {1000, 3000, 10'000, 30'000, 100'000}) {
        const LayoutRequest request = registerOf(firms, 0.1);
        const double ours = withForces(firmsOf(request, firms), Effort::Quick).milliseconds;
        const double all = medianOf([&] {
            LayoutControl control;
            layOutMultilevel(request, control);
        });
        forces.emplace_back(firms, ours);
        whole.emplace_back(firms, all);
        std::printf("| %d | %d | %.1f | %.1f | %.1f |\n", firms, 2 * firms, ours, all,
                    1000 * all / double(request.nodes.size()));
        std::fflush(stdout);
    }
    std::printf("| fitted exponent | | %.2f | %.2f | |\n", bench::exponentOf(forces),
                bench::exponentOf(whole));
    const double ratio = forces[4].second / forces[2].second;
    const double ratioOfWhole = whole[4].second / whole[2].second;
    std::printf(
        "\n100,000 against 10,000 firms: forces %.1f×, %.2f s (%s); whole %.1f×, %.2f s (%s). Target: ≤ "
        "11×, ≤ 2.5 s.\n",
        ratio, forces[4].second / 1000, verdict(ratio <= 11 && forces[4].second <= 2500), ratioOfWhole,
        whole[4].second / 1000, verdict(ratioOfWhole <= 11 && whole[4].second <= 2500));
}

} // namespace

int main()
{
    std::printf(
        "| ours | against | ms | its ms | faster | stress, ratio | neighbours kept, ours / its | target "
        "|\n|---|---|---|---|---|---|---|---|\n");
    againstSfdp(1000, 30);
    againstSfdp(10'000, 80);
    againstPrism(10'000);
    growth();
    return 0;
}
