#include "analysis/excerpt.h"

#include <QSet>

#include <algorithm>

namespace entente::analysis {

namespace {

// Gathers firms and terms with all that they are part of or narrower than.
class Upward
{
public:
    explicit Upward(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {}

    void add(const QString &thing)
    {
        QStringList open{thing};
        while (!open.isEmpty()) {
            const QString at = open.takeLast();
            if (at.isEmpty() || m_things.contains(at))
                continue;
            m_things.insert(at);
            if (const domain::Firm *firm = m_scenario.firm(domain::FirmId(at)))
                open.append(firm->partOf.text());
            if (const domain::DefinedTerm *term = m_scenario.term(domain::TermId(at))) {
                for (const domain::NarrowerThan &narrower : term->narrowerThan)
                    open.append(narrower.term.text());
            }
        }
    }

    void copyInto(domain::Scenario &excerpt) const
    {
        for (const QString &thing : m_things) {
            if (const domain::Firm *firm = m_scenario.firm(domain::FirmId(thing)))
                excerpt.firms.append(*firm);
            if (const domain::DefinedTerm *term = m_scenario.term(domain::TermId(thing)))
                excerpt.terms.append(*term);
        }
    }

private:
    const domain::Scenario &m_scenario;
    QSet<QString> m_things;
};

// Keeps of each agreement only the clauses that are asked for.
void addClause(domain::Scenario &excerpt, const HeldClause &held)
{
    auto place = std::find_if(excerpt.agreements.begin(), excerpt.agreements.end(),
                              [&held](const domain::Agreement &a) { return a.id == held.agreement->id; });
    if (place == excerpt.agreements.end()) {
        excerpt.agreements.append(*held.agreement);
        place = std::prev(excerpt.agreements.end());
        place->clauses.clear();
    }
    const bool isNew = held.clause && std::none_of(place->clauses.begin(), place->clauses.end(),
                                                   [&held](const domain::Clause &clause) {
                                                       return clause.id == held.clause->id;
                                                   });
    if (isNew)
        place->clauses.append(*held.clause);
}

} // namespace

domain::Scenario excerptFor(const ScenarioIndex &index, const HeldClause &a, const HeldClause &b)
{
    domain::Scenario excerpt;
    excerpt.asOf = index.scenario().asOf; // what has no date is as written then
    Upward upward(index.scenario());
    for (const HeldClause &held : {a, b}) {
        const domain::Clause &clause = *held.clause;
        for (const QString &thing : {clause.action, clause.object, clause.bearer.text(),
                                     clause.onlyThrough.text(), clause.through.text()})
            upward.add(thing);
        addClause(excerpt, held);
        for (const HeldClause &newer : index.newerThan(held))
            addClause(excerpt, newer);
    }
    upward.copyInto(excerpt);
    excerpt.index();
    return excerpt;
}

} // namespace entente::analysis
