#pragma once

#include "analysis/holding.h"
#include "domain/thingref.h"

namespace entente::analysis {

enum class Verdict { Possible, Conflict };

// A fact that a verdict hangs on, by JSON Pointer into the scenario, with who says what of it.
struct Dependency
{
    QString fact;
    QString sentence; // "a stateful runtime call is an API call to a model"
    QList<domain::FirmId> affirmedBy;
    QList<domain::FirmId> deniedBy;
    bool clears = false;        // it is no conflict where it is so: an exception then covers the other clause
    bool isAlternative = false; // it bears by itself what the one before it bears
    bool operator==(const Dependency &) const = default;
};
QString toCondition(const Dependency &dependency); // "if a call is …", "unless a call is …"
// All of them, what stands between two included: "if …", " and unless …", " or if …".
QString toConditions(const QList<Dependency> &dependencies);

struct Conflict
{
    Verdict verdict = Verdict::Possible;
    bool partial = false;
    domain::ClauseRef prohibiting; // first in the file's order where both prohibit (two only_through)
    domain::ClauseRef other;
    QString period; // the days on which both hold, in words
    QString dates;  // the same as periods are written in files: "2026-02~/.."
    QList<Dependency> dependsOn;
    QStringList because; // the chain of reasons, a sentence each

    domain::ThingRef ref() const { return domain::ThingRef::conflict(prohibiting, other); }
    bool operator==(const Conflict &) const = default;
};

// Enough for any reading: a scenario with more is a mistake, or made by a program.
constexpr qsizetype mostConflicts = 100'000;

// Every pair of clauses that conflicts or may, at that date, in the scenario's order; of more than `most` it
// stops at so many. The seven tests are those of the scenario format's "Clause conflicts"; one file per test.
QList<Conflict> findConflicts(const domain::Scenario &scenario, const AsOf &asOf,
                              qsizetype most = mostConflicts);

} // namespace entente::analysis
