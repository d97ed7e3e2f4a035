#pragma once

#include "analysis/conflicts.h"

namespace entente::analysis {

struct Change
{
    QString path;   // JSON Pointer of what changed
    QString before; // strict JSON text of a scalar or list; empty in additions
    QString after;
    bool operator==(const Change &) const = default;
};

struct Differences
{
    QStringList added; // JSON Pointers
    QStringList removed;
    QList<Change> changed; // one for every field
    bool isEmpty() const { return added.isEmpty() && removed.isEmpty() && changed.isEmpty(); }
    bool operator==(const Differences &) const = default;
};

struct Comparison
{
    Differences firms;
    Differences agreements;
    Differences clauses;
    Differences terms;
    Differences sources;
    bool operator==(const Comparison &) const = default;
};

// Conflicts that come, go or get another verdict; a pair of clauses is the same wherever it is found.
struct ConflictChange
{
    Conflict before;
    Conflict after;
    bool operator==(const ConflictChange &) const = default;
};
struct ConflictDifferences
{
    QList<Conflict> added;
    QList<Conflict> removed;
    QList<ConflictChange> changed;
    bool operator==(const ConflictDifferences &) const = default;
};
ConflictDifferences compare(const QList<Conflict> &before, const QList<Conflict> &after);

Comparison compare(const domain::Scenario &base, const domain::Scenario &alternate);
// "2 agreements added, 1 clause changed": what a switch says in a line; "nothing changed".
QString summary(const Comparison &comparison);
// "1 conflict new", "1 conflict gone", "1 conflict of another verdict"; empty where nothing changed.
QString summary(const ConflictDifferences &differences);

} // namespace entente::analysis
