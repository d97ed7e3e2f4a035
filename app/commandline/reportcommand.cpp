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

ExitCode ReportCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return wrongUsage(QStringLiteral("it reads one file"));
    const QString out = parser.value(QStringLiteral("output"));
    if (out.isEmpty())
        return wrongUsage(QStringLiteral("-o OUT is missing"));
    const QString to = parser.value(QStringLiteral("to"));
    const exports::ReportFormat *format =
        to.isEmpty() ? exports::reportFormatForFile(out) : exports::reportFormatNamed(to);
    if (!format)
        return wrongUsage(QStringLiteral("\"%1\" is no format of reports; expected %2")
                              .arg(to.isEmpty() ? out : to,
                                   to.isEmpty() ? QStringLiteral("a file that ends in ") + formatEndings()
                                                : formatNames()));
    std::optional<analysis::AsOf> asOf;
    if (parser.isSet(QStringLiteral("as-of"))) {
        QString why;
        const QString text = parser.value(QStringLiteral("as-of"));
        asOf = parseAsOf(text, &why);
        if (!asOf)
            return wrongUsage(QStringLiteral("--as-of can't be \"%1\": %2").arg(text, why));
    }
    const auto file = formats::readScenario(files[0]);
    printProblems(file.problems);
    if (!file)
        return exitCodeFor(file.problems);
    const domain::Scenario &scenario = file.value->scenario;
    const analysis::AsOf date = asOf.value_or(analysis::defaultAsOf(scenario));
    const auto bytes = format->write(exports::buildReport(scenario, date), creationDate(date));
    printProblems(bytes.problems);
    if (!bytes)
        return exitCodeFor(bytes.problems);
    const ProblemList written = writeFile(out, *bytes.value);
    printProblems(written);
    return exitCodeFor(written);
}

} // namespace entente::commandline
