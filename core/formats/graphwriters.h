#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <QByteArray>

namespace entente::formats {

// A scenario as nodes and edges (graphtables) in three forms that read back the same. What none of them holds
// comes as warnings.
Outcome<QByteArray> writeGraphml(const domain::Scenario &scenario);
Outcome<QByteArray> writeGexf(const domain::Scenario &scenario); // version 1.3
Outcome<QByteArray> writeNodeLink(const domain::Scenario &scenario);

} // namespace entente::formats
