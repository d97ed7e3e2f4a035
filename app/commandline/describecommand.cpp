#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/description.h"
#include "document/jsonwriter.h"

namespace entente::commandline {

DescribeCommand::DescribeCommand()
    : ScenarioCommand(QStringLiteral("describe"),
                      QStringLiteral("FILE [--as-of DATE|any] [--map PAIRS|FILE] [--json]"),
                      QStringLiteral("Tells what is in a scenario."))
{}

ExitCode DescribeCommand::answer(const Question &question, const QCommandLineParser &)
{
    if (question.wantsJson)
        writeOut(document::toJson(describeAsJson(question.scenario, question.asOf)));
    else
        writeOut(describeAsText(question.scenario, question.asOf));
    return ExitCode::Done;
}

} // namespace entente::commandline
