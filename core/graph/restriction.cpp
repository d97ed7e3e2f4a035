#include "graph/restriction.h"

namespace entente::graph {

using domain::Agreement;
using domain::DefinedTerm;
using domain::Firm;
using domain::Scenario;

namespace {

QSet<domain::FirmId> firmsShown(const Scenario &scenario, const RelationGraph &graph, const Subset &shown)
{
    QSet<domain::FirmId> firms;
    for (int i = 0; i < graph.firms.size(); ++i) {
        for (domain::FirmId id = graph.firms[i].id; shown.firms.testBit(i) && !id.isEmpty();
             id = scenario.firm(id)->partOf)
            firms.insert(id);
    }
    return firms;
}

QSet<domain::AgreementId> agreementsShown(const RelationGraph &graph, const Subset &shown)
{
    QSet<domain::AgreementId> agreements;
    for (int i = 0; i < graph.agreements.size(); ++i) {
        if (shown.agreements.testBit(i))
            agreements.insert(graph.agreements[i].id);
    }
    return agreements;
}

// A term is referred to by clauses, their exceptions and the terms that are narrower than it.
class TermsReferredTo
{
public:
    explicit TermsReferredTo(const Scenario &scenario)
        : m_scenario(scenario)
    {
        for (const Agreement &agreement : scenario.agreements) {
            for (const domain::Clause &clause : agreement.clauses) {
                add(clause.action);
                add(clause.object);
                add(clause.exceptions);
            }
        }
    }

    bool contains(const DefinedTerm &term) const { return m_terms.contains(term.id); }

private:
    void add(const QList<domain::Exception> &exceptions)
    {
        for (const domain::Exception &exception : exceptions) {
            add(exception.action);
            add(exception.object);
            add(exception.exceptions);
        }
    }

    void add(const QString &id)
    {
        const DefinedTerm *term = m_scenario.term(domain::TermId(id));
        if (!term || m_terms.contains(term->id))
            return;
        m_terms.insert(term->id);
        for (const domain::NarrowerThan &narrower : term->narrowerThan)
            add(narrower.term.text());
    }

    const Scenario &m_scenario;
    QSet<domain::TermId> m_terms;
};

class SourcesReferredTo
{
public:
    explicit SourcesReferredTo(const Scenario &scenario)
    {
        for (const Firm &firm : scenario.firms)
            add(firm.cites);
        for (const DefinedTerm &term : scenario.terms) {
            add(term.cites);
            for (const domain::NarrowerThan &narrower : term.narrowerThan) {
                add(narrower.cites);
                for (const domain::Position &position : narrower.positions)
                    add(position.cites);
            }
        }
        for (const Agreement &agreement : scenario.agreements) {
            for (int number : domain::sourceNumbers(scenario, agreement))
                m_sources.insert(scenario.sources.at(number - 1).id);
        }
    }

    bool contains(const domain::Source &source) const { return m_sources.contains(source.id); }

private:
    void add(const domain::Cites &cites)
    {
        for (const domain::Cite &cite : cites)
            m_sources.insert(cite.source);
    }

    QSet<domain::SourceId> m_sources;
};

void keepPositionsOf(const QSet<domain::FirmId> &firms, Scenario &scenario)
{
    const auto keep = [&firms](domain::Positions &positions) {
        positions.removeIf([&firms](const domain::Position &position) {
            return !position.by.isEmpty() && !firms.contains(position.by);
        });
    };
    for (DefinedTerm &term : scenario.terms) {
        for (domain::NarrowerThan &narrower : term.narrowerThan)
            keep(narrower.positions);
    }
    for (Agreement &agreement : scenario.agreements) {
        keep(agreement.positions);
        for (domain::Amount &amount : agreement.amounts)
            keep(amount.condition.positions);
        for (domain::Clause &clause : agreement.clauses) {
            keep(clause.positions);
            keep(clause.condition.positions);
        }
    }
}

} // namespace

void ShownIds::unite(const ShownIds &other)
{
    firms.unite(other.firms);
    agreements.unite(other.agreements);
}

ShownIds shownIds(const Scenario &scenario, const RelationGraph &graph, const Subset &shown)
{
    return {firmsShown(scenario, graph, shown), agreementsShown(graph, shown)};
}

Scenario restrictedTo(Scenario scenario, const ShownIds &shown)
{
    scenario.firms.removeIf([&](const Firm &firm) { return !shown.firms.contains(firm.id); });
    scenario.agreements.removeIf([&](const Agreement &a) { return !shown.agreements.contains(a.id); });
    keepPositionsOf(shown.firms, scenario);
    const TermsReferredTo terms(scenario);
    scenario.terms.removeIf([&](const DefinedTerm &term) { return !terms.contains(term); });
    const SourcesReferredTo sources(scenario);
    scenario.sources.removeIf([&](const domain::Source &source) { return !sources.contains(source); });
    scenario.index();
    return scenario;
}

Scenario restrictedTo(Scenario scenario, const RelationGraph &graph, const Subset &shown)
{
    const ShownIds ids = shownIds(scenario, graph, shown);
    return restrictedTo(std::move(scenario), ids);
}

} // namespace entente::graph
