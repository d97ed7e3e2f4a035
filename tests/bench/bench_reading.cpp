// How long it takes from a file's bytes to what the layout is asked: reading, checking, the graph; against
// QJsonDocument merely parsing the same bytes in the same run. Prints tables; run it with script/bench, or
// give it numbers of firms.

#include "bench/measuring.h"
#include "document/jsonreader.h"
#include "formats/scenarioreader.h"
#include "graph/relationgraph.h"
#include "support/bigscenario.h"

#include <QJsonDocument>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

using namespace entente;

namespace {

struct Times // milliseconds of processor time
{
    double peer = 0;
    double json = 0; // our document alone
    double read = 0; // document, scenario and cross-checks
    double graph = 0;
    double megabytes = 0; // that the scenario with its document holds
};

using bench::processorMillisecondsOf;

Times measure(const QByteArray &text)
{
    Times times;
    const double before = bench::residentMegabytes();
    Outcome<formats::ScenarioFile> file;
    times.read = processorMillisecondsOf([&] { file = formats::readScenario(text, QStringLiteral("big")); });
    times.megabytes = bench::residentMegabytes() - before;
    if (!file) {
        std::fprintf(stderr, "%s\n", qPrintable(toLine(file.problems.all().first())));
        std::exit(EXIT_FAILURE);
    }
    const domain::Scenario &scenario = file.value->scenario;
    times.graph = processorMillisecondsOf([&] { graph::buildGraph(scenario); });
    times.json = processorMillisecondsOf([&] { document::readJson(text, QStringLiteral("big"), 0); });
    times.peer = processorMillisecondsOf([&] { QJsonDocument::fromJson(text); });
    return times;
}

double exponentBetween(double fewer, double more, double factor)
{
    return std::log(more / fewer) / std::log(factor);
}

} // namespace

int main(int count, char **words)
{
    std::vector<int> sizes;
    for (int i = 1; i < count; ++i)
        sizes.push_back(QByteArray(words[i]).toInt());
    if (sizes.empty())
        sizes = {1'000, 10'000, 100'000};
    std::printf("\n| firms | agreements | MB of text | QJsonDocument ms | document ms | read and check ms | "
                "ratio | graph ms | MB held |\n|---|---|---|---|---|---|---|---|---|\n");
    std::optional<Times> last;
    int lastFirms = 0;
    for (const int firms : sizes) {
        const QByteArray text = tests::bigScenario({firms, 2 * firms, 1});
        const Times times = measure(text);
        std::printf("| %d | %d | %.1f | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f |\n", firms, 2 * firms,
                    double(text.size()) / 1e6, times.peer, times.json, times.read, times.read / times.peer,
                    times.graph, times.megabytes);
        if (last) {
            const double factor = double(firms) / lastFirms;
            std::printf("| exponent | | | %.2f | %.2f | %.2f | | %.2f | |\n",
                        exponentBetween(last->peer, times.peer, factor),
                        exponentBetween(last->json, times.json, factor),
                        exponentBetween(last->read, times.read, factor),
                        exponentBetween(last->graph, times.graph, factor));
        }
        std::fflush(stdout);
        last = times;
        lastFirms = firms;
    }
    return 0;
}
