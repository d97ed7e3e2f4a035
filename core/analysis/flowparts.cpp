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
    QList<int> wholeAt;
    for (const AmountNode &node : std::as_const(nodes))
        wholeAt.append(at.value(wholeOf(node), -1));
    QList<int> lastSeenFrom(nodes.size(), -1); // circles are errors elsewhere
    for (int i = 0; i < nodes.size(); ++i) {
        lastSeenFrom[i] = i;
        for (int whole = wholeAt[i]; whole >= 0 && lastSeenFrom[whole] != i; whole = wholeAt[whole]) {
            lastSeenFrom[whole] = i;
            nodes[i].wholes.append(whole);
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
            const bool saysOwn = !node.amount->from.isEmpty() || !node.amount->to.isEmpty();
            if (!saysOwn && holder.direction.isKnown() && holder.agreement == node.agreement)
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
    const domain::AgreementNames names(scenario);
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
