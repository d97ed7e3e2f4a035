#include "commandline/description.h"

#include "commandline/moneytext.h"
#include "commandline/resultobject.h"
#include "domain/naming.h"

#include <QSet>

namespace entente::commandline {

using document::Value;
using domain::Agreement;
using domain::Scenario;

namespace {

Value firmJson(const domain::Firm &firm)
{
    return ObjectWriter()
        .set("id", firm.id.text())
        .set("name", firm.name)
        .set("kind", domain::toWord(firm.kind))
        .orNull("part_of", firm.partOf.text())
        .take();
}

Value amountJson(const domain::Amount &amount)
{
    const QString whole = amount.partOfAgreement.isEmpty()
                              ? amount.partOf.text()
                              : amount.partOfAgreement.text() + u'/' + amount.partOf.text();
    return ObjectWriter(moneyJson(amount))
        .set("id", amount.id.text())
        .orNull("instrument", domain::toWord(amount.instrument))
        .orNull("from", amount.from.text())
        .orNull("to", amount.to.text())
        .orNull("part_of", whole)
        .take();
}

Value positionJson(const domain::Position &position)
{
    return ObjectWriter()
        .set("by", position.by.text())
        .set("stance", domain::toWord(position.stance))
        .orNull("attribution", position.attribution)
        .take();
}

QStringList citedSources(const Scenario &scenario, const Agreement &agreement)
{
    QStringList ids;
    for (int number : domain::sourceNumbers(scenario, agreement))
        ids.append(scenario.sources[number - 1].id.text());
    return ids;
}

Value agreementJson(const Scenario &scenario, const Agreement &agreement, const analysis::AsOf &asOf)
{
    QStringList clauses;
    for (const domain::Clause &clause : agreement.clauses)
        clauses.append(clause.id.text());
    const auto party = [](const domain::Party &p) {
        return ObjectWriter().set("firm", p.firm.text()).orNull("role", p.role).take();
    };
    return ObjectWriter()
        .set("id", agreement.id.text())
        .set("title", agreement.title)
        .set("kind", agreement.kind)
        .set("heading", domain::toLabel(agreement.heading()))
        .orNull("status", agreement.status ? domain::toWord(*agreement.status) : QString())
        .set("evidence", domain::toWord(agreement.evidence))
        .set("holds", analysis::toWord(analysis::holding(agreement, asOf).truth))
        .set("parties", listOf(agreement.parties, party))
        .set("amounts", listOf(agreement.amounts, amountJson))
        .orNull("period", agreement.period ? agreement.period->text() : QString())
        .set("clauses", json(clauses))
        .set("positions", listOf(agreement.positions, positionJson))
        .set("cites", json(citedSources(scenario, agreement)))
        .take();
}

Value termJson(const domain::DefinedTerm &term)
{
    const auto narrower = [](const domain::NarrowerThan &n) {
        return ObjectWriter().set("term", n.term.text()).set("reading", domain::toWord(n.reading)).take();
    };
    return ObjectWriter()
        .set("id", term.id.text())
        .set("name", term.name)
        .set("narrower_than", listOf(term.narrowerThan, narrower))
        .take();
}

Value sourceJson(const domain::Source &source)
{
    return ObjectWriter()
        .set("id", source.id.text())
        .set("title", source.title)
        .orNull("url", source.url)
        .take();
}

struct Counts
{
    int clauses = 0;
    int positions = 0;
};

Counts countWithin(const Scenario &scenario)
{
    Counts counts;
    for (const Agreement &agreement : scenario.agreements) {
        counts.clauses += int(agreement.clauses.size());
        counts.positions += int(agreement.positions.size());
        for (const domain::Amount &amount : agreement.amounts)
            counts.positions += int(amount.condition.positions.size());
        for (const domain::Clause &clause : agreement.clauses)
            counts.positions += int(clause.positions.size() + clause.condition.positions.size());
    }
    for (const domain::DefinedTerm &term : scenario.terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan)
            counts.positions += int(narrower.positions.size());
    }
    return counts;
}

} // namespace

