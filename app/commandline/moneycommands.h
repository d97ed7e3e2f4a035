#pragma once

#include "commandline/scenariocommand.h"

namespace entente::commandline {

class CirclesCommand : public ScenarioCommand
{
public:
    CirclesCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

class FlowsCommand : public ScenarioCommand
{
public:
    FlowsCommand();

protected:
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
