#pragma once

#include "analysis/conflicts.h"
#include "analysis/scenarioindex.h"

namespace entente::analysis {

// Two clauses that may conflict: the first prohibits, outright or by every channel but its own.
struct ClausePair
{
    const ScenarioIndex &index;
    HeldClause prohibiting;
    HeldClause other;

    const domain::Scenario &scenario() const { return index.scenario(); }
    bool byChannel() const { return !prohibiting.clause->onlyThrough.isEmpty(); }
    // As sentences on the pair call one of the two: with its agreement where they are of different ones.
    QString nameOf(const HeldClause &one) const;
};

// The answer of one test, with the sentence that says why and what it hangs on.
struct Finding
{
    Truth truth = Truth::Yes;
    QStringList because = {};
    QList<Dependency> dependsOn = {};
    bool partial = false;
    QList<Fact> facts = {}; // what it rests on beside the two clauses
};

// The seven tests of the scenario format's "Clause conflicts", each in a file of its own.
Finding testBearer(const ClausePair &pair);
Finding testAction(const ClausePair &pair); // and object
Finding testChannel(const ClausePair &pair);
Finding testTerritory(const ClausePair &pair);
Finding testPeriod(const ClausePair &pair, const AsOf &asOf);
Finding testModality(const ClausePair &pair);
Finding testDefeat(const ClausePair &pair, const AsOf &asOf); // yes: nothing defeats either clause
// Of the prohibition's exceptions and waivers one that surely takes the other clause out; null where none
// does.
const domain::Exception *exceptionThatApplies(const ClausePair &pair, const AsOf &asOf);
// Part of the last: yes where nothing newer has put `older`, one of the pair, out of force.
Finding testSupersession(const ClausePair &pair, const HeldClause &older, const AsOf &asOf);
// The first that surely supersedes it by then: where there is one, the test says no.
std::optional<HeldClause> supersederOf(const ClausePair &pair, const HeldClause &older, const AsOf &asOf);

Finding conjunction(const Finding &a, const Finding &b);

// Whether `narrow` is or is part of `wide`, along narrower_than and part_of; told by the chain with the
// fewest disputed steps, and of those the shortest. Where that depends, the steps of other chains follow: any
// of them would bear it too.
struct Containment
{
    Truth truth = Truth::No;
    QList<Dependency> dependsOn; // the disputed steps
    QList<Fact> facts;           // all steps
};
Containment contains(const domain::Scenario &scenario, const QString &wide, const QString &narrow);

// ISO 3166 codes: a country holds its subdivisions ("US" and "US-CA").
bool isTerritoryWithin(const QString &part, const QString &whole);

} // namespace entente::analysis
