#include "analysis/flowparts.h"

namespace entente::analysis {

using domain::FirmId;

namespace {

template <typename P> QList<FirmId> partiesThat(const domain::Agreement &agreement, P &&does)
{
    QList<FirmId> firms;
    for (const domain::Party &party : agreement.parties) {
        if (does(domain::roleIn(agreement.kind, party.role)) && !firms.contains(party.firm))
            firms.append(party.firm);
    }
    return firms;
}

bool isPrincipal(const domain::RoleInfo &role)
{
    return role.side != domain::RoleSide::Channel && role.side != domain::RoleSide::Subject;
}

FirmId onlyOneOf(const QList<FirmId> &firms)
{
    return firms.size() == 1 ? firms.first() : FirmId();
}

// Whom it may be: who is known, else those in the role, else every party but the other side.
QList<FirmId> candidates(const FirmId &known, const QList<FirmId> &inRole, const QList<FirmId> &principals,
                         const FirmId &otherSide)
{
    if (!known.isEmpty())
        return {known};
    QList<FirmId> firms = inRole.isEmpty() ? principals : inRole;
    firms.removeAll(otherSide);
    return firms;
}

} // namespace

Direction directionOf(const domain::Agreement &agreement, const domain::Amount &amount)
{
    const auto payers = partiesThat(agreement, [](const domain::RoleInfo &role) { return role.pays; });
    const auto payees = partiesThat(agreement, [](const domain::RoleInfo &role) { return role.paid; });
    const auto principals = partiesThat(agreement, isPrincipal);
    Direction direction{amount.from, amount.to, {}, {}};
    if (amount.from.isEmpty() && onlyOneOf(payers) != amount.to)
        direction.from = onlyOneOf(payers);
    if (amount.to.isEmpty() && onlyOneOf(payees) != amount.from)
        direction.to = onlyOneOf(payees);
    // Money that goes against the roles, a refund for instance, leaves only the other parties.
    const bool againstPayers = payers.contains(amount.to);
    const bool againstPayees = payees.contains(amount.from);
    direction.payers =
        candidates(direction.from, againstPayers ? QList<FirmId>() : payers, principals, direction.to);
    direction.payees =
        candidates(direction.to, againstPayees ? QList<FirmId>() : payees, principals, direction.from);
    return direction;
}

} // namespace entente::analysis
