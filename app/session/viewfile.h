#pragma once

#include "problems/problem.h"
#include "session/composition.h"

namespace entente::session {

// "<name>.view.json" beside the scenario, or in the user's data folder where that one can't be written.
QString viewFileFor(const QString &scenarioPath);
Outcome<Places> readView(const QString &viewPath);                             // atomic counterpart below
ProblemList writeView(const QString &scenarioPath, const Places &places);

} // namespace entente::session
