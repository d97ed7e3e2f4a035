#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/description.h"
#include "commandline/reading.h"
#include "document/jsonwriter.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

QString DescribeCommand::name() const
{
    return QStringLiteral("describe");
}

QString DescribeCommand::usage() const
{
    return QStringLiteral("FILE [--as-of DATE|any] [--map PAIRS|FILE] [--json]");
}

QString DescribeCommand::summary() const
{
    return QStringLiteral("Tells what is in a scenario.");
}

void DescribeCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("A scenario, or a file of any other format that can be read; - is standard input."));
    parser.addOption({QStringLiteral("as-of"),
                      QStringLiteral("The date at which to say what holds; any for no date."),
                      QStringLiteral("DATE")});
    declareMapping(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the description as JSON.")});
}

ExitCode DescribeCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return wrongUsage(QStringLiteral("it describes one file"));
    QString why;
    const auto options = readOptionsOf(parser, &why);
    if (!options)
        return wrongUsage(why);
    std::optional<analysis::AsOf> asOf;
    if (parser.isSet(QStringLiteral("as-of"))) {
        asOf = parseAsOf(parser.value(QStringLiteral("as-of")), &why);
        if (!asOf)
            return wrongUsage(QStringLiteral("--as-of can't be \"%1\": %2")
                                  .arg(parser.value(QStringLiteral("as-of")), why));
    }
    const auto file = formats::readScenario(files[0], *options);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const domain::Scenario &scenario = file.value->scenario;
    const analysis::AsOf date = asOf.value_or(analysis::defaultAsOf(scenario));
    if (parser.isSet(QStringLiteral("json")))
        writeOut(document::toJson(describeAsJson(scenario, date)));
    else
        writeOut(describeAsText(scenario, date));
    return ExitCode::Done;
}

} // namespace entente::commandline
