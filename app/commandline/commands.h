#pragma once

#include "commandline/scenariocommand.h"

namespace entente::commandline {

class DrawCommand : public Command
{
public:
    DrawCommand();
    bool needsFonts() const override { return true; }

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class CheckCommand : public Command
{
public:
    CheckCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class DescribeCommand : public ScenarioCommand
{
public:
    DescribeCommand();

protected:
    ExitCode answer(const Question &question, const QCommandLineParser &parser) override;
};

class CompareCommand : public Command
{
public:
    CompareCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class ConvertCommand : public Command
{
public:
    ConvertCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class ReportCommand : public Command
{
public:
    ReportCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class FormatsCommand : public Command
{
public:
    FormatsCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
