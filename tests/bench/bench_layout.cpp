// Crossings against Graphviz's `dot` with the same clusters, sizes and pills. Prints a table; run it with
// script/bench.

#include "layout/dotengine.h"
#include "layout/groupboxes.h"
#include "layout/layouter.h"
#include "layout/workerprocess.h"
#include "support/graphgenerator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace entente;
using namespace entente::layout;

namespace {

// All nodes and clusters as they are, every line from pill to card.
wire::Job plainJob(const LayoutRequest &request)
{
    wire::Job job;
    job.leftToRight = true;
    job.nodeSeparation = request.spacing.node;
    job.rankSeparation = request.spacing.rank;
    job.clusterMargin = request.spacing.groupPadding;
    for (const Group &group : request.groups)
        job.clusters.append({group.parent, group.title});
    for (const Node &node : request.nodes)
        job.boxes.append({node.size, node.group});
    for (const Edge &edge : request.edges)
        job.lines.append({edge.pill, edge.card});
    return job;
}

// One `dot` layout as Graphviz draws it, with its own splines.
Quality plainDot(WorkerProcess &worker, const LayoutRequest &request)
{
    const wire::Job job = plainJob(request);
    wire::Answer answer;
    QEventLoop loop;
    const auto connection =
        QObject::connect(&worker, &WorkerProcess::answered, [&](quint64, const wire::Answer &given) {
            answer = given;
            loop.quit();
        });
    static quint64 number = 0;
    worker.send(++number, job);
    loop.exec();
    QObject::disconnect(connection);
    Placement placement;
    placement.centres = answer.centres;
    placement.groupBoxes = fitGroups(request, answer.centres);
    placement.edges = answer.lines;
    return answer.error.isEmpty() ? measure(request, placement) : Quality();
}

struct Row
{
    const char *label;
    qsizetype most; // things
    int graphs = 0;
    qint64 ours = 0;
    qint64 dots = 0;
    int over = 0;
    int invalid = 0;
    qint64 milliseconds = 0;
};

void crossings()
{
    std::array rows{Row{"<= 40", 40}, Row{"41-100", 100}, Row{"> 100", 1'000'000}};
    Layouter layouter;
    WorkerProcess worker(workerProgram(), qint64(1) << 30);
    constexpr quint32 graphs = 200;
    for (quint32 seed = 0; seed < graphs; ++seed) {
        const LayoutRequest request = tests::generatedRequest(seed);
        Row &row = *std::find_if(rows.begin(), rows.end(),
                                 [&](const Row &r) { return request.nodes.size() <= r.most; });
        QElapsedTimer clock;
        clock.start();
        const auto placement = layouter.layOut(request);
        row.milliseconds += clock.elapsed();
        const Quality ours = placement ? measure(request, *placement.value) : Quality();
        ++row.graphs;
        row.ours += ours.crossings;
        row.over += ours.linesOverCards;
        row.invalid += placement && ours.isValid() ? 0 : 1;
        row.dots += plainDot(worker, request).crossings;
    }
    std::printf("| things | graphs | crossings | with plain dot | ratio | lines over cards | not valid | ms "
                "a graph |\n"
                "|---|---|---|---|---|---|---|---|\n");
    for (const Row &row : rows) {
        std::printf("| %s | %d | %lld | %lld | %.2f | %d | %d | %.0f |\n", row.label, row.graphs,
                    static_cast<long long>(row.ours), static_cast<long long>(row.dots),
                    double(row.ours) / double(std::max<qint64>(1, row.dots)), row.over, row.invalid,
                    double(row.milliseconds) / std::max(1, row.graphs));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    crossings();
    return 0;
}
