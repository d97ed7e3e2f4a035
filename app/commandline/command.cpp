#include "commandline/command.h"

#include "commandline/console.h"

namespace entente::commandline {

Command::Command(const QString &name, const QString &usage, const QString &summary)
    : m_name(name)
    , m_usage(usage)
    , m_summary(summary)
{}

ExitCode Command::execute(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(summary());
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Shows this help."));
    parser.addOption(help);
    declare(parser);
    const QString program = QStringLiteral("entente ") + name();
    if (!parser.parse(QStringList(program) + arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help)) {
        QString text = parser.helpText();
        const qsizetype lineEnd = text.indexOf(u'\n');
        text.replace(0, lineEnd, QStringLiteral("Usage: %1 %2").arg(program, usage()));
        writeOut(text.left(text.indexOf(QStringLiteral("\nArguments:"))).trimmed() + u'\n');
        return ExitCode::Done;
    }
    return run(parser);
}

ExitCode Command::wrongUsage(const QString &sentence) const
{
    writeError(QStringLiteral("entente %1: %2\nTry “entente %1 --help”.\n").arg(name(), sentence));
    return ExitCode::WrongUsage;
}

} // namespace entente::commandline
