#include "commandline/commandline.h"

#include "commandline/commands.h"
#include "commandline/conflictscommand.h"
#include "commandline/console.h"
#include "commandline/mergecommand.h"
#include "commandline/moneycommands.h"
#include "formats/readcontext.h"
#include "resources/resources.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <new>

namespace entente::commandline {

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<DrawCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    commands.push_back(std::make_unique<DescribeCommand>());
    commands.push_back(std::make_unique<ConflictsCommand>());
    commands.push_back(std::make_unique<CirclesCommand>());
    commands.push_back(std::make_unique<FlowsCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<ReportCommand>());
    commands.push_back(std::make_unique<ConvertCommand>());
    commands.push_back(std::make_unique<MergeCommand>());
    commands.push_back(std::make_unique<FormatsCommand>());
    return commands;
}

namespace {

const QStringList &generalOptions()
{
    static const QStringList options{QStringLiteral("--help"), QStringLiteral("-h"),
                                     QStringLiteral("--version"), QStringLiteral("-v")};
    return options;
}

QString generalHelp()
{
    QString text =
        QStringLiteral("Entente shows firms and the agreements that bind them.\n\n"
                       "  entente [FILE]        opens the window; the bundled scenario if none is named\n");
    for (const auto &command : makeCommands())
        text += QStringLiteral("  entente %1 %2\n").arg(command->name(), -13).arg(command->summary());
    text += QStringLiteral(
        "\n“entente COMMAND --help” tells a command's options. “-” is standard input.\n"
        "Exit codes: 0 done; 1 the input has errors; 2 wrong usage; 3 --fail-on is answered yes;\n"
        "4 a limit was reached; 5 a file can't be read or written.\n");
    return text;
}

QStringList commandNames()
{
    QStringList names;
    for (const auto &command : makeCommands())
        names.append(command->name());
    return names;
}

ExitCode noSuchCommand(const QString &word)
{
    const QString wrong = word.startsWith(u'-') || QFileInfo::exists(word)
                              ? QStringLiteral("expected one FILE or a subcommand")
                              : QStringLiteral("there is no file and no subcommand “%1”; %2")
                                    .arg(word, formats::suggestion(word, commandNames()));
    writeError(QStringLiteral("entente: %1\nTry “entente --help”.\n").arg(wrong));
    return ExitCode::WrongUsage;
}

ExitCode runGeneral(const QString &word)
{
    if (word == QLatin1String("--version") || word == QLatin1String("-v"))
        writeOut(QStringLiteral("entente %1\n").arg(QLatin1String(ENTENTE_VERSION)));
    else
        writeOut(generalHelp());
    return ExitCode::Done;
}

// A result that nobody could read is none.
ExitCode told(ExitCode result)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return result;
    writeError(QStringLiteral("entente: standard output can't be written\n"));
    return ExitCode::Unreadable;
}

// Standard error is for what is said of the input: not for Qt's remark on a variable that only desktops set.
void passOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")))
        fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

// Whatever needs more memory than there is was told before, as far as it could be foreseen.
ExitCode executed(Command &command)
{
    try {
        return told(command.execute(QCoreApplication::arguments().mid(2)));
    } catch (const std::bad_alloc &) {
        writeError(QStringLiteral("entente: there is not enough memory for this; close other programs, or "
                                  "take a part of it\n"));
        return ExitCode::Limit;
    }
}

} // namespace

bool askForWindow(const QStringList &arguments)
{
    if (arguments.size() != 1)
        return arguments.isEmpty();
    const QString &word = arguments.first();
    if (word.startsWith(u'-') || commandNames().contains(word))
        return word == u'-';
    return word.contains(u'.') || word.contains(u'/') || QFileInfo::exists(word);
}

int run(int argc, char **argv)
{
    const QString word = QString::fromLocal8Bit(argv[1]);
    if (generalOptions().contains(word))
        return int(runGeneral(word));
    auto commands = makeCommands();
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&word](const auto &command) { return command->name() == word; });
    if (found == commands.end())
        return int(noSuchCommand(word));
    Command &command = **found;
    loadResources();
    if (!command.needsFonts()) {
        const QCoreApplication application(argc, argv);
        return int(executed(command));
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // drawing needs no display
    qInstallMessageHandler(passOn);
    const QGuiApplication application(argc, argv);
    return int(executed(command));
}

} // namespace entente::commandline
