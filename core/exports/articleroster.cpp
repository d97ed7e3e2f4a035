#include "exports/articlecontext.h"

namespace entente::exports::article {

using domain::Agreement;
using domain::ThingRef;

namespace {

class RosterMaker
{
public:
    explicit RosterMaker(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {}

    Roster make()
    {
        for (const domain::Firm &firm : m_scenario.firms)
            m_roster.groups[m_scenario.rootOf(firm.id)].append(&firm);
        for (const Agreement &agreement : m_scenario.agreements)
            takeAgreement(agreement);
        for (const domain::DefinedTerm &term : m_scenario.terms) {
            for (const domain::NarrowerThan &narrower : term.narrowerThan)
                take(narrower.positions, {nullptr, ThingRef::of(term.id), false, narrower.term});
        }
        return std::move(m_roster);
    }

private:
    void takeAgreement(const Agreement &agreement)
    {
        for (const domain::Party &party : agreement.parties) {
            QList<const Agreement *> &known = m_roster.agreements[party.firm];
            if (known.isEmpty() || known.last() != &agreement) // a firm may be a party in two roles
                known.append(&agreement);
        }
        for (int number : domain::sourceNumbers(m_scenario, agreement))
            m_roster.supported[number].append(&agreement);
        take(agreement.positions, {nullptr, ThingRef::of(agreement.id), false, {}});
        for (const domain::Clause &clause : agreement.clauses) {
            const ThingRef ref = ThingRef::of(domain::ClauseRef{agreement.id, clause.id});
            take(clause.positions, {nullptr, ref, false, {}});
            take(clause.condition.positions, {nullptr, ref, true, {}});
        }
    }

    void take(const domain::Positions &positions, Statement statement)
    {
        for (const domain::Position &position : positions) {
            statement.position = &position;
            m_roster.statements[position.by].append(statement);
        }
    }

    const domain::Scenario &m_scenario;
    Roster m_roster;
};

} // namespace

Roster rosterOf(const domain::Scenario &scenario)
{
    return RosterMaker(scenario).make();
}

} // namespace entente::exports::article
