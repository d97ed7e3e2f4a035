#include "commandline/commands.h"
#include "commandline/console.h"
#include "exports/reportformats.h"
#include "formats/scenarioreader.h"

namespace entente::commandline {

QString ReportCommand::name() const
{
    return QStringLiteral("report");
}

QString ReportCommand::usage() const
{
    return QStringLiteral("FILE -o OUT [--to FORMAT] [--as-of DATE]");
}

QString ReportCommand::summary() const
{
    return QStringLiteral("Writes agreements, clauses, conflicts and flows as Markdown or a workbook.");
}

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
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Scenario or overlay; - is standard input."));
    parser.addOption(
        {{QStringLiteral("o"), QStringLiteral("output")},
         QStringLiteral("The file to write, by its ending: %1; - is standard output.").arg(formatEndings()),
         QStringLiteral("OUT")});
    parser.addOption({QStringLiteral("to"),
                      QStringLiteral("The format, where OUT doesn't say it: %1.").arg(formatNames()),
                      QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("as-of"),
                      QStringLiteral("The date to look at; any for no date. By default the scenario's own."),
                      QStringLiteral("DATE")});
}

namespace {

// What is asked for, checked.
struct ReportOptions
{
    QString file;
    QString out;
    const exports::ReportFormat *format = nullptr;
    std::optional<analysis::AsOf> asOf; // none: the scenario's own
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
    const QString date = parser.value(QStringLiteral("as-of"));
    QString why;
    if (parser.isSet(QStringLiteral("as-of")) && !(options.asOf = parseAsOf(date, &why)))
        return QStringLiteral("--as-of can't be \"%1\": %2").arg(date, why);
    return {};
}

} // namespace

ExitCode ReportCommand::run(const QCommandLineParser &parser)
{
    ReportOptions options;
    if (const QString wrong = readReportOptions(parser, options); !wrong.isEmpty())
        return wrongUsage(wrong);
    const auto file = formats::readScenario(options.file);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const domain::Scenario &scenario = file.value->scenario;
    const analysis::AsOf asOf = options.asOf.value_or(analysis::defaultAsOf(scenario));
    const auto bytes = options.format->write(exports::buildReport(scenario, asOf), creationDate(asOf));
    printProblems(bytes.problems);
    if (!bytes)
        return exitCodeFor(bytes.problems);
    const ProblemList written = writeFile(options.out, *bytes.value);
    printProblems(written);
    return exitCodeFor(written);
}

} // namespace entente::commandline
