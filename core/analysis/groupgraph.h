#pragma once

#include "analysis/flows.h"
#include "domain/naming.h"

#include <QMap>

namespace entente::analysis {

// Everything that one group pays another.
struct GroupArc
{
    QList<Flow> known;
    QList<Flow> unknown; // of unknown direction: it may be this one
};

// Who pays whom among groups; nodes are the roots of groups in the scenario's order. The scenario outlives
// it.
class GroupGraph
{
public:
    GroupGraph(const domain::Scenario &scenario, const Flows &flows);

    QList<QList<int>> successors() const; // of each node, in ascending order
    const domain::FirmId &root(int node) const { return m_roots[node]; }
    bool isComplete() const { return m_isComplete; } // every amount was followed
    GroupArc arc(int from, int to) const { return m_arcs.value({from, to}); }

private:
    int nodeOf(const domain::FirmId &firm) const { return m_nodeAt.value(m_scenario.rootOf(firm), -1); }
    GroupArc *arcFor(const domain::FirmId &from, const domain::FirmId &to);
    void addUnknown(const UnattributedAmount &amount);
    QList<domain::FirmId> oneOfEachGroup(const QList<domain::FirmId> &firms) const;
    Flow assumed(const UnattributedAmount &amount, const domain::FirmId &from,
                 const domain::FirmId &to) const;

    const domain::Scenario &m_scenario;
    domain::AgreementNames m_names;
    bool m_isComplete = true;
    QList<domain::FirmId> m_roots;
    QHash<domain::FirmId, int> m_nodeAt;
    QMap<std::pair<int, int>, GroupArc> m_arcs;
};

} // namespace entente::analysis
