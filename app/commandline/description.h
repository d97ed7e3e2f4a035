#pragma once

#include "analysis/holding.h"
#include "document/document.h"

namespace entente::commandline {

// What is in a scenario at a date: the result of `describe`.
document::Value describeAsJson(const domain::Scenario &scenario, const analysis::AsOf &asOf);
QString describeAsText(const domain::Scenario &scenario, const analysis::AsOf &asOf);

} // namespace entente::commandline
