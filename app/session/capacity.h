#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <optional>

namespace entente::session {

// An error with cause Limit where laying a scenario out and drawing it would take more memory than `most`
// bytes (none: than the machine has to give), so that no program has to be ended for it.
std::optional<Problem> refuseToDraw(const domain::Scenario &scenario, std::optional<qint64> most = {});

} // namespace entente::session
