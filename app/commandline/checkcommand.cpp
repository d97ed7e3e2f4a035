#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/reading.h"
#include "document/jsonwriter.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

using document::Value;

CheckCommand::CheckCommand()
    : Command(QStringLiteral("check"), QStringLiteral("FILE... [--map PAIRS|FILE] [--json]"),
              QStringLiteral("Reads scenarios and tells every problem with its place."))
{}

void CheckCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("A scenario, or a file of any other format that can be read; - is standard input."));
    declareMapping(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the problems as JSON.")});
}

namespace {

Value toJson(const Problem &problem)
{
    Value value = Value::object();
    value.set(
        QStringLiteral("severity"),
        json(problem.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning")));
    value.set(QStringLiteral("code"), json(problem.code));
    value.set(QStringLiteral("file"), json(problem.place.file));
    value.set(QStringLiteral("line"), json(problem.place.line));
    value.set(QStringLiteral("column"), json(problem.place.column));
    value.set(QStringLiteral("path"), json(problem.path));
    value.set(QStringLiteral("message"), json(problem.message));
    value.set(QStringLiteral("hint"), json(problem.hint));
    return value;
}

QByteArray asJson(const ProblemList &problems)
{
    Value list = Value::array();
    for (const Problem &problem : problems.all())
        list.append(toJson(problem));
    Value counts = Value::object();
    counts.set(QStringLiteral("errors"), json(problems.errorCount()));
    counts.set(QStringLiteral("warnings"), json(problems.warningCount()));
    Value result = jsonResult(QStringLiteral("check"));
    result.set(QStringLiteral("problems"), list);
    result.set(QStringLiteral("counts"), counts);
    return document::toJson(result);
}

} // namespace

ExitCode CheckCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return wrongUsage(QStringLiteral("no file is named"));
    QString why;
    const auto options = readOptionsOf(parser, &why);
    if (!options)
        return wrongUsage(why);
    ProblemList problems;
    for (const QString &file : files)
        problems.append(formats::readScenario(file, *options).problems);
    if (parser.isSet(QStringLiteral("json")))
        writeOut(asJson(problems));
    else
        printProblems(problems);
    return exitCodeFor(problems);
}

} // namespace entente::commandline
