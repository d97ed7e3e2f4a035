#include "analysis/conflicttests.h"

#include <utility>

namespace entente::analysis {

namespace {

// Affiliates are those whom a clause can bind: a product or a person is none.
bool canBeAffiliate(const domain::Scenario &scenario, const domain::FirmId &id)
{
    const domain::Firm *firm = scenario.firm(id);
    return firm && (firm->kind == domain::FirmKind::Company || firm->kind == domain::FirmKind::Subsidiary ||
                    firm->kind == domain::FirmKind::Division);
}

// The steps of part_of by which two firms are of one group: up to the first that is above both.
QList<Fact> stepsBetween(const domain::Scenario &scenario, const domain::FirmId &a, const domain::FirmId &b)
{
    QList<Fact> steps;
    for (const auto &[part, other] : {std::pair(a, b), std::pair(b, a)}) {
        domain::FirmId at = part;
        while (!scenario.isWithin(other, at)) {
            steps.append(PartOfFact{at});
            at = scenario.firm(at)->partOf;
        }
    }
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
