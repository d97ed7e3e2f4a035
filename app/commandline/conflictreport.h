#pragma once

#include "analysis/amendment.h"
#include "analysis/conflicts.h"
#include "analysis/defeated.h"
#include "document/document.h"

namespace entente::commandline {

// The conflicts of a scenario at a date; each with the set behind it and with its cures, in the same order.
struct ConflictReport
{
    analysis::AsOf asOf;
    QList<analysis::Conflict> conflicts;
    QList<QStringList> minimalSets;
    QList<QList<analysis::Amendments>> cures;
    QList<analysis::Defeated> defeated = {}; // pairs that would conflict but for something
};

ConflictReport reportOn(const domain::Scenario &scenario, const analysis::AsOf &asOf);

// What an answer depends on, with who affirms and who denies it; as in every result that has `depends_on`.
document::Value dependencyJson(const analysis::Dependency &dependency);

// The result of `conflicts`.
document::Value toJson(const ConflictReport &report, const domain::Scenario &scenario);
QString toText(const ConflictReport &report, const domain::Scenario &scenario);

} // namespace entente::commandline
