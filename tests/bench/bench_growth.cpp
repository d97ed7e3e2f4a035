// How the time of each step from a file's bytes to its picture grows from a thousand firms to a hundred
// thousand, with fitted exponents, and what the program then holds in memory. Prints tables; run it with
// script/bench, or give it numbers of firms.

#include "bench/measuring.h"
#include "document/jsonreader.h"
#include "painting/fontmeasure.h"
#include "session/composition.h"
#include "support/bigscenario.h"

#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace entente;

namespace {

// In the order in which they are done; the first is the peer.
enum Step { Peer, Reading, Conflicts, Graph, Sizes, Layout, Settling, Picture, Dating, StepCount };
constexpr const char *stepNames[]{"QJsonDocument parsing",
                                  "reading and checking",
                                  "conflicts",
                                  "graph",
                                  "sizes",
                                  "layout",
                                  "settling",
                                  "picture",
                                  "another date, without picture"};

struct Growth
{
    std::vector<int> firms;
    std::vector<std::pair<double, double>> times[StepCount];
    std::vector<double> megabytes[StepCount]; // held after the step
};

const analysis::AsOf firstDate{domain::EventDate::parse(u"2026-01-01")};
const analysis::AsOf secondDate{domain::EventDate::parse(u"2020-01-01")};

class Run
{
public:
    Run(Growth &growth, int firms)
        : m_growth(growth)
        , m_firms(firms)
        , m_before(bench::residentMegabytes())
    {}

    template <typename Work> void step(Step which, const Work &work)
    {
        m_growth.times[which].emplace_back(m_firms, bench::processorMillisecondsOf(work));
        m_growth.megabytes[which].push_back(bench::residentMegabytes() - m_before);
    }

private:
    Growth &m_growth;
    int m_firms;
    double m_before;
};

formats::ScenarioFile read(const QByteArray &text)
{
    Outcome<formats::ScenarioFile> file = formats::readScenario(text, QStringLiteral("big"));
    if (!file) {
        std::fprintf(stderr, "%s\n", qPrintable(toLine(file.problems.all().first())));
        std::exit(EXIT_FAILURE);
    }
    return std::move(*file.value);
}

void measure(Growth &growth, int firms, const picture::TextMeasure &measure)
{
    const picture::Theme theme = picture::lightTheme();
    QByteArray text = tests::bigScenario({firms, 2 * firms, 1});
    growth.firms.push_back(firms);
    Run run(growth, firms);
    run.step(Peer, [&] { QJsonDocument::fromJson(text); });
    session::Composition whole;
    run.step(Reading, [&] { whole.file = read(text); });
    text.clear();
    whole.asOf = firstDate;
    run.step(Conflicts, [&] { whole.conflicts = analysis::findConflicts(whole.file.scenario, whole.asOf); });
    run.step(Graph, [&] { whole.graph = graph::buildGraph(whole.file.scenario); });
    run.step(Sizes, [&] { whole.request = picture::layoutRequest(whole.subject(), theme, measure); });
    layout::Layouter layouter;
    run.step(Layout, [&] { whole.placement = *layouter.layOut(whole.request).value; });
    session::Arrangement kept;
    run.step(Settling, [&] {
        kept = session::arrangementOf(whole);
        session::settle(whole, kept);
    });
    picture::Picture picture;
    run.step(Picture,
             [&] { picture = picture::buildPicture(whole.subject(), whole.placement, theme, measure, {}); });
    run.step(Dating, [&] { session::redate(whole, secondDate); });
}

void printRow(const char *name, const std::vector<double> &values, const char *format)
{
    std::printf("| %s |", name);
    for (const double value : values)
        std::printf(format, value);
}

void printHeading(const Growth &growth, const char *what)
{
    std::printf("\n| %s |", what);
    for (const int firms : growth.firms)
        std::printf(" %d |", firms);
    std::printf("\n|---|");
    for (size_t i = 0; i < growth.firms.size(); ++i)
        std::printf("---|");
    std::printf("\n");
}

double lastOf(const Growth &growth, Step step)
{
    return growth.times[step].back().second;
}

void print(const Growth &growth)
{
    printHeading(growth, "ms of processor time at so many firms and twice the agreements; exponent");
    for (int step = 0; step < StepCount; ++step) {
        std::vector<double> times;
        for (const auto &[size, time] : growth.times[step])
            times.push_back(time);
        printRow(stepNames[step], times, " %.1f |");
        std::printf(" %.2f |\n", bench::exponentOf(growth.times[step]));
    }
    const double whole = lastOf(growth, Reading) + lastOf(growth, Conflicts) + lastOf(growth, Graph) +
                         lastOf(growth, Sizes) + lastOf(growth, Layout);
    const double ratio = whole / lastOf(growth, Peer);
    std::printf(
        "\nRead, checked and laid out at %d firms: %.2f of QJsonDocument merely parsing it (≤ 1: %s).\n",
        growth.firms.back(), ratio, bench::verdict(ratio <= 1));
    printHeading(growth, "MB held after");
    for (int step = 0; step < StepCount; ++step) {
        printRow(stepNames[step], growth.megabytes[step], " %.0f |");
        std::printf("\n");
    }
    // Half of what a prototype holds at 100,000 firms whose canvas has an object for each item.
    const double most = 0.5 * 939 * growth.firms.back() / 100'000;
    const double held = growth.megabytes[Picture].back();
    std::printf("\nOpen and drawn at %d firms: %.0f MB (≤ %.0f: %s).\n", growth.firms.back(), held, most,
                bench::verdict(held <= most));
}

} // namespace

int main(int count, char **words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::vector<int> sizes;
    for (int i = 1; i < count; ++i)
        sizes.push_back(QByteArray(words[i]).toInt());
    if (sizes.empty())
        sizes = {1'000, 3'000, 10'000, 30'000, 100'000};
    const QGuiApplication application(count, words);
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    Growth growth;
    for (const int firms : sizes)
        ::measure(growth, firms, *measure);
    print(growth);
    return 0;
}
