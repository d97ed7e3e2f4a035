#include "commandline/exitcode.h"

namespace entente::commandline {

ExitCode exitCodeFor(const ProblemList &problems)
{
    if (problems.hasErrors(Cause::Limit))
        return ExitCode::Limit;
    if (problems.hasErrors(Cause::File))
        return ExitCode::Unreadable;
    return problems.hasErrors() ? ExitCode::InputErrors : ExitCode::Done;
}

} // namespace entente::commandline
