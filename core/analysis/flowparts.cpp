#include "analysis/flowparts.h"

namespace entente::analysis {

namespace {

bool isFlowOfMoney(const domain::Amount &amount)
{
    return amount.isMoney() || amount.instrument == domain::Instrument::RevenueShare;
}

QString wholeOf(const AmountNode &node)
{
    if (node.amount->partOf.isEmpty())
        return {};
    const auto &elsewhere = node.amount->partOfAgreement;
    return AmountRef{elsewhere.isEmpty() ? node.agreement->id : elsewhere, node.amount->partOf}.pointer();
}

void linkWholes(QList<AmountNode> &nodes)
{
    QHash<QString, int> at;
    for (int i = 0; i < nodes.size(); ++i)
        at.insert(nodes[i].ref().pointer(), i);
    for (int i = 0; i < nodes.size(); ++i) {
        int whole = at.value(wholeOf(nodes[i]), -1);
        while (whole >= 0 && whole != i && !nodes[i].wholes.contains(whole)) { // circles are errors elsewhere
            nodes[i].wholes.append(whole);
            whole = at.value(wholeOf(nodes[whole]), -1);
        }
    }
}

// A tranche goes the way of the amount it is a tranche of, and depends on what that depends on.
void inherit(QList<AmountNode> &nodes)
{
    const QList<AmountNode> own = nodes;
    for (AmountNode &node : nodes) {
        for (int whole : node.wholes) {
            const AmountNode &holder = own[whole];
            if (node.counts() && holder.standing.isUnmet)
                node.standing = holder.standing;
            if (!node.direction.isKnown() && holder.direction.isKnown() && holder.agreement == node.agreement)
                node.direction = holder.direction;
            for (const Reservation &reservation : holder.standing.reservations) {
                if (reservation.mark == Mark::Conditional)
                    node.standing.reservations.append(reservation);
            }
        }
    }
}

} // namespace

QList<AmountNode> amountNodes(const domain::Scenario &scenario, const AsOf &asOf)
{
    const AgreementNames names(scenario);
    QList<AmountNode> nodes;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Amount &amount : agreement.amounts) {
            if (!isFlowOfMoney(amount))
                continue;
            nodes.append({&agreement,
                          &amount,
                          {},
                          directionOf(agreement, amount),
                          standingOf(agreement, amount, asOf, names)});
        }
    }
    linkWholes(nodes);
    inherit(nodes);
    return nodes;
}

} // namespace entente::analysis
