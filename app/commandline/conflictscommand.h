#pragma once

#include "commandline/scenariocommand.h"

namespace entente::commandline {

class ConflictsCommand : public ScenarioCommand
{
public:
    ConflictsCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
