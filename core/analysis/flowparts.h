#pragma once

#include "analysis/flows.h"
#include "domain/naming.h"

#include <QHash>

namespace entente::analysis {

// Who pays and who is paid, as far as it is said; and else who may.
struct Direction
{
    domain::FirmId from; // empty where not known
    domain::FirmId to;
    QList<domain::FirmId> payers;
    QList<domain::FirmId> payees;

    bool isKnown() const { return !from.isEmpty() && !to.isEmpty(); }
    bool isAnother(const Direction &than) const { return isKnown() && (from != than.from || to != than.to); }
};
// By the amount's own `from` and `to`, else by the roles of the agreement's kind.
Direction directionOf(const domain::Agreement &agreement, const domain::Amount &amount);

// Why an amount isn't counted at that date; or what is to be said beside it.
struct Standing
{
    QString leftOut; // empty where it counts
    QList<Reservation> reservations;
    bool isUnmet = false; // left out since its condition, or that of its whole, is not met
};
Standing standingOf(const domain::Agreement &agreement, const domain::Amount &amount, const AsOf &asOf,
                    const domain::AgreementNames &names);

// An amount of money among its wholes and parts.
struct AmountNode
{
    const domain::Agreement *agreement = nullptr;
    const domain::Amount *amount = nullptr;
    QList<int> wholes; // from the nearest on
    Direction direction;
    Standing standing;

    AmountRef ref() const { return {agreement->id, amount->id}; }
    bool counts() const { return standing.leftOut.isEmpty(); }
    bool hasValue() const { return amount->isMoney() && amount->value; }
};
// Every amount of money of the scenario, in its order.
QList<AmountNode> amountNodes(const domain::Scenario &scenario, const AsOf &asOf);

} // namespace entente::analysis
