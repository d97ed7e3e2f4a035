#pragma once

#include "analysis/conflicts.h"

namespace entente::exports {

// The dates that a page's slider goes through: no date, then every date of an event in the order of days, and
// `first`, which the page begins with. Of more than `most` dates, every so manieth.
QList<analysis::AsOf> dateStops(const domain::Scenario &scenario, const analysis::AsOf &first,
                                qsizetype most);

QString inWords(const analysis::AsOf &asOf); // "as of October 2025", "at any date"

} // namespace entente::exports
