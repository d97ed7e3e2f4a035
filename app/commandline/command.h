#pragma once

#include "commandline/exitcode.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace entente::commandline {

// One subcommand: what it is called, what it takes and what it does.
class Command
{
public:
    virtual ~Command() = default;

    const QString &name() const { return m_name; }
    const QString &usage() const { return m_usage; }
    const QString &summary() const { return m_summary; }
    virtual bool needsFonts() const { return false; }

    // Parses and runs; --help and wrong usage are seen to here.
    ExitCode execute(const QStringList &arguments);

protected:
    // `usage` are its arguments, "FILE -o OUT", and `summary` is one line for --help.
    Command(const QString &name, const QString &usage, const QString &summary);

    virtual void declare(QCommandLineParser &parser) const = 0;
    virtual ExitCode run(const QCommandLineParser &parser) = 0;

    // Says what is wrong and where help is.
    ExitCode wrongUsage(const QString &sentence) const;

private:
    QString m_name;
    QString m_usage;
    QString m_summary;
};

// All of them, in the order of --help.
std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace entente::commandline
