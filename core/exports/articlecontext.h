#pragma once

#include "analysis/conflicts.h"
#include "analysis/scenarioindex.h"
#include "domain/naming.h"
#include "exports/article.h"

#include <memory>

namespace entente::exports::article {

// What articles tell of; the scenario outlives them, unchanged.
struct Subject
{
    const domain::Scenario &scenario;
    analysis::AsOf asOf;                 // what holds is told of this date
    QList<analysis::Conflict> conflicts; // those that agreements and clauses point to
    bool areReadingsChosen = false;      // the scenario reads disputed facts as its reader chose
};

// Something that a firm says of an agreement, a clause, a clause's condition, or of one term being a kind of
// another.
struct Statement
{
    const domain::Position *position = nullptr;
    domain::ThingRef on;
    bool isOfCondition = false;
    domain::TermId wider; // of a term
};

// What articles look up, made in one pass over the scenario.
struct Roster
{
    QHash<domain::FirmId, QList<const domain::Agreement *>> agreements; // by party
    QHash<domain::FirmId, QList<Statement>> statements;                 // by who says it
    QHash<domain::FirmId, QList<const domain::Firm *>> groups;          // by root
    QHash<int, QList<const domain::Agreement *>> supported;             // by number of the source
};
Roster rosterOf(const domain::Scenario &scenario);

// What is at hand of a scenario already; what isn't is made when it is first asked for.
struct AtHand
{
    std::shared_ptr<const domain::AgreementNames> names;
    std::shared_ptr<const Roster> roster;
};

// What every article needs: its subject, links to whatever it names, and what is looked up.
class Context
{
public:
    explicit Context(Subject subject, AtHand atHand = {});

    const domain::Scenario &scenario() const { return m_subject.scenario; }
    const Subject &subject() const { return m_subject; }
    const Roster &roster() const; // made when first asked for, like the next
    const analysis::ScenarioIndex &index() const;
    QString nameOf(const domain::AgreementId &agreement) const;

    // Links to what is there; the id in plain words otherwise.
    Text linkTo(const domain::FirmId &firm) const;
    Text linkTo(const domain::AgreementId &agreement) const;
    Text linkTo(const domain::ClauseRef &clause) const;
    Text linkTo(const domain::TermId &term) const;
    Text linkToThing(const QString &id) const;                // of a defined term or a firm
    Text linkToSuperseded(const QString &id) const;           // "agreement" or "agreement/clause"
    Text linksTo(const QList<domain::FirmId> &firms) const;   // "nobody named" of none
    Text marked(Text text, const domain::Cites &cites) const; // with the numbers of its sources; none of none

private:
    Subject m_subject;
    mutable AtHand m_atHand;
    mutable std::unique_ptr<analysis::ScenarioIndex> m_index;
};

} // namespace entente::exports::article
