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
    std::optional<domain::Period> period() const
    {
        return clause->period ? clause->period : agreement->period;
    }
};

// Two clauses that may conflict: the first prohibits, outright or by naming an only channel.
struct ClausePair
{
    const domain::Scenario &scenario;
    HeldClause prohibiting;
    HeldClause other;

    bool byChannel() const { return prohibiting.clause->modality != domain::Modality::Prohibition; }
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
Finding testDefeat(const ClausePair &pair); // yes: nothing defeats either clause

Finding conjunction(const Finding &a, const Finding &b);

// Whether `narrow` is or is part of `wide`, along narrower_than and part_of; with the disputed steps of the
// best chain.
struct Containment
{
    Truth truth = Truth::No;
    QList<Dependency> dependsOn;
};
Containment contains(const domain::Scenario &scenario, const QString &wide, const QString &narrow);

} // namespace entente::analysis
