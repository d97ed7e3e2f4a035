#include "commandline/scenariocommand.h"

#include "commandline/console.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

void ScenarioCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Scenario or overlay; - is standard input."));
    parser.addOption({QStringLiteral("as-of"),
                      QStringLiteral("The date to look at; any for no date. By default the scenario's own."),
                      QStringLiteral("DATE")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the answer as JSON.")});
}

ExitCode ScenarioCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return wrongUsage(QStringLiteral("it reads one file"));
    std::optional<analysis::AsOf> asOf;
    if (parser.isSet(QStringLiteral("as-of"))) {
        QString why;
        asOf = parseAsOf(parser.value(QStringLiteral("as-of")), &why);
        if (!asOf)
            return wrongUsage(QStringLiteral("--as-of can't be \"%1\": %2")
                                  .arg(parser.value(QStringLiteral("as-of")), why));
    }
    const auto file = formats::readScenario(files[0]);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const domain::Scenario &scenario = file.value->scenario;
    return answer(
        {scenario, asOf.value_or(analysis::defaultAsOf(scenario)), parser.isSet(QStringLiteral("json"))},
        parser);
}

} // namespace entente::commandline