Value describeAsJson(const Scenario &scenario, const analysis::AsOf &asOf)
{
    const Counts within = countWithin(scenario);
    const Value counts = ObjectWriter()
                             .set("firms", json(int(scenario.firms.size())))
                             .set("agreements", json(int(scenario.agreements.size())))
                             .set("clauses", json(within.clauses))
                             .set("positions", json(within.positions))
                             .set("sources", json(int(scenario.sources.size())))
                             .take();
    Value result = jsonResult(QStringLiteral("describe"));
    result.set(QStringLiteral("title"), json(scenario.title));
    result.set(QStringLiteral("as_of"), json(asOf.toText()));
    result.set(QStringLiteral("hypothetical"), Value::boolean(scenario.hypothetical));
    result.set(QStringLiteral("firms"), listOf(scenario.firms, firmJson));
    result.set(QStringLiteral("agreements"), listOf(scenario.agreements, [&](const Agreement &agreement) {
                   return agreementJson(scenario, agreement, asOf);
               }));
    result.set(QStringLiteral("defined_terms"), listOf(scenario.terms, termJson));
    result.set(QStringLiteral("sources"), listOf(scenario.sources, sourceJson));
    result.set(QStringLiteral("counts"), counts);
    return result;
}

namespace {

QString holdsInWords(const Agreement &agreement, const analysis::AsOf &asOf)
{
    const analysis::Holding holding = analysis::holding(agreement, asOf);
    switch (holding.truth) {
    case analysis::Truth::Yes:
        return QStringLiteral("holds");
    case analysis::Truth::Depends:
        return QStringLiteral("may hold: %1").arg(holding.because);
    case analysis::Truth::No:
        break;
    }
    return QStringLiteral("does not hold: %1").arg(holding.because);
}

QString agreementText(const Scenario &scenario, const Agreement &agreement, const analysis::AsOf &asOf)
{
    QStringList parties;
    for (const domain::Party &party : agreement.parties) {
        const QString role =
            party.role.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(domain::toReadable(party.role));
        parties.append(scenario.nameOf(party.firm) + role);
    }
    QStringList facts;
    if (agreement.status)
        facts.append(domain::toReadable(domain::toWord(*agreement.status)));
    facts.append(domain::toWord(agreement.evidence));
    if (agreement.period)
        facts.append(domain::toWords(*agreement.period));
    facts.append(holdsInWords(agreement, asOf));
    QString text = QStringLiteral("  %1 [%2]\n    %3\n    %4\n")
                       .arg(agreement.title, agreement.id.text(), parties.join(QStringLiteral(", ")),
                            facts.join(QStringLiteral("; ")));
    for (const domain::Amount &amount : agreement.amounts) {
        const QString indent = amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty()
                                   ? QStringLiteral("    ")
                                   : QStringLiteral("      of which ");
        text +=
            indent + domain::toShortText(amount) +
            (amount.condition.isEmpty() ? QString()
                                        : QStringLiteral(", if %1").arg(domain::toWords(amount.condition))) +
            u'\n';
    }
    for (const domain::Clause &clause : agreement.clauses) {
        text += QStringLiteral("    clause %1: %2\n").arg(clause.id.text(), domain::titleOf(clause));
    }
    return text;
}

QString firmsText(const Scenario &scenario)
{
    QString text;
    for (const domain::Firm &firm : scenario.firms) {
        text += QStringLiteral("  %1, %2").arg(firm.name, domain::toReadable(domain::toWord(firm.kind)));
        if (!firm.partOf.isEmpty())
            text += QStringLiteral(" of %1").arg(scenario.nameOf(firm.partOf));
        text += QStringLiteral(" [%1]\n").arg(firm.id.text());
    }
    return text;
}

} // namespace

QString describeAsText(const Scenario &scenario, const analysis::AsOf &asOf)
{
    QString text = scenario.title + u'\n';
    text += asOf.date ? QStringLiteral("as of %1\n").arg(domain::toWords(*asOf.date))
                      : QStringLiteral("at any date\n");
    if (scenario.hypothetical)
        text += QStringLiteral("hypothetical: this is imagined, not reported\n");
    if (!scenario.summary.isEmpty())
        text += scenario.summary + u'\n';
    text += QStringLiteral("\nFirms and people\n") + firmsText(scenario);
    for (domain::Heading heading : {domain::Heading::Agreements, domain::Heading::OwnershipAndControl,
                                    domain::Heading::Proceedings, domain::Heading::Policies}) {
        QString section;
        for (const Agreement &agreement : scenario.agreements) {
            if (agreement.heading() == heading)
                section += agreementText(scenario, agreement, asOf);
        }
        if (!section.isEmpty())
            text += u'\n' + domain::toLabel(heading) + u'\n' + section;
    }
    text += QStringLiteral("\nSources\n");
    for (qsizetype i = 0; i < scenario.sources.size(); ++i) {
        const domain::Source &source = scenario.sources[i];
        text += QStringLiteral("  %1 %2 %3")
                    .arg(i + 1)
                    .arg(source.title, source.url)
                    .trimmed()
                    .prepend(QStringLiteral("  ")) +
                u'\n';
    }
    return text;
}

} // namespace entente::commandline
