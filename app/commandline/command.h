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

    virtual QString name() const = 0;
    virtual QString usage() const = 0;   // its arguments: "FILE -o OUT"
    virtual QString summary() const = 0; // one line for --help
    virtual bool needsFonts() const { return false; }

    // Parses and runs; --help and wrong usage are seen to here.
    ExitCode execute(const QStringList &arguments);

protected:
    virtual void declare(QCommandLineParser &parser) const = 0;
    virtual ExitCode run(const QCommandLineParser &parser) = 0;

    // Says what is wrong and where help is.
    ExitCode wrongUsage(const QString &sentence) const;
};

// All of them, in the order of --help.
std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace entente::commandline
