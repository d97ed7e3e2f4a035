#include "exports/articlecontext.h"

namespace entente::exports::article {

using domain::ThingRef;

Context::Context(Subject subject, AtHand atHand)
    : m_subject(std::move(subject))
    , m_atHand(std::move(atHand))
{}

QString Context::nameOf(const domain::AgreementId &agreement) const
{
    if (!m_atHand.names)
        m_atHand.names = std::make_shared<const domain::AgreementNames>(scenario());
    return m_atHand.names->of(agreement);
}

const Roster &Context::roster() const
{
    if (!m_atHand.roster)
        m_atHand.roster = std::make_shared<const Roster>(rosterOf(scenario()));
    return *m_atHand.roster;
}

const analysis::ScenarioIndex &Context::index() const
{
    if (!m_index)
        m_index = std::make_unique<analysis::ScenarioIndex>(scenario());
    return *m_index;
}

Text Context::linkTo(const domain::FirmId &firm) const
{
    return scenario().firm(firm) ? link(ThingRef::of(firm), scenario().nameOf(firm)) : named(firm.text());
}

Text Context::linkTo(const domain::AgreementId &agreement) const
{
    return scenario().agreement(agreement) ? link(ThingRef::of(agreement), nameOf(agreement))
                                           : named(agreement.text());
}

Text Context::linkTo(const domain::ClauseRef &clause) const
{
    const domain::Clause *found = scenario().clause(clause);
    return found ? link(ThingRef::of(clause), domain::titleOf(*found)) : named(ThingRef::toText(clause));
}

Text Context::linkTo(const domain::TermId &term) const
{
    const domain::DefinedTerm *found = scenario().term(term);
    return found ? link(ThingRef::of(term), found->name) : named(term.text());
}

Text Context::linkToThing(const QString &id) const
{
    const domain::TermId term(id);
    return scenario().term(term) ? linkTo(term) : linkTo(domain::FirmId(id));
}

Text Context::linkToSuperseded(const QString &id) const
{
    const domain::ClauseRef clause = ThingRef{domain::ThingKind::Clause, id}.clauseRef();
    if (clause.clause.isEmpty())
        return linkTo(domain::AgreementId(id));
    return linkTo(clause) + plain(QStringLiteral(" of ")) + linkTo(clause.agreement);
}

Text Context::linksTo(const QList<domain::FirmId> &firms) const
{
    QList<Text> links;
    for (const domain::FirmId &firm : firms)
        links.append(linkTo(firm));
    return links.isEmpty() ? plain(domain::namesOf(scenario(), firms)) : joined(links, QStringLiteral(", "));
}

Text Context::marked(Text text, const domain::Cites &cites) const
{
    if (text.isEmpty())
        return text;
    QList<Mark> &marks = text.last().marks;
    for (const domain::Cite &cite : cites) {
        const Mark mark{domain::numberOf(scenario(), cite.source), cite.source};
        if (mark.number > 0 && !marks.contains(mark))
            marks.append(mark);
    }
    return text;
}

} // namespace entente::exports::article
