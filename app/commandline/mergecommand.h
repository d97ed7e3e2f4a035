#pragma once

#include "commandline/command.h"

namespace entente::commandline {

// Takes the firms and agreements of one file into another. Only firms of the same identifier or record are
// made one without being told so.
class MergeCommand : public Command
{
public:
    MergeCommand();

protected:
    void declare(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser) override;
};

} // namespace entente::commandline
