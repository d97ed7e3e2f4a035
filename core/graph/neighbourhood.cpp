#include "graph/neighbourhood.h"

namespace entente::graph {

namespace {

Subset nothing(const RelationGraph &graph)
{
    return {QBitArray(graph.firms.size()), QBitArray(graph.agreements.size())};
}

void addAgreement(const RelationGraph &graph, int agreement, Subset &subset)
{
    subset.agreements.setBit(agreement);
    for (int tie : graph.agreements[agreement].ties)
        subset.firms.setBit(graph.ties[tie].firm);
}

bool liesIn(const RelationGraph &graph, int firm, int group)
{
    for (int at = graph.firms[firm].group; at >= 0; at = graph.groups[at].parent) {
        if (at == group)
            return true;
    }
    return false;
}

} // namespace

Subset neighbourhoodOfFirm(const RelationGraph &graph, int firm)
{
    Subset subset = nothing(graph);
    subset.firms.setBit(firm);
    for (int tie : graph.firms[firm].ties)
        addAgreement(graph, graph.ties[tie].agreement, subset);
    return subset;
}

Subset neighbourhoodOfAgreement(const RelationGraph &graph, int agreement)
{
    Subset subset = nothing(graph);
    addAgreement(graph, agreement, subset);
    return subset;
}

Subset withinHops(const RelationGraph &graph, int firm, int hops)
{
    Subset subset = nothing(graph);
    subset.firms.setBit(firm);
    const int own = graph.groupAt.value(graph.firms[firm].id, -1);
    for (int i = 0; own >= 0 && i < graph.firms.size(); ++i) {
        if (liesIn(graph, i, own))
            subset.firms.setBit(i);
    }
    for (int hop = 0; hop < hops; ++hop) {
        const QBitArray reached = subset.firms;
        for (int i = 0; i < graph.firms.size(); ++i) {
            if (!reached.testBit(i))
                continue;
            for (int tie : graph.firms[i].ties)
                addAgreement(graph, graph.ties[tie].agreement, subset);
        }
    }
    return subset;
}

} // namespace entente::graph
