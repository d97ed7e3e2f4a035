#include "commandline/scenariocommand.h"

#include "commandline/console.h"
#include "commandline/reading.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

void ScenarioCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("A scenario, or a file of any other format that can be read; - is standard input."));
    declareAsOf(parser);
    declareMapping(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the answer as JSON.")});
}

ExitCode ScenarioCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return wrongUsage(QStringLiteral("it reads one file"));
    QString why;
    const auto options = readOptionsOf(parser, &why);
    const auto asOf = asOfFrom(parser, QStringLiteral("as-of"), &why);
    if (!why.isEmpty())
        return wrongUsage(why);
    const auto file = formats::readScenario(files[0], *options);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const domain::Scenario &scenario = file.value->scenario;
    return answer(
        {scenario, asOf.value_or(analysis::defaultAsOf(scenario)), parser.isSet(QStringLiteral("json"))},
        parser);
}

} // namespace entente::commandline
