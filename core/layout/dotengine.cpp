#include "layout/dotengine.h"

#include "layout/groupboxes.h"
#include "layout/lines.h"
#include "layout/piles.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

namespace {

Piled piledFor(const LayoutRequest &whole, const Candidate &candidate)
{
    return piledUp(whole, candidate.ranks == RankDirection::LeftToRight ? PileDirection::Down
                                                                        : PileDirection::Right);
}

// Graphviz gives nested clusters less room across the ranks than their boxes take.
double rankSeparationFor(const LayoutRequest &request)
{
    constexpr double leastGap = 8; // between a box and what stands outside it
    int deepest = 0;
    QList<int> depth(request.groups.size(), 1);
    for (qsizetype i = 0; i < request.groups.size(); ++i) {
        if (request.groups[i].parent >= 0)
            depth[i] = depth[request.groups[i].parent] + 1;
        deepest = std::max(deepest, depth[i]);
    }
    return std::max(request.spacing.rank, deepest * request.spacing.groupPadding + leastGap);
}

} // namespace

wire::Job jobFor(const LayoutRequest &whole, const Candidate &candidate)
{
    const LayoutRequest request = piledFor(whole, candidate).request;
    wire::Job job;
    job.leftToRight = candidate.ranks == RankDirection::LeftToRight;
    job.nodeSeparation = request.spacing.node;
    job.rankSeparation = rankSeparationFor(request);
    job.clusterMargin = request.spacing.groupPadding;
    for (const Group &group : request.groups)
        job.clusters.append({group.parent, group.title});
    for (int node = 0; node < request.nodes.size(); ++node)
        job.boxes.append({request.nodes[node].size, request.nodes[node].group});
    for (const Arc &arc : orient(request, candidate))
        job.lines.append({arc.tail, arc.head});
    return job;
}

namespace {

// Graphviz's splines run from tail to head; ours from pill to card. None inside piles.
QList<Curve> splinesOf(const LayoutRequest &whole, const Piled &piled, const Candidate &candidate,
                       const wire::Answer &answer)
{
    QList<Curve> splines(whole.edges.size());
    const QList<Arc> arcs = orient(piled.request, candidate);
    for (qsizetype i = 0; i < piled.edges.size(); ++i) {
        Curve &spline = splines[piled.edges[i]];
        spline = answer.lines[i];
        if (arcs[i].tail == piled.request.edges[i].card)
            std::reverse(spline.points.begin(), spline.points.end());
    }
    return splines;
}

} // namespace

std::optional<Placement> placementFrom(const LayoutRequest &request, const Candidate &candidate,
                                       const wire::Answer &answer, Care care)
{
    const Piled piled = piledFor(request, candidate);
    if (!answer.error.isEmpty() || answer.centres.size() != piled.request.nodes.size() ||
        answer.lines.size() != piled.request.edges.size())
        return std::nullopt;
    Placement placement;
    placement.centres = piled.spreadOut(answer.centres);
    placement.groupBoxes = fitGroups(request, placement.centres);
    placement.edges =
        drawEdges(request, placement.centres, splinesOf(request, piled, candidate, answer), care);
    placement.bounds = boundsOf(request, placement);
    return placement;
}

double score(const LayoutRequest &request, const Placement &placement, const Quality &quality)
{
    const double aspect = placement.bounds.width() / std::max(1.0, placement.bounds.height());
    constexpr double hollowPixels = 40'000; // as bad as a crossing
    return quality.crossings + 6 * quality.linesOverCards + 4 * quality.linesThroughGroups +
           quality.length / 400 + quality.bends / 20.0 + 5 * std::abs(std::log(aspect / request.aspect)) +
           quality.hollowArea / hollowPixels + placement.bounds.width() * placement.bounds.height() / 250'000;
}

std::optional<Placement> bestOf(const LayoutRequest &request, const QList<Candidate> &candidates,
                                const QList<wire::Answer> &answers)
{
    // Up to so many nodes every candidate is drawn as it would be in the end.
    constexpr qsizetype fewNodes = 120;
    const Care care = request.nodes.size() <= fewNodes ? Care::Full : Care::Quick;
    std::optional<qsizetype> best;
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const auto placement = placementFrom(request, candidates[i], answers[i], care);
        if (!placement)
            continue;
        const Quality quality = measure(request, *placement);
        const double points = score(request, *placement, quality);
        if (quality.isValid() && points < least) {
            least = points;
            best = i;
        }
    }
    return best ? placementFrom(request, candidates[*best], answers[*best], Care::Full) : std::nullopt;
}

} // namespace entente::layout
