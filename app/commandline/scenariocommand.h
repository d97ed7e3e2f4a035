#pragma once

#include "analysis/holding.h"
#include "commandline/command.h"
#include "domain/scenario.h"

namespace entente::commandline {

// A command that asks something of one scenario at a date: FILE [--as-of DATE|any] [--map PAIRS|FILE]
// [--json].
class ScenarioCommand : public Command
{
protected:
    using Command::Command;

    struct Question
    {
        const domain::Scenario &scenario;
        analysis::AsOf asOf; // the scenario's own, if none was asked for
        bool wantsJson = false;
    };

    void declare(QCommandLineParser &parser) const override; // the four above
    ExitCode run(const QCommandLineParser &parser) final;
    virtual ExitCode answer(const Question &question, const QCommandLineParser &parser) = 0;
};

} // namespace entente::commandline
