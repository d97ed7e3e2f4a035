#pragma once

#include "analysis/conflicts.h"

namespace entente::analysis {

// A clause with the agreement that holds it.
struct HeldClause
{
    const domain::Clause *clause = nullptr;
    const domain::Agreement *agreement = nullptr;

    domain::ClauseRef ref() const { return {agreement->id, clause->id}; }
    QString pointer() const; // JSON Pointer of the clause
    // The days on which clause and agreement both run, for sure and at most; unbounded without a period.
    domain::DaySpan certainDays() const;
    domain::DaySpan possibleDays() const;
};

// Two clauses that may conflict: the first prohibits, outright or by every channel but its own.
struct ClausePair
{
    const domain::Scenario &scenario;
    HeldClause prohibiting;
    HeldClause other;

    bool byChannel() const { return !prohibiting.clause->onlyThrough.isEmpty(); }
};

// The answer of one test, with the sentence that says why and what it hangs on.
struct Finding
{
    Truth truth = Truth::Yes;
    QStringList because;
    QList<Dependency> dependsOn;
    bool partial = false;
};

// The seven tests of the scenario format's "Clause conflicts", each in a file of its own.
Finding testBearer(const ClausePair &pair);
Finding testAction(const ClausePair &pair); // and object
Finding testChannel(const ClausePair &pair);
Finding testTerritory(const ClausePair &pair);
Finding testPeriod(const ClausePair &pair, const AsOf &asOf);
Finding testModality(const ClausePair &pair);
Finding testDefeat(const ClausePair &pair, const AsOf &asOf); // yes: nothing defeats either clause
// Part of the last: yes where nothing newer has put `older`, one of the pair, out of force.
Finding testSupersession(const ClausePair &pair, const HeldClause &older, const AsOf &asOf);

Finding conjunction(const Finding &a, const Finding &b);

// Whether `narrow` is or is part of `wide`, along narrower_than and part_of; with the disputed steps of the
// best chain.
struct Containment
{
    Truth truth = Truth::No;
    QList<Dependency> dependsOn;
};
Containment contains(const domain::Scenario &scenario, const QString &wide, const QString &narrow);

// ISO 3166 codes: a country holds its subdivisions ("US" and "US-CA").
bool isTerritoryWithin(const QString &part, const QString &whole);

} // namespace entente::analysis
