// How long findConflicts takes as scenarios grow, and with which power of the number of clauses. Prints
// tables; run it with script/bench.

#include "analysis/conflicts.h"
#include "analysis/cures.h"
#include "analysis/minimalset.h"
#include "bench/measuring.h"
#include "formats/scenarioreader.h"
#include "support/clausegenerator.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace entente;

namespace {

constexpr std::array sizes{1'000, 2'500, 5'000, 10'000}; // clauses

domain::Scenario scenarioOf(const QByteArray &text)
{
    const auto file = formats::readScenario(text, QStringLiteral("generated"));
    return file ? file.value->scenario : domain::Scenario();
}

// Firms and terms grow with the clauses, and a fifth of all clauses is held by five firms.
domain::Scenario spread(int clauses)
{
    return scenarioOf(tests::generatedClauses({clauses / 5, clauses / 5, clauses}, 1));
}

// All clauses bind one firm and concern one thing, but each its own object: nothing to gain from the bearer.
domain::Scenario hub(int clauses)
{
    domain::Scenario scenario = spread(clauses);
    int number = 0;
    for (domain::Agreement &agreement : scenario.agreements) {
        for (domain::Clause &clause : agreement.clauses) {
            clause.bearer = scenario.firms.first().id;
            clause.action = scenario.terms.first().id.text();
            clause.object = scenario.terms[number % scenario.terms.size()].id.text();
            clause.bindsAffiliates = true;
            ++number;
        }
    }
    for (domain::DefinedTerm &term : scenario.terms)
        term.narrowerThan.clear();
    scenario.index();
    return scenario;
}

// One firm and its subsidiaries, each bound by what binds another: very many conflicts.
domain::Scenario affiliates(int clauses)
{
    constexpr qsizetype bound = 8;
    domain::Scenario scenario = spread(clauses);
    for (domain::Firm &firm : scenario.firms) {
        firm.kind = domain::FirmKind::Subsidiary;
        firm.partOf = firm.id == scenario.firms.first().id ? domain::FirmId() : scenario.firms.first().id;
    }
    qsizetype number = 0;
    for (domain::Agreement &agreement : scenario.agreements) {
        for (domain::Clause &clause : agreement.clauses) {
            clause.bearer = scenario.firms[number++ % bound].id;
            clause.bindsAffiliates = true;
        }
    }
    scenario.index();
    return scenario;
}

double millisecondsOf(const domain::Scenario &scenario, qsizetype *found)
{
    constexpr int runs = 3;
    return bench::medianOf(runs, [&] {
        return bench::processorMillisecondsOf(
            [&] { *found = analysis::findConflicts(scenario, analysis::AsOf::any()).size(); });
    });
}

void measure(const char *shape, domain::Scenario (*make)(int))
{
    std::vector<std::pair<double, double>> times;
    for (const int size : sizes) {
        const domain::Scenario scenario = make(size);
        qsizetype found = 0;
        times.emplace_back(size, millisecondsOf(scenario, &found));
        std::printf("| %s | %d | %lld | %.0f |\n", shape, size, static_cast<long long>(found),
                    times.back().second);
    }
    std::printf("| %s | exponent | | %.2f |\n", shape, bench::exponentOf(times));
}

void explain(const char *shape, const domain::Scenario &scenario)
{
    const auto conflicts = analysis::findConflicts(scenario, analysis::AsOf::any());
    const analysis::ScenarioIndex index(scenario);
    QElapsedTimer clock;
    clock.start();
    for (const analysis::Conflict &conflict : conflicts)
        analysis::minimalSet(index, conflict, analysis::AsOf::any());
    const double sets = double(clock.nsecsElapsed()) / 1e3;
    clock.restart();
    for (const analysis::Conflict &conflict : conflicts)
        analysis::cures(index, conflict, analysis::AsOf::any());
    const double cures = double(clock.nsecsElapsed()) / 1e3;
    const double count = double(std::max<qsizetype>(1, conflicts.size()));
    std::printf("| %s | %lld | %.0f | %.0f |\n", shape, static_cast<long long>(conflicts.size()),
                sets / count, cures / count);
}

} // namespace

int main()
{
    std::printf("\n| scenario | clauses | conflicts | ms |\n|---|---|---|---|\n");
    measure("spread over firms", spread);
    measure("one bearer and action", hub);
    measure("one bearer with affiliates", affiliates);
    std::printf(
        "\n| scenario | conflicts | minimal set of each, µs | cures of each, µs |\n|---|---|---|---|\n");
    explain("spread over firms", spread(sizes.back()));
    explain("one bearer with affiliates", affiliates(sizes.back()));
    return 0;
}
