#pragma once

#include "domain/scenario.h"

#include <QBitArray>
#include <QHash>
#include <QList>

namespace entente::graph {

// A firm that is shown. One with parts is both a group and the first card in it.
struct FirmNode
{
    domain::FirmId id;
    int group = -1;  // innermost group its card lies in (its own, if it has parts); -1 for none
    QList<int> ties; // of which it is the firm
    bool operator==(const FirmNode &) const = default;
};

struct GroupNode
{
    domain::FirmId firm;
    int parent = -1; // enclosing group; always a smaller index
    bool operator==(const GroupNode &) const = default;
};

struct AgreementNode
{
    domain::AgreementId id;
    int group = -1;  // deepest group that holds all its parties
    QList<int> ties; // in the order of its parties
    bool operator==(const AgreementNode &) const = default;
};

// A line from an agreement to one of its parties, in the roles that it has there; most have one.
struct Tie
{
    int agreement = 0;
    int firm = 0;
    QStringList roles;
    domain::RoleSide side =
        domain::RoleSide::Equal; // of several, the one that tells most: who gets something
    bool operator==(const Tie &) const = default;
};

// Topology only: who is party to what and who is part of whom. Firms and agreements have the
// scenario's indices.
struct RelationGraph
{
    QList<FirmNode> firms;
    QList<GroupNode> groups;
    QList<AgreementNode> agreements;
    QList<Tie> ties;
    QHash<domain::FirmId, int> firmAt;
    QHash<domain::FirmId, int> groupAt;
    QHash<domain::AgreementId, int> agreementAt;

    bool operator==(const RelationGraph &) const = default;
};

// What to leave out. An empty filter shows everything.
struct Filter
{
    domain::FirmId focus; // with hops: only what is within so many agreements of it
    int hops = 1;
    QList<domain::Heading> hiddenHeadings;
    QList<domain::FirmKind> hiddenKinds;

    bool isEmpty() const { return focus.isEmpty() && hiddenHeadings.isEmpty() && hiddenKinds.isEmpty(); }
    bool operator==(const Filter &) const = default;
};

// Parallel to a graph's firms and agreements: true for what is shown.
struct Subset
{
    QBitArray firms;
    QBitArray agreements;
    bool operator==(const Subset &) const = default;
};

RelationGraph buildGraph(const domain::Scenario &scenario);
Subset everything(const RelationGraph &graph);
Subset select(const domain::Scenario &scenario, const RelationGraph &graph, const Filter &filter);

} // namespace entente::graph
