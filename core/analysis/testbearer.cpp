#include "analysis/conflicttests.h"

namespace entente::analysis {

namespace {

// Affiliates are those whom a clause can bind: a product or a person is none.
bool canBeAffiliate(const domain::Scenario &scenario, const domain::FirmId &id)
{
    const domain::Firm *firm = scenario.firm(id);
    return firm && (firm->kind == domain::FirmKind::Company || firm->kind == domain::FirmKind::Subsidiary ||
                    firm->kind == domain::FirmKind::Division);
}

QList<domain::FirmId> upFrom(const domain::Scenario &scenario, domain::FirmId firm)
{
    QList<domain::FirmId> chain;
    for (; !firm.isEmpty(); firm = scenario.firm(firm)->partOf)
        chain.append(firm);
    return chain;
}

// The steps of part_of by which two firms of one group are: up to the first that is above both.
QList<Fact> stepsBetween(const domain::Scenario &scenario, const domain::FirmId &a, const domain::FirmId &b)
{
    QList<domain::FirmId> fromA = upFrom(scenario, a);
    QList<domain::FirmId> fromB = upFrom(scenario, b);
    while (!fromA.isEmpty() && !fromB.isEmpty() && fromA.last() == fromB.last()) {
        fromA.removeLast();
        fromB.removeLast();
    }
    QList<Fact> steps;
    for (const domain::FirmId &firm : fromA + fromB)
        steps.append(PartOfFact{firm});
    return steps;
}

} // namespace

Finding testBearer(const ClausePair &pair)
{
    const domain::Scenario &scenario = pair.scenario();
    const domain::FirmId &bound = pair.prohibiting.clause->bearer;
    const domain::FirmId &other = pair.other.clause->bearer;
    if (bound == other)
        return {Truth::Yes, {QStringLiteral("Both bind %1.").arg(scenario.nameOf(bound))}};
    const bool affiliates = pair.prohibiting.clause->bindsAffiliates && pair.index.inOneGroup(bound, other) &&
                            canBeAffiliate(scenario, bound) && canBeAffiliate(scenario, other);
    if (!affiliates)
        return {Truth::No};
    return {Truth::Yes,
            {QStringLiteral("The prohibition binds %1 with its affiliates, and so %2.")
                 .arg(scenario.nameOf(bound), scenario.nameOf(other))},
            {},
            false,
            stepsBetween(scenario, bound, other)};
}

} // namespace entente::analysis
