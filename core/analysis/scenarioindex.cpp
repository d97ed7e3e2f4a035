#include "analysis/scenarioindex.h"

#include "domain/thingref.h"

#include <algorithm>

namespace entente::analysis {

ScenarioIndex::ScenarioIndex(const domain::Scenario &scenario)
    : m_scenario(scenario)
{
    addRoots();
    addSupersessions();
}

void ScenarioIndex::addRoots()
{
    for (const domain::Firm &start : m_scenario.firms) {
        QList<domain::FirmId> path;
        domain::FirmId at = start.id;
        const domain::Firm *firm = &start;
        while (firm && !firm->partOf.isEmpty() && !m_roots.contains(at)) {
            m_roots.insert(at, at); // so that a cycle ends here
            path.append(at);
            at = firm->partOf;
            firm = m_scenario.firm(at);
        }
        const domain::FirmId root = m_roots.value(at, at);
        for (const domain::FirmId &step : path)
            m_roots.insert(step, root);
    }
}

void ScenarioIndex::addSupersessions()
{
    for (const domain::Agreement &agreement : m_scenario.agreements) {
        for (const QString &older : agreement.supersedes)
            m_newer[older].append({nullptr, &agreement});
        for (const domain::Clause &clause : agreement.clauses) {
            for (const QString &older : clause.supersedes)
                m_newer[older].append({&clause, &agreement});
        }
    }
}

domain::FirmId ScenarioIndex::rootOf(const domain::FirmId &firm) const
{
    return m_roots.value(firm, firm);
}

HeldClause ScenarioIndex::held(const domain::ClauseRef &ref) const
{
    return {m_scenario.clause(ref), m_scenario.agreement(ref.agreement)};
}

QString ScenarioIndex::nameOf(const domain::Agreement &agreement) const
{
    if (!m_names)
        m_names.emplace(m_scenario);
    return QStringLiteral("“%1”").arg(m_names->of(agreement.id));
}

QString ScenarioIndex::nameOf(const HeldClause &held) const
{
    const QString agreement = nameOf(*held.agreement);
    const bool isNamedAlike = held.clause->title.isEmpty() || held.clause->title == held.agreement->title;
    return isNamedAlike ? agreement : QStringLiteral("“%1” of %2").arg(held.clause->title, agreement);
}

QList<HeldClause> ScenarioIndex::newerThan(const HeldClause &older) const
{
    QList<HeldClause> found = m_newer.value(older.agreement->id.text());
    // an agreement can put a clause of its own out of force, not itself
    found.removeIf([&older](const HeldClause &newer) { return newer.agreement == older.agreement; });
    for (const HeldClause &newer : m_newer.value(domain::ThingRef::toText(older.ref()))) {
        if (newer.clause != older.clause)
            found.append(newer);
    }
    found.removeIf([&older](const HeldClause &newer) {
        const auto &parties = newer.agreement->parties;
        return std::none_of(parties.begin(), parties.end(), [&older](const domain::Party &party) {
            return party.firm == older.clause->counterparty;
        });
    });
    return found;
}

} // namespace entente::analysis
