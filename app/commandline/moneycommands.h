#pragma once

#include "commandline/scenariocommand.h"

namespace entente::commandline {

class CirclesCommand : public ScenarioCommand
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

class FlowsCommand : public ScenarioCommand
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
