#include "commandline/conflictscommand.h"

#include "commandline/conflictreport.h"
#include "commandline/console.h"
#include "document/jsonwriter.h"

#include <algorithm>

namespace entente::commandline {

using analysis::Verdict;

ConflictsCommand::ConflictsCommand()
    : ScenarioCommand(QStringLiteral("conflicts"),
                      QStringLiteral("FILE [--as-of DATE|any] [--fail-on conflict|possible] [--json]"),
                      QStringLiteral("Finds clauses that conflict or may, and what would clear them."))
{}

void ConflictsCommand::declare(QCommandLineParser &parser) const
{
    ScenarioCommand::declare(parser);
    parser.addOption({QStringLiteral("fail-on"),
                      QStringLiteral("Ends with exit code 3 where a clause conflicts; with “possible”, also "
                                     "where one may conflict."),
                      QStringLiteral("conflict|possible")});
}

namespace {

bool isAnswered(const QString &failOn, const QList<analysis::Conflict> &conflicts)
{
    if (failOn == QLatin1String("possible"))
        return !conflicts.isEmpty();
    return failOn == QLatin1String("conflict") &&
           std::any_of(conflicts.begin(), conflicts.end(), [](const analysis::Conflict &conflict) {
               return conflict.verdict == Verdict::Conflict;
           });
}

} // namespace

ExitCode ConflictsCommand::answer(const Question &question, const QCommandLineParser &parser)
{
    const QString failOn = parser.value(QStringLiteral("fail-on"));
    const bool isKnown = failOn == QLatin1String("conflict") || failOn == QLatin1String("possible");
    if (parser.isSet(QStringLiteral("fail-on")) && !isKnown)
        return wrongUsage(
            QStringLiteral("--fail-on can't be \"%1\": expected conflict or possible").arg(failOn));
    const ConflictReport report = reportOn(question.scenario, question.asOf);
    if (question.wantsJson)
        writeOut(document::toJson(toJson(report, question.scenario)));
    else
        writeOut(toText(report, question.scenario));
    if (report.conflicts.size() >= analysis::mostConflicts) {
        writeError(QStringLiteral("entente conflicts: stopped at %1 conflicts; there may be more\n")
                       .arg(analysis::mostConflicts));
        return ExitCode::Limit;
    }
    return isAnswered(failOn, report.conflicts) ? ExitCode::Answered : ExitCode::Done;
}

} // namespace entente::commandline
