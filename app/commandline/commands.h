#pragma once

#include "commandline/command.h"

namespace entente::commandline {

class DrawCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    bool needsFonts() const override { return true; }

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class CheckCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class DescribeCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class CompareCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class ConvertCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class ReportCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

class FormatsCommand : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
