#include "commandline/commands.h"
#include "commandline/console.h"
#include "commandline/reading.h"
#include "document/filewriter.h"
#include "exports/reportformats.h"
#include "formats/scenarioreader.h"
#include "painting/creationdate.h"

namespace entente::commandline {

ReportCommand::ReportCommand()
    : Command(QStringLiteral("report"), QStringLiteral("FILE -o OUT [--to FORMAT] [--as-of DATE]"),
              QStringLiteral("Writes agreements, clauses, conflicts and flows as Markdown or a workbook."))
{}

namespace {

QString formatNames()
{
    QStringList names;
    for (const exports::ReportFormat &format : exports::reportFormats())
        names.append(format.name);
    return names.join(QStringLiteral(" or "));
}

QString formatEndings()
{
    QStringList endings;
    for (const exports::ReportFormat &format : exports::reportFormats())
        endings.append(format.ending);
    return endings.join(QStringLiteral(" or "));
}

} // namespace

void ReportCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("A scenario, or a file of any other format that can be read; - is standard input."));
    parser.addOption(
        {{QStringLiteral("o"), QStringLiteral("output")},
         QStringLiteral("The file to write, by its ending: %1; - is standard output.").arg(formatEndings()),
         QStringLiteral("OUT")});
    parser.addOption({QStringLiteral("to"),
                      QStringLiteral("The format, where OUT doesn't say it: %1.").arg(formatNames()),
                      QStringLiteral("FORMAT")});
    declareAsOf(parser);
    declareMapping(parser);
}

namespace {

// What is asked for, checked.
struct ReportOptions
{
    QString file;
    QString out;
    const exports::ReportFormat *format = nullptr;
    std::optional<analysis::AsOf> asOf; // none: the scenario's own
    formats::ReadOptions reading;
};

// A sentence where the usage is wrong.
QString readReportOptions(const QCommandLineParser &parser, ReportOptions &options)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return QStringLiteral("it reads one file");
    options.file = files.first();
    options.out = parser.value(QStringLiteral("output"));
    if (options.out.isEmpty())
        return QStringLiteral("-o OUT is missing");
    const QString to = parser.value(QStringLiteral("to"));
    options.format =
        to.isEmpty() ? exports::reportFormatForFile(options.out) : exports::reportFormatNamed(to);
    if (!options.format)
        return to.isEmpty()
                   ? QStringLiteral("\"%1\" doesn't say the format; expected an ending %2, or --to")
                         .arg(options.out, formatEndings())
                   : QStringLiteral("\"%1\" is no format of reports; expected %2").arg(to, formatNames());
    QString why;
    options.asOf = asOfFrom(parser, QStringLiteral("as-of"), &why);
    options.reading = readOptionsOf(parser, &why).value_or(formats::ReadOptions());
    return why;
}

} // namespace

ExitCode ReportCommand::run(const QCommandLineParser &parser)
{
    ReportOptions options;
    if (const QString wrong = readReportOptions(parser, options); !wrong.isEmpty())
        return wrongUsage(wrong);
    const auto file = formats::readScenario(options.file, options.reading);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const QStringList read = QStringList{options.file} + file.value->bases;
    if (const QString why = overwritingProblem(options.out, read); !why.isEmpty())
        return wrongUsage(why);
    const domain::Scenario &scenario = file.value->scenario;
    const analysis::AsOf asOf = options.asOf.value_or(analysis::defaultAsOf(scenario));
    const auto bytes =
        options.format->write(exports::buildReport(scenario, asOf), painting::creationDate(asOf.day()));
    printProblems(bytes.problems);
    if (!bytes)
        return exitCodeFor(bytes.problems);
    const ProblemList written = document::writeFile(options.out, *bytes.value);
    printProblems(written);
    return exitCodeFor(written);
}

} // namespace entente::commandline
