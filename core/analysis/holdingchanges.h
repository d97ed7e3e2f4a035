#pragma once

#include "analysis/comparison.h"
#include "analysis/holding.h"
#include "domain/thingref.h"

namespace entente::analysis {

// An agreement or clause of both sides of a comparison that holds on one of them otherwise than on the other.
struct HoldingChange
{
    domain::ThingRef thing;
    QString path; // its JSON Pointer
    Truth before = Truth::No;
    Truth after = Truth::No;
    bool operator==(const HoldingChange &) const = default;
};

// A scenario as of a date: one side of a comparison.
struct DatedScenario
{
    const domain::Scenario &scenario;
    AsOf asOf;
};

// In the later side's order, each agreement before its clauses. Two dates of one scenario are compared by
// giving it twice.
QList<HoldingChange> compareHolding(const DatedScenario &before, const DatedScenario &after);

QString inWords(Truth after); // "now holds", "no longer holds", "now depends"
QString
summary(const QList<HoldingChange> &changes); // "2 now hold, 1 no longer holds"; empty where nothing changed
// All of it: "1 agreement added; 2 now hold; 1 conflict gone"; "nothing changed".
QString summary(const Comparison &comparison, const QList<HoldingChange> &holding,
                const ConflictDifferences &conflicts);

} // namespace entente::analysis
