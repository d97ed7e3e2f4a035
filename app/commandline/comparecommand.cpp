#include "analysis/comparison.h"
#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/reading.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

using analysis::Change;
using analysis::Conflict;
using analysis::Differences;
using document::Value;

QString CompareCommand::name() const
{
    return QStringLiteral("compare");
}

QString CompareCommand::usage() const
{
    return QStringLiteral("BASE ALTERNATE [--json]");
}

QString CompareCommand::summary() const
{
    return QStringLiteral("Tells what an alternate scenario changes.");
}

void CompareCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("BASE"), QStringLiteral("The scenario to compare with."));
    parser.addPositionalArgument(QStringLiteral("ALTERNATE"),
                                 QStringLiteral("Another scenario, or an overlay."));
    declareMapping(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the differences as JSON.")});
}

namespace {

// A change's sides are JSON texts already.
Value side(const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto value = document::readJson(text.toUtf8(), {}, 0);
    return value ? *value.value : json(text);
}

Value toJson(const Differences &differences)
{
    Value changed = Value::array();
    for (const Change &change : differences.changed) {
        Value entry = Value::object();
        entry.set(QStringLiteral("path"), json(change.path));
        entry.set(QStringLiteral("before"), side(change.before));
        entry.set(QStringLiteral("after"), side(change.after));
        changed.append(entry);
    }
    Value value = Value::object();
    value.set(QStringLiteral("added"), json(differences.added));
    value.set(QStringLiteral("removed"), json(differences.removed));
    value.set(QStringLiteral("changed"), changed);
    return value;
}

QString wordOf(analysis::Verdict verdict)
{
    return verdict == analysis::Verdict::Conflict ? QStringLiteral("conflict") : QStringLiteral("possible");
}

Value toJson(const Conflict &conflict)
{
    Value between = Value::array();
    for (const domain::ClauseRef &ref : {conflict.prohibiting, conflict.other}) {
        Value clause = Value::object();
        clause.set(QStringLiteral("agreement"), json(ref.agreement.text()));
        clause.set(QStringLiteral("clause"), json(ref.clause.text()));
        between.append(clause);
    }
    Value value = Value::object();
    value.set(QStringLiteral("verdict"), json(wordOf(conflict.verdict)));
    value.set(QStringLiteral("partial"), Value::boolean(conflict.partial));
    value.set(QStringLiteral("between"), between);
    return value;
}

Value toJson(const analysis::ConflictDifferences &differences)
{
    const auto listOf = [](const QList<Conflict> &conflicts) {
        Value list = Value::array();
        for (const Conflict &conflict : conflicts)
            list.append(toJson(conflict));
        return list;
    };
    Value changed = Value::array();
    for (const analysis::ConflictChange &change : differences.changed) {
        Value entry = Value::object();
        entry.set(QStringLiteral("before"), toJson(change.before));
        entry.set(QStringLiteral("after"), toJson(change.after));
        changed.append(entry);
    }
    Value value = Value::object();
    value.set(QStringLiteral("added"), listOf(differences.added));
    value.set(QStringLiteral("removed"), listOf(differences.removed));
    value.set(QStringLiteral("changed"), changed);
    return value;
}

QString nameOf(const Conflict &conflict)
{
    return domain::ThingRef::toText(conflict.prohibiting) + QStringLiteral(" × ") +
           domain::ThingRef::toText(conflict.other);
}

void printText(const analysis::ConflictDifferences &differences)
{
    if (differences == analysis::ConflictDifferences())
        return;
    writeOut(QStringLiteral("conflicts\n"));
    for (const Conflict &conflict : differences.added)
        writeOut(QStringLiteral("  added    %1 (%2)\n").arg(nameOf(conflict), wordOf(conflict.verdict)));
    for (const Conflict &conflict : differences.removed)
        writeOut(QStringLiteral("  removed  %1 (%2)\n").arg(nameOf(conflict), wordOf(conflict.verdict)));
    for (const analysis::ConflictChange &change : differences.changed)
        writeOut(QStringLiteral("  changed  %1: %2 → %3\n")
                     .arg(nameOf(change.after), wordOf(change.before.verdict), wordOf(change.after.verdict)));
}

void printText(const QString &heading, const Differences &differences)
{
    if (differences.isEmpty())
        return;
    writeOut(heading + u'\n');
    for (const QString &path : differences.added)
        writeOut(QStringLiteral("  added    %1\n").arg(path));
    for (const QString &path : differences.removed)
        writeOut(QStringLiteral("  removed  %1\n").arg(path));
    for (const Change &change : differences.changed) {
        const auto words = [](const QString &text) {
            return text.isEmpty() ? QStringLiteral("nothing") : text;
        };
        writeOut(QStringLiteral("  changed  %1: %2 → %3\n")
                     .arg(change.path, words(change.before), words(change.after)));
    }
}

} // namespace

ExitCode CompareCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2)
        return wrongUsage(QStringLiteral("it compares two files"));
    QString why;
    const auto options = readOptionsOf(parser, &why);
    if (!options)
        return wrongUsage(why);
    const auto base = formats::readScenario(files[0], *options);
    const auto alternate = formats::readScenario(files[1], *options);
    ProblemList problems = base.problems;
    problems.append(alternate.problems);
    printProblems(problems);
    if (!base || !alternate)
        return exitCodeFor(problems);
    const analysis::Comparison comparison =
        analysis::compare(base.value->scenario, alternate.value->scenario);
    const std::pair<QString, const Differences &> parts[] = {
        {QStringLiteral("firms"), comparison.firms},
        {QStringLiteral("agreements"), comparison.agreements},
        {QStringLiteral("clauses"), comparison.clauses},
        {QStringLiteral("defined_terms"), comparison.terms},
        {QStringLiteral("sources"), comparison.sources},
    };
    const auto conflictsOf = [](const domain::Scenario &scenario) {
        return analysis::findConflicts(scenario, analysis::defaultAsOf(scenario));
    };
    const analysis::ConflictDifferences conflicts =
        analysis::compare(conflictsOf(base.value->scenario), conflictsOf(alternate.value->scenario));
    if (parser.isSet(QStringLiteral("json"))) {
        Value result = jsonResult(name());
        for (const auto &[key, differences] : parts)
            result.set(key, toJson(differences));
        result.set(QStringLiteral("conflicts"), toJson(conflicts));
        writeOut(document::toJson(result));
        return ExitCode::Done;
    }
    writeOut(analysis::summary(comparison) + u'\n');
    for (const auto &[key, differences] : parts)
        printText(domain::toReadable(key), differences);
    printText(conflicts);
    return ExitCode::Done;
}

} // namespace entente::commandline
