#pragma once

#include "analysis/amendment.h"
#include "analysis/conflicts.h"

#include <QHash>

namespace entente::analysis {

enum class DisputeKind { Reading, Condition, Exception };

// What can be read either way: that a term is narrower than another, the condition of a clause or of an
// amount is met, an exception applies.
struct DisputedFact
{
    DisputeKind kind = DisputeKind::Reading;
    Dependency fact;         // its JSON Pointer, a sentence that affirms it, who affirms and who denies it
    domain::Reading reading; // how the scenario reads it; of a condition, agreed is met and rejected unmet
    bool operator==(const DisputedFact &) const = default;
};

// Every reading and condition that is open, or on which positions differ, and every exception whose reading
// is open; in the scenario's order.
QList<DisputedFact> disputedFacts(const domain::Scenario &scenario);

// How facts are to be read, by their JSON Pointers.
using Readings = QHash<QString, domain::Reading>;

// The scenario read so; facts that it doesn't have are passed over.
domain::Scenario withReadings(domain::Scenario scenario, const Readings &readings);

// The changes that save such a reading as an overlay, in the scenario's order.
Amendments amendmentsFor(const domain::Scenario &scenario, const Readings &readings);

} // namespace entente::analysis
