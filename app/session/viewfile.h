#pragma once

#include "problems/problem.h"
#include "session/arrangement.h"

#include <QStringList>

namespace entente::session {

// A view file keeps the places that the user dragged things to:
//   {"format": "entente-view", "version": 1, "places": {"openai": [120, 40]}}
// with centres in picture units, by the keys that placeKey() gives.

// "<name>.view.json" beside the scenario, or in the user's data folder where that one can't be written.
QString viewFileFor(const QString &scenarioPath);

Outcome<Places> readView(const QString &viewPath);
// Replaces the file at once or not at all; without places it is removed.
ProblemList writeView(const QString &scenarioPath, const Places &places);

// What the views of a chain of scenarios say together, farthest base first; files that aren't there are
// passed over.
Outcome<Places> readViewsOf(const QStringList &scenarioPaths);

} // namespace entente::session
