#pragma once

#include "problems/problem.h"

namespace entente::commandline {

// The contract of the command line; of several that apply, the first of Limit, Unreadable, InputErrors.
enum class ExitCode { Done = 0, InputErrors = 1, WrongUsage = 2, Answered = 3, Limit = 4, Unreadable = 5 };

ExitCode exitCodeFor(const ProblemList &problems); // Done where there are only warnings

} // namespace entente::commandline
