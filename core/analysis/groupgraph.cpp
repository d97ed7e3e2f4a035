#include "analysis/groupgraph.h"

#include <QSet>

namespace entente::analysis {

using domain::FirmId;

GroupGraph::GroupGraph(const domain::Scenario &scenario, const Flows &flows)
    : m_scenario(scenario)
    , m_names(scenario)
{
    for (const domain::Firm &firm : scenario.firms) {
        if (!firm.partOf.isEmpty())
            continue;
        m_nodeAt.insert(firm.id, int(m_roots.size()));
        m_roots.append(firm.id);
    }
    for (const Flow &flow : flows.attributed) {
        if (GroupArc *arc = arcFor(flow.from, flow.to))
            arc->known.append(flow);
    }
    for (const UnattributedAmount &amount : flows.unattributed)
        addUnknown(amount);
}

QList<QList<int>> GroupGraph::successors() const
{
    QList<QList<int>> next(m_roots.size());
    for (auto arc = m_arcs.constBegin(); arc != m_arcs.constEnd(); ++arc)
        next[arc.key().first].append(arc.key().second); // ascending: the map is ordered
    return next;
}

// None within a group.
GroupArc *GroupGraph::arcFor(const FirmId &from, const FirmId &to)
{
    const int payer = nodeOf(from);
    const int payee = nodeOf(to);
    return payer < 0 || payee < 0 || payer == payee ? nullptr : &m_arcs[{payer, payee}];
}

// Whoever may have paid to whoever may have been paid, one investor of a round or any of three partners; of
// more than so many ways none, since the circles through them would be without number.
void GroupGraph::addUnknown(const UnattributedAmount &amount)
{
    constexpr qsizetype mostWays = 12;
    const QList<FirmId> payers = oneOfEachGroup(amount.payers);
    const QList<FirmId> payees = oneOfEachGroup(amount.payees);
    if (payers.size() * payees.size() > mostWays) {
        m_isComplete = false;
        return;
    }
    for (const FirmId &from : payers) {
        for (const FirmId &to : payees) {
            if (GroupArc *arc = arcFor(from, to))
                arc->unknown.append(assumed(amount, from, to));
        }
    }
}

QList<FirmId> GroupGraph::oneOfEachGroup(const QList<FirmId> &firms) const
{
    QSet<int> seen;
    QList<FirmId> result;
    for (const FirmId &firm : firms) {
        if (!seen.contains(nodeOf(firm)))
            result.append(firm);
        seen.insert(nodeOf(firm));
    }
    return result;
}

Flow GroupGraph::assumed(const UnattributedAmount &amount, const FirmId &from, const FirmId &to) const
{
    const bool isPayerKnown = amount.payers.size() == 1;
    Flow flow{amount.ref, amount.rest, from, to, amount.status, amount.reservations};
    flow.unconditional = flow.amount;
    flow.reservations.append(
        {Mark::DirectionUnknown,
         amount.ref.pointer() + (isPayerKnown ? QStringLiteral("/to") : QStringLiteral("/from")),
         QStringLiteral("%1 of “%2” goes from %3 to %4, which isn’t said")
             .arg(domain::toShortText(amount.rest), m_names.of(amount.ref.agreement), m_scenario.nameOf(from),
                  m_scenario.nameOf(to))});
    return flow;
}

} // namespace entente::analysis
