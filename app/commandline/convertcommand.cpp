#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/reading.h"
#include "document/filewriter.h"
#include "formats/formattable.h"
#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"

#include <QFileInfo>

namespace entente::commandline {

ConvertCommand::ConvertCommand()
    : Command(QStringLiteral("convert"),
              QStringLiteral("IN OUT [--from FORMAT] [--to FORMAT] [--base FILE] [--map PAIRS|FILE]"),
              QStringLiteral("Writes a scenario in another format, and says what that can't hold."))
{}

void ConvertCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        QStringLiteral("IN"),
        QStringLiteral("A scenario, or a file of any other format that can be read; - is standard input."));
    parser.addPositionalArgument(QStringLiteral("OUT"),
                                 QStringLiteral("The file to write; - is standard output."));
    parser.addOption({QStringLiteral("from"),
                      QStringLiteral("Format of IN, where neither its content nor its ending says it."),
                      QStringLiteral("FORMAT")});
    parser.addOption(
        {QStringLiteral("to"),
         QStringLiteral("Format of OUT, where its ending doesn't say it; “entente formats” lists them."),
         QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("base"), QStringLiteral("With --to overlay: the scenario to extend."),
                      QStringLiteral("FILE")});
    declareMapping(parser);
}

namespace {

// By its name; else by the ending, with scenario for standard output. Null where it is unknown.
const formats::Format *formatToWrite(const QCommandLineParser &parser, const QString &path)
{
    const QString option = QStringLiteral("to");
    if (parser.isSet(option))
        return formats::formatNamed(parser.value(option));
    return path == QLatin1String("-") ? formats::formatNamed(u"scenario") : formats::formatForFile(path);
}

// Why these two can't be; empty where they can.
QString usageProblem(const QCommandLineParser &parser, const formats::Format *to)
{
    const QStringList files = parser.positionalArguments();
    const auto unknown = [](const QString &what) {
        return QStringLiteral("the format of \"%1\" is not known; see “entente formats”").arg(what);
    };
    const QString from = parser.value(QStringLiteral("from"));
    const formats::Format *source = formats::formatNamed(from);
    if (!from.isEmpty() && !source)
        return unknown(files[0]);
    if (!to)
        return unknown(files[1]);
    if (source && !source->reads)
        return QStringLiteral("%1 can't be read, only written").arg(source->title);
    if (!to->writes)
        return QStringLiteral("%1 can't be written, only read").arg(to->title);
    return to->needsBase == parser.isSet(QStringLiteral("base"))
               ? QString()
               : QStringLiteral("--to overlay and --base go together");
}

Outcome<QByteArray> overlayOf(const formats::ScenarioFile &file, const QString &basePath,
                              formats::ReadOptions options)
{
    options.format.clear(); // --from and what is lost are of the other file
    options.progress = nullptr;
    const auto base = formats::readScenario(basePath, options);
    if (!base)
        return {std::nullopt, base.problems};
    return {formats::writeOverlay(base.value->document, file.document, QFileInfo(basePath).fileName(),
                                  base.value->scenario.id),
            base.problems};
}

} // namespace

ExitCode ConvertCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2)
        return wrongUsage(QStringLiteral("it takes two files: what to read and what to write"));
    const formats::Format *to = formatToWrite(parser, files[1]);
    QString why = usageProblem(parser, to);
    auto options = readOptionsOf(parser, &why);
    if (!why.isEmpty())
        return wrongUsage(why);
    options->format = parser.value(QStringLiteral("from"));
    document::ReadProgress progress;
    options->progress = &progress;
    const auto input = formats::readScenario(files[0], *options);
    printProblems(input.problems);
    if (!input)
        return exitCodeFor(input.problems);
    const QString base = parser.value(QStringLiteral("base"));
    why = overwritingProblem(files[1], QStringList{files[0], base} + input.value->bases);
    if (!why.isEmpty())
        return wrongUsage(why);
    const auto bytes = parser.isSet(QStringLiteral("base")) ? overlayOf(*input.value, base, *options)
                                                            : formats::writeAs(*to, *input.value);
    printProblems(bytes.problems); // what is lost is said before anything is written
    if (!bytes)
        return exitCodeFor(bytes.problems);
    if (progress.hasComments)
        writeError(QStringLiteral("the comments are left out: they can't be written\n"));
    const ProblemList written = document::writeFile(files[1], *bytes.value);
    printProblems(written);
    const int losses = bytes.problems.warningCount();
    if (losses > 0 && written.isEmpty() && !parser.isSet(QStringLiteral("base"))) {
        writeError(
            QStringLiteral("%1 is written as %2, without what is listed above\n").arg(files[1], to->title));
    }
    return exitCodeFor(written);
}

} // namespace entente::commandline
