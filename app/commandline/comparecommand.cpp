#include "analysis/comparison.h"
#include "analysis/holdingchanges.h"
#include "analysis/verdictwords.h"
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

CompareCommand::CompareCommand()
    : Command(
          QStringLiteral("compare"),
          QStringLiteral("BASE [ALTERNATE] [--base-as-of DATE] [--as-of DATE] [--json]"),
          QStringLiteral("Tells what an alternate scenario changes, or what is otherwise at another date."))
{}

void CompareCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("BASE"), QStringLiteral("The scenario to compare with."));
    parser.addPositionalArgument(QStringLiteral("ALTERNATE"),
                                 QStringLiteral("Another scenario, or an overlay; without it BASE itself, "
                                                "for which the dates then differ."));
    parser.addOption({QStringLiteral("base-as-of"),
                      QStringLiteral("The date to look at BASE; any for no date. By default its own."),
                      QStringLiteral("DATE")});
    parser.addOption({QStringLiteral("as-of"),
                      QStringLiteral("The date to look at ALTERNATE; any for no date. By default its own."),
                      QStringLiteral("DATE")});
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
    value.set(QStringLiteral("verdict"), json(analysis::toWord(conflict.verdict)));
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
        writeOut(
            QStringLiteral("  added    %1 (%2)\n").arg(nameOf(conflict), analysis::toWord(conflict.verdict)));
    for (const Conflict &conflict : differences.removed)
        writeOut(
            QStringLiteral("  removed  %1 (%2)\n").arg(nameOf(conflict), analysis::toWord(conflict.verdict)));
    for (const analysis::ConflictChange &change : differences.changed)
        writeOut(QStringLiteral("  changed  %1: %2 → %3\n")
                     .arg(nameOf(change.after), analysis::toWord(change.before.verdict),
                          analysis::toWord(change.after.verdict)));
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

Value toJson(const QList<analysis::HoldingChange> &changes)
{
    Value list = Value::array();
    for (const analysis::HoldingChange &change : changes) {
        Value entry = Value::object();
        entry.set(QStringLiteral("path"), json(change.path));
        entry.set(QStringLiteral("before"), json(analysis::toWord(change.before)));
        entry.set(QStringLiteral("after"), json(analysis::toWord(change.after)));
        list.append(entry);
    }
    return list;
}

void printText(const QList<analysis::HoldingChange> &changes)
{
    if (!changes.isEmpty())
        writeOut(QStringLiteral("holds\n"));
    for (const analysis::HoldingChange &change : changes)
        writeOut(QStringLiteral("  %1: %2\n").arg(change.path, analysis::inWords(change.after)));
}

// Everything that differs between two sides.
struct Result
{
    analysis::Comparison comparison;
    QList<analysis::HoldingChange> holding;
    analysis::ConflictDifferences conflicts;

    Result(const analysis::DatedScenario &before, const analysis::DatedScenario &after)
        : comparison(analysis::compare(before.scenario, after.scenario))
        , holding(analysis::compareHolding(before, after))
        , conflicts(analysis::compare(analysis::findConflicts(before.scenario, before.asOf),
                                      analysis::findConflicts(after.scenario, after.asOf)))
    {}

    QList<std::pair<QString, const Differences *>> parts() const
    {
        return {{QStringLiteral("firms"), &comparison.firms},
                {QStringLiteral("agreements"), &comparison.agreements},
                {QStringLiteral("clauses"), &comparison.clauses},
                {QStringLiteral("defined_terms"), &comparison.terms},
                {QStringLiteral("sources"), &comparison.sources}};
    }
};

void print(const Result &result)
{
    writeOut(analysis::summary(result.comparison, result.holding, result.conflicts) + u'\n');
    for (const auto &[key, differences] : result.parts())
        printText(domain::toReadable(key), *differences);
    printText(result.holding);
    printText(result.conflicts);
}

void printJson(const Result &result, const QString &command)
{
    Value object = jsonResult(command);
    for (const auto &[key, differences] : result.parts())
        object.set(key, toJson(*differences));
    object.set(QStringLiteral("conflicts"), toJson(result.conflicts));
    object.set(QStringLiteral("holds"), toJson(result.holding));
    writeOut(document::toJson(object));
}

analysis::DatedScenario dated(const formats::ScenarioFile &file, const std::optional<analysis::AsOf> &asOf)
{
    return {file.scenario, asOf.value_or(analysis::defaultAsOf(file.scenario))};
}

} // namespace

ExitCode CompareCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    QString why;
    const auto before = asOfFrom(parser, QStringLiteral("base-as-of"), &why);
    const auto after = asOfFrom(parser, QStringLiteral("as-of"), &why);
    const auto options = readOptionsOf(parser, &why);
    if (!why.isEmpty())
        return wrongUsage(why);
    if (files.isEmpty() || files.size() > 2 || (files.size() == 1 && !before && !after))
        return wrongUsage(QStringLiteral("it compares two files, or one at two dates"));
    const auto base = formats::readScenario(files.first(), *options);
    ProblemList problems = base.problems;
    Outcome<formats::ScenarioFile> other;
    if (files.size() == 2) {
        other = formats::readScenario(files.last(), *options);
        problems.append(other.problems);
    }
    printProblems(problems);
    const auto &alternate = files.size() == 2 ? other : base;
    if (!base || !alternate)
        return exitCodeFor(problems);
    const Result result(dated(*base.value, before), dated(*alternate.value, after));
    if (parser.isSet(QStringLiteral("json")))
        printJson(result, name());
    else
        print(result);
    return ExitCode::Done;
}

} // namespace entente::commandline
