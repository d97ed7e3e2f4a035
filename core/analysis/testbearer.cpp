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

} // namespace

Finding testBearer(const ClausePair &pair)
{
    const domain::FirmId &bound = pair.prohibiting.clause->bearer;
    const domain::FirmId &other = pair.other.clause->bearer;
    if (bound == other)
        return {Truth::Yes, {QStringLiteral("Both bind %1.").arg(pair.scenario.nameOf(bound))}, {}, false};
    const bool affiliates = pair.prohibiting.clause->bindsAffiliates &&
                            pair.scenario.rootOf(bound) == pair.scenario.rootOf(other) &&
                            canBeAffiliate(pair.scenario, bound) && canBeAffiliate(pair.scenario, other);
    if (!affiliates)
        return {Truth::No, {}, {}, false};
    return {Truth::Yes,
            {QStringLiteral("The prohibition binds %1 with its affiliates, and so %2.")
                 .arg(pair.scenario.nameOf(bound), pair.scenario.nameOf(other))},
            {},
            false};
}

} // namespace entente::analysis
