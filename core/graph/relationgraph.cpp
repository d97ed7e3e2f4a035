#include "graph/relationgraph.h"

#include "graph/neighbourhood.h"

#include <QSet>

#include <algorithm>

namespace entente::graph {

using domain::FirmId;
using domain::RoleSide;
using domain::Scenario;

namespace {

// Groups in the order of their trees, so that an enclosing group comes before what it encloses.
class GroupBuilder
{
public:
    GroupBuilder(const Scenario &scenario, RelationGraph &graph)
        : m_scenario(scenario)
        , m_graph(graph)
    {
        for (const domain::Firm &firm : scenario.firms) {
            if (!firm.partOf.isEmpty())
                m_wholes.insert(firm.partOf);
        }
    }

    void build()
    {
        for (const domain::Firm &firm : m_scenario.firms) {
            if (m_wholes.contains(firm.id))
                groupOf(firm.id);
        }
        for (FirmNode &node : m_graph.firms) {
            const FirmId holder = m_wholes.contains(node.id) ? node.id : m_scenario.firm(node.id)->partOf;
            node.group = m_graph.groupAt.value(holder, -1);
        }
    }

private:
    int groupOf(const FirmId &id)
    {
        QList<FirmId> chain; // from the firm outwards, as far as no group is known
        for (FirmId at = id; !at.isEmpty() && !m_graph.groupAt.contains(at); at = m_scenario.firm(at)->partOf)
            chain.prepend(at);
        for (const FirmId &inner : std::as_const(chain)) {
            const int parent = m_graph.groupAt.value(m_scenario.firm(inner)->partOf, -1);
            m_graph.groupAt.insert(inner, int(m_graph.groups.size()));
            m_graph.groups.append({inner, parent});
        }
        return m_graph.groupAt.value(id);
    }

    const Scenario &m_scenario;
    RelationGraph &m_graph;
    QSet<FirmId> m_wholes;
};

QList<int> chainOf(const RelationGraph &graph, int group)
{
    QList<int> chain;
    for (int at = group; at >= 0; at = graph.groups[at].parent)
        chain.prepend(at);
    return chain;
}

// The deepest group that holds all parties; -1 where they share none.
int sharedGroup(const RelationGraph &graph, const AgreementNode &agreement)
{
    std::optional<QList<int>> shared;
    for (int tie : agreement.ties) {
        const QList<int> chain = chainOf(graph, graph.firms[graph.ties[tie].firm].group);
        if (!shared) {
            shared = chain;
            continue;
        }
        const auto end = std::mismatch(shared->begin(), shared->end(), chain.begin(), chain.end()).first;
        shared->erase(end, shared->end());
    }
    return shared && !shared->isEmpty() ? shared->last() : -1;
}

// Who is on both sides of an agreement is first somebody who gets something of it.
int weightOf(RoleSide side)
{
    switch (side) {
    case RoleSide::Target:
        return 3;
    case RoleSide::Source:
        return 2;
    case RoleSide::Equal:
        return 1;
    case RoleSide::Channel:
    case RoleSide::Subject:
        break;
    }
    return 0;
}

// An agreement of a firm with itself is one line, however many roles the firm has in it.
void addRole(Tie &tie, const QString &role, RoleSide side)
{
    if (!tie.roles.contains(role))
        tie.roles.append(role);
    if (weightOf(side) > weightOf(tie.side))
        tie.side = side;
}

void addAgreement(const domain::Agreement &agreement, RelationGraph &graph)
{
    const int index = int(graph.agreements.size());
    AgreementNode node{agreement.id, -1, {}};
    QHash<int, int> tieOf; // of a firm
    for (const domain::Party &party : agreement.parties) {
        const auto firm = graph.firmAt.constFind(party.firm);
        if (firm == graph.firmAt.constEnd())
            continue;
        const RoleSide side = domain::roleIn(agreement.kind, party.role).side;
        if (const auto same = tieOf.constFind(*firm); same != tieOf.constEnd()) {
            addRole(graph.ties[*same], party.role, side);
            continue;
        }
        tieOf.insert(*firm, int(graph.ties.size()));
        node.ties.append(int(graph.ties.size()));
        graph.firms[*firm].ties.append(int(graph.ties.size()));
        graph.ties.append({index, *firm, {party.role}, side});
    }
    node.group = sharedGroup(graph, node);
    graph.agreementAt.insert(agreement.id, index);
    graph.agreements.append(node);
}

} // namespace

RelationGraph buildGraph(const Scenario &scenario)
{
    RelationGraph graph;
    graph.firms.reserve(scenario.firms.size());
    graph.firmAt.reserve(scenario.firms.size());
    graph.agreements.reserve(scenario.agreements.size());
    graph.agreementAt.reserve(scenario.agreements.size());
    graph.ties.reserve(2 * scenario.agreements.size());
    for (const domain::Firm &firm : scenario.firms) {
        graph.firmAt.insert(firm.id, int(graph.firms.size()));
        graph.firms.append({firm.id, -1, {}});
    }
    GroupBuilder(scenario, graph).build();
    for (const domain::Agreement &agreement : scenario.agreements)
        addAgreement(agreement, graph);
    return graph;
}

Subset everything(const RelationGraph &graph)
{
    return {QBitArray(graph.firms.size(), true), QBitArray(graph.agreements.size(), true)};
}

namespace {

// An agreement is shown while two of its parties are, or its only one.
void hideUntied(const RelationGraph &graph, Subset &subset)
{
    for (int i = 0; i < graph.agreements.size(); ++i) {
        const QList<int> &ties = graph.agreements[i].ties; // one a firm
        const auto shown = std::count_if(ties.begin(), ties.end(),
                                         [&](int tie) { return subset.firms.testBit(graph.ties[tie].firm); });
        if (shown < std::min<qsizetype>(2, ties.size()))
            subset.agreements.clearBit(i);
    }
}

} // namespace

Subset select(const Scenario &scenario, const RelationGraph &graph, const Filter &filter)
{
    const int focus = graph.firmAt.value(filter.focus, -1);
    Subset subset = focus < 0 ? everything(graph) : withinHops(graph, focus, filter.hops);
    for (int i = 0; i < graph.firms.size(); ++i) {
        if (filter.hiddenKinds.contains(scenario.firms[i].kind))
            subset.firms.clearBit(i);
    }
    for (int i = 0; i < graph.agreements.size(); ++i) {
        if (filter.hiddenHeadings.contains(scenario.agreements[i].heading()))
            subset.agreements.clearBit(i);
    }
    hideUntied(graph, subset);
    return subset;
}

} // namespace entente::graph
