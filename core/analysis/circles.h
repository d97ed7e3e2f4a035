#pragma once

#include "analysis/conflicts.h"
#include "analysis/cyclesearch.h"
#include "analysis/flows.h"

namespace entente::analysis {

enum class CircleVerdict { Possible, Certain };
QString toWord(CircleVerdict verdict);

// Everything that one group pays the next.
struct CircleLeg
{
    domain::FirmId from; // roots of groups
    domain::FirmId to;
    QList<Flow> flows; // those of known direction where there are any

    QMap<QString, domain::Amount> sizes() const;     // its largest flow, by currency
    QMap<QString, domain::Amount> sureSizes() const; // what of its flows depends on nothing, likewise
    bool isSure() const;                             // one flow at least doesn't depend on anything
    bool operator==(const CircleLeg &) const = default;
};

// Money that comes back to where it went out from: an elementary cycle in the graph of groups.
struct Circle
{
    CircleVerdict verdict = CircleVerdict::Certain;
    QList<domain::FirmId> groups; // roots, in the order of payment
    QList<CircleLeg> legs;        // the first from the first group
    // Where every leg has a size in one currency; of a certain circle the size of what depends on nothing.
    std::optional<domain::Amount> smallestLeg;
    // With what is conditional, planned or otherwise open, where that makes a certain circle larger.
    std::optional<domain::Amount> smallestLegAtMost;
    bool isMixed = false; // every leg has a size, but not in one currency
    QList<Dependency> dependsOn;

    QList<domain::ThingRef> things() const; // its agreements, then who pays and is paid
    bool operator==(const Circle &) const = default;
};

struct Circles
{
    QList<Circle> circles;         // by the smallest leg within a currency, then mixed, then of unknown size
    bool complete = true;          // every circle there is
    int searchedLength = 0;        // every circle of up to so many groups
    bool hasUnknownPayers = false; // an amount that too many may have paid each other was not followed
    bool operator==(const Circles &) const = default;
};

QString inWords(const Circle &circle, const domain::Scenario &scenario); // "OpenAI → Amazon → OpenAI"
QString whatMayBeMissing(const Circles &circles); // a sentence; empty where they are complete

Circles findCircles(const domain::Scenario &scenario, const Flows &flows, const SearchLimits &limits = {});
// Circles of groups that have none now, if every date is taken together.
QList<Circle> circlesAtOtherDates(const domain::Scenario &scenario, const Circles &now,
                                  const SearchLimits &limits = {});

} // namespace entente::analysis
