#include "commandline/commands.h"
#include "commandline/console.h"
#include "formats/formattable.h"
#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"

#include <QFileInfo>

namespace entente::commandline {

QString ConvertCommand::name() const
{
    return QStringLiteral("convert");
}

QString ConvertCommand::usage() const
{
    return QStringLiteral("IN OUT [--from FORMAT] [--to FORMAT] [--base FILE]");
}

QString ConvertCommand::summary() const
{
    return QStringLiteral(
        "Writes a scenario as strict JSON: an overlay flattened, or only its difference to a base.");
}

void ConvertCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("IN"),
                                 QStringLiteral("Scenario or overlay; - is standard input."));
    parser.addPositionalArgument(QStringLiteral("OUT"),
                                 QStringLiteral("The file to write; - is standard output."));
    parser.addOption({QStringLiteral("from"),
                      QStringLiteral("Format of IN, where its ending doesn't say it."),
                      QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("to"), QStringLiteral("Format of OUT: scenario or overlay."),
                      QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("base"), QStringLiteral("With --to overlay: the scenario to extend."),
                      QStringLiteral("FILE")});
}

namespace {

const formats::Format *formatOf(const QCommandLineParser &parser, const QString &option, const QString &path)
{
    if (parser.isSet(option))
        return formats::formatNamed(parser.value(option));
    return path == QLatin1String("-") ? formats::formatNamed(u"scenario") : formats::formatForFile(path);
}

} // namespace

ExitCode ConvertCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2)
        return wrongUsage(QStringLiteral("it takes two files: what to read and what to write"));
    const formats::Format *from = formatOf(parser, QStringLiteral("from"), files[0]);
    const formats::Format *to = formatOf(parser, QStringLiteral("to"), files[1]);
    if (!from || !to) {
        const QString &which = from ? files[1] : files[0];
        return wrongUsage(
            QStringLiteral("the format of \"%1\" is not known; see “entente formats”").arg(which));
    }
    const bool overlay = to->name == QLatin1String("overlay");
    if (overlay != parser.isSet(QStringLiteral("base")))
        return wrongUsage(QStringLiteral("--to overlay and --base go together"));
    const auto input = formats::readScenario(files[0]);
    printProblems(input.problems);
    if (!input)
        return exitCodeFor(input.problems);
    QByteArray bytes;
    if (overlay) {
        const QString basePath = parser.value(QStringLiteral("base"));
        const auto base = formats::readScenario(basePath);
        printProblems(base.problems);
        if (!base)
            return exitCodeFor(base.problems);
        bytes = formats::writeOverlay(base.value->document, input.value->document,
                                      QFileInfo(basePath).fileName(), base.value->scenario.id);
    } else {
        bytes = formats::writeScenario(input.value->document);
    }
    writeError(QStringLiteral("comments are left out: strict JSON can't hold them\n"));
    const ProblemList written = writeFile(files[1], bytes);
    printProblems(written);
    return exitCodeFor(written);
}

} // namespace entente::commandline
