#include "commandline/mergecommand.h"

#include "commandline/console.h"
#include "commandline/reading.h"
#include "commandline/resultobject.h"
#include "document/filewriter.h"
#include "document/jsonwriter.h"
#include "formats/importing.h"
#include "formats/scenariowriter.h"
#include "session/readoptions.h"

namespace entente::commandline {

using document::Value;
using domain::FirmId;
using Pairs = QHash<FirmId, FirmId>;

MergeCommand::MergeCommand()
    : Command(
          QStringLiteral("merge"),
          QStringLiteral(
              "INTO FILE [-o OUT] [--same THEIRS=OURS] [--same-names] [--map PAIRS|FILE] [--json]"),
          QStringLiteral("Takes a file's firms and agreements into a scenario; lists which may be the same."))
{}

void MergeCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("INTO"), QStringLiteral("The scenario that takes them in."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("What is taken in, of any format; - is standard input."));
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      QStringLiteral("The scenario to write; - is standard output. Without it the firms that "
                                     "may be the same are only listed."),
                      QStringLiteral("OUT")});
    parser.addOption({QStringLiteral("same"),
                      QStringLiteral("Two firms are one, by their ids in FILE and INTO; may be repeated."),
                      QStringLiteral("THEIRS=OURS")});
    parser.addOption({QStringLiteral("same-names"),
                      QStringLiteral("Firms are one, too, where a name brings them together and nothing "
                                     "speaks against it.")});
    declareMapping(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the list as JSON.")});
}

namespace {

std::optional<formats::ScenarioFile> readForMerge(const QString &path, const formats::ReadOptions &options,
                                                  ExitCode &code)
{
    auto file = formats::readScenario(path, options);
    printProblems(file.problems);
    if (!file)
        code = exitCodeFor(file.problems);
    return file.value;
}

// Firms that the user calls the same; empty `wrong` where all of them are there.
Pairs pairsNamed(const QStringList &options, const formats::Import &import, const domain::Scenario &present,
                 QString &wrong)
{
    Pairs pairs;
    for (const QString &option : options) {
        const FirmId theirs(option.section(u'=', 0, 0));
        const FirmId ours(option.section(u'=', 1));
        if (!import.incoming().scenario.firm(theirs))
            wrong = QStringLiteral("--same %1: FILE has no firm \"%2\"").arg(option, theirs.text());
        else if (!present.firm(ours))
            wrong = QStringLiteral("--same %1: INTO has no firm \"%2\"").arg(option, ours.text());
        pairs.insert(theirs, ours);
    }
    return pairs;
}

// The only candidate of an incoming firm, with nothing against it.
void addSameNames(const QList<formats::SameFirm> &candidates, Pairs &pairs)
{
    QHash<FirmId, int> count;
    for (const formats::SameFirm &same : candidates)
        ++count[same.incoming];
    for (const formats::SameFirm &same : candidates) {
        if (count.value(same.incoming) == 1 && same.doubts.isEmpty() && !pairs.contains(same.incoming))
            pairs.insert(same.incoming, same.present);
    }
}

QString decisionOn(const formats::SameFirm &same, const Pairs &pairs)
{
    const auto decided = pairs.constFind(same.incoming);
    if (decided == pairs.constEnd())
        return QStringLiteral("open");
    return *decided == same.present ? QStringLiteral("same") : QStringLiteral("different");
}

Value toJson(const formats::SameFirm &same, const formats::Import &import, const domain::Scenario &present,
             const Pairs &pairs)
{
    return ObjectWriter()
        .set("decision", decisionOn(same, pairs))
        .set("theirs", same.incoming.text())
        .set("their_name", import.incoming().scenario.nameOf(same.incoming))
        .set("ours", same.present.text())
        .set("our_name", present.nameOf(same.present))
        .set("supports", json(same.supports))
        .set("doubts", json(same.doubts))
        .take();
}

void tell(const formats::SameFirm &same, const formats::Import &import, const domain::Scenario &present,
          const Pairs &pairs)
{
    QString line = QStringLiteral("%1: %2 (%3) = %4 (%5): %6")
                       .arg(decisionOn(same, pairs), import.incoming().scenario.nameOf(same.incoming),
                            same.incoming.text(), present.nameOf(same.present), same.present.text(),
                            same.supports.join(QStringLiteral(", ")));
    if (!same.doubts.isEmpty())
        line += QStringLiteral("; but ") + same.doubts.join(QStringLiteral(", "));
    writeOut(line + u'\n');
}

void tellAll(const formats::Import &import, const domain::Scenario &present, const Pairs &pairs, bool asJson)
{
    if (asJson) {
        Value result = jsonResult(QStringLiteral("merge"));
        result.set(QStringLiteral("candidates"),
                   listOf(import.candidates(), [&](const formats::SameFirm &same) {
                       return toJson(same, import, present, pairs);
                   }));
        writeOut(document::toJson(result));
        return;
    }
    for (const formats::SameFirm &same : import.candidates())
        tell(same, import, present, pairs);
}

ProblemList writeMerged(const formats::ScenarioFile &into, const formats::Import::Result &result,
                        const QString &path)
{
    document::Document merged = into.document;
    if (!document::apply(merged.root, result.changes)) {
        ProblemList refused;
        refused.add({Severity::Error,
                     Cause::Input,
                     QStringLiteral("merge-does-not-fit"),
                     {into.path, 0, 0},
                     {},
                     QStringLiteral("what is taken in does not fit the scenario"),
                     QStringLiteral("see that its firms and agreements are objects: entente check")});
        return refused;
    }
    const auto sound = formats::readScenario(merged, into.path, {});
    if (!sound)
        return sound.problems;
    return document::writeFile(path, formats::writeScenario(merged));
}

} // namespace

ExitCode MergeCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2)
        return wrongUsage(QStringLiteral("it takes two files: what takes in and what is taken in"));
    const QString output = parser.value(QStringLiteral("output"));
    if (output == QLatin1String("-") && parser.isSet(QStringLiteral("json")))
        return wrongUsage(QStringLiteral("--json and -o - would both write to standard output"));
    QString wrong;
    const auto options = readOptionsOf(parser, &wrong);
    if (!options)
        return wrongUsage(wrong);
    ExitCode code = ExitCode::Done;
    const auto into = readForMerge(files[0], session::readOptions(), code);
    const auto file = into ? readForMerge(files[1], *options, code) : std::nullopt;
    if (!file)
        return code;
    wrong = overwritingProblem(output, QStringList{files[1]} + file->bases + into->bases);
    if (!wrong.isEmpty())
        return wrongUsage(wrong);
    const formats::Import import(into->document, into->scenario, *file);
    Pairs same = pairsNamed(parser.values(QStringLiteral("same")), import, into->scenario, wrong);
    if (!wrong.isEmpty())
        return wrongUsage(wrong);
    const Pairs sure = import.sureOnes();
    for (auto it = sure.begin(); it != sure.end(); ++it) {
        if (!same.contains(it.key()))
            same.insert(it.key(), it.value());
    }
    if (parser.isSet(QStringLiteral("same-names")))
        addSameNames(import.candidates(), same);
    if (output != QLatin1String("-"))
        tellAll(import, into->scenario, same, parser.isSet(QStringLiteral("json")));
    if (output.isEmpty())
        return ExitCode::Done;
    const formats::Import::Result result = import.take({same, {}});
    const ProblemList problems = writeMerged(*into, result, output);
    printProblems(problems);
    if (!problems.hasErrors())
        writeError(formats::toSentence(result) + u'\n');
    return exitCodeFor(problems);
}

} // namespace entente::commandline
