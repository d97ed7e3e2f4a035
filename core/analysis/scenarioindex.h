#pragma once

#include "analysis/heldclause.h"
#include "domain/naming.h"

#include <QHash>

#include <optional>

namespace entente::analysis {

// What judging asks of a scenario again and again, looked up once. The scenario outlives it, unchanged;
// one thread asks.
class ScenarioIndex
{
public:
    explicit ScenarioIndex(const domain::Scenario &scenario);

    const domain::Scenario &scenario() const { return m_scenario; }
    domain::FirmId rootOf(const domain::FirmId &firm) const; // of its part_of tree; itself where unknown
    bool inOneGroup(const domain::FirmId &a, const domain::FirmId &b) const { return rootOf(a) == rootOf(b); }
    HeldClause held(const domain::ClauseRef &ref) const; // without a clause where there is none

    // As sentences call them, told apart where titles are equal: “Investment (Amazon)”, “Any cloud” of
    // “Amended agreement”.
    QString nameOf(const domain::Agreement &agreement) const;
    QString nameOf(const HeldClause &held) const;

    // What says that it supersedes the clause or its agreement, and binds whom the clause is owed to: only
    // that can end it. Without a clause it is the agreement as a whole.
    QList<HeldClause> newerThan(const HeldClause &older) const;

private:
    void addRoots();
    void addSupersessions();

    const domain::Scenario &m_scenario;
    mutable std::optional<domain::AgreementNames> m_names; // once asked for: most judgements say nothing
    QHash<domain::FirmId, domain::FirmId> m_roots;
    QHash<QString, QList<HeldClause>> m_newer; // by "agreement" or "agreement/clause"
};

} // namespace entente::analysis
