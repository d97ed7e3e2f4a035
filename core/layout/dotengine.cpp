#include "layout/dotengine.h"

#include "layout/groupboxes.h"
#include "layout/lines.h"

#include <algorithm>
#include <cmath>

namespace entente::layout {

wire::Job jobFor(const LayoutRequest &request, const Candidate &candidate)
{
    wire::Job job;
    job.leftToRight = candidate.ranks == RankDirection::LeftToRight;
    job.nodeSeparation = request.spacing.node;
    job.rankSeparation = request.spacing.rank;
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

// Graphviz's splines run from tail to head; ours from pill to card.
QList<Curve> splinesOf(const LayoutRequest &request, const Candidate &candidate, const wire::Answer &answer)
{
    QList<Curve> splines = answer.lines;
    const QList<Arc> arcs = orient(request, candidate);
    for (qsizetype i = 0; i < splines.size(); ++i) {
        if (arcs[i].tail == request.edges[i].card)
            std::reverse(splines[i].points.begin(), splines[i].points.end());
    }
    return splines;
}

} // namespace

std::optional<Placement> placementFrom(const LayoutRequest &request, const Candidate &candidate,
                                       const wire::Answer &answer, Care care)
{
    if (!answer.error.isEmpty() || answer.centres.size() != request.nodes.size() ||
        answer.lines.size() != request.edges.size())
        return std::nullopt;
    Placement placement;
    placement.centres = answer.centres;
    placement.groupBoxes = fitGroups(request, placement.centres);
    placement.edges = drawEdges(request, placement.centres, splinesOf(request, candidate, answer), care);
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
