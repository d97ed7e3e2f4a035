#include "domain/words.h"
#include "exports/reportsections.h"

namespace entente::exports {

using domain::Agreement;
using domain::Scenario;

namespace {

template <typename E> QString readableWord(const std::optional<E> &value)
{
    return value ? domain::toReadable(domain::toWord(*value)) : QString();
}

QString partiesInWords(const Scenario &scenario, const Agreement &agreement)
{
    QStringList lines;
    for (const domain::Party &party : agreement.parties) {
        const QString role = domain::toReadable(party.role);
        const QString name = scenario.nameOf(party.firm);
        lines.append(role.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, role));
    }
    return lines.join(u'\n');
}

QString amountsInWords(const Agreement &agreement)
{
    QStringList lines;
    for (const domain::Amount &amount : agreement.amounts) {
        if (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())
            lines.append(domain::toShortText(amount));
    }
    if (agreement.stake && agreement.stake->economic)
        lines.append(agreement.stake->economic->toString() + QStringLiteral(" %"));
    return lines.join(u'\n');
}

QString wholeOf(const Scenario &scenario, const Agreement &agreement, const domain::Amount &amount)
{
    if (!amount.partOfAgreement.isEmpty())
        return agreementTitle(scenario, amount.partOfAgreement);
    for (const domain::Amount &whole : agreement.amounts) {
        if (whole.id == amount.partOf)
            return domain::toShortText(whole);
    }
    return {};
}

QList<Cell> amountRow(const Scenario &scenario, const Agreement &agreement, const domain::Amount &amount)
{
    return {agreement.title,
            domain::toShortText(amount),
            amount.value ? Cell::number(*amount.value) : Cell(),
            amount.isMoney() ? amount.currency : amount.unit,
            domain::toReadable(domain::toWord(amount.qualifier)),
            domain::toReadable(domain::toWord(amount.instrument)),
            amount.from.isEmpty() ? QString() : scenario.nameOf(amount.from),
            amount.to.isEmpty() ? QString() : scenario.nameOf(amount.to),
            inWords(amount.over),
            domain::toWords(amount.condition),
            amount.text,
            wholeOf(scenario, agreement, amount),
            numbersOf(scenario, amount.cites)};
}

} // namespace

Section firmsSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Firms"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Firm"), 30},        {QStringLiteral("Kind"), 12},
                             {QStringLiteral("Part of"), 24},     {QStringLiteral("Jurisdiction"), 13},
                             {QStringLiteral("Also called"), 26}, {QStringLiteral("Identifiers"), 26},
                             {QStringLiteral("Note"), 50},        {QStringLiteral("Sources"), 9}};
    for (const domain::Firm &firm : scenario.firms) {
        QStringList identifiers;
        for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
            identifiers.append(it.key() + QStringLiteral(": ") + it.value());
        section.table.rows.append({firm.name, domain::toReadable(domain::toWord(firm.kind)),
                                   firm.partOf.isEmpty() ? QString() : scenario.nameOf(firm.partOf),
                                   firm.jurisdiction, firm.aliases.join(QStringLiteral(", ")),
                                   identifiers.join(u'\n'), firm.note, numbersOf(scenario, firm.cites)});
    }
    return section;
}

Section agreementsSection(const Scenario &scenario, const analysis::AsOf &asOf)
{
    Section section{QStringLiteral("Agreements"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Agreement"), 30}, {QStringLiteral("Kind"), 18},
                             {QStringLiteral("Parties"), 34},   {QStringLiteral("Amounts"), 16},
                             {QStringLiteral("Status"), 13},    {QStringLiteral("Holds then"), 26},
                             {QStringLiteral("Binding"), 10},   {QStringLiteral("Evidence"), 11},
                             {QStringLiteral("Period"), 28},    {QStringLiteral("Announced"), 18},
                             {QStringLiteral("Signed"), 18},    {QStringLiteral("Note"), 50},
                             {QStringLiteral("Sources"), 9}};
    for (const Agreement &agreement : scenario.agreements)
        section.table.rows.append(
            {agreement.title, domain::kindInWords(agreement.kind), partiesInWords(scenario, agreement),
             amountsInWords(agreement), readableWord(agreement.status),
             holdsInWords(analysis::holding(agreement, asOf)), domain::bindingInWords(agreement.binding),
             domain::toWord(agreement.evidence), inWords(agreement.period), Cell::date(agreement.announced),
             Cell::date(agreement.signedOn), agreement.note,
             inWords(domain::sourceNumbers(scenario, agreement))});
    return section;
}

Section partiesSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Parties"), {}, {}, {}, true};
    section.table.columns = {{QStringLiteral("Agreement"), 30},
                             {QStringLiteral("Firm"), 30},
                             {QStringLiteral("Role"), 16},
                             {QStringLiteral("Group"), 30}};
    for (const Agreement &agreement : scenario.agreements) {
        for (const domain::Party &party : agreement.parties)
            section.table.rows.append({agreement.title, scenario.nameOf(party.firm),
                                       domain::toReadable(party.role),
                                       scenario.nameOf(scenario.rootOf(party.firm))});
    }
    return section;
}

Section amountsSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Amounts"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Agreement"), 30},   {QStringLiteral("Amount"), 14},
                             {QStringLiteral("Value"), 20, true}, {QStringLiteral("Currency or unit"), 16},
                             {QStringLiteral("Qualifier"), 12},   {QStringLiteral("Instrument"), 20},
                             {QStringLiteral("From"), 22},        {QStringLiteral("To"), 22},
                             {QStringLiteral("Over"), 28},        {QStringLiteral("If"), 30},
                             {QStringLiteral("As written"), 36},  {QStringLiteral("Part of"), 20},
                             {QStringLiteral("Sources"), 9}};
    for (const Agreement &agreement : scenario.agreements) {
        for (const domain::Amount &amount : agreement.amounts)
            section.table.rows.append(amountRow(scenario, agreement, amount));
    }
    return section;
}

Section attributesSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Other attributes"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Of"), 36},
                             {QStringLiteral("Attribute"), 24},
                             {QStringLiteral("As in the file"), 60}};
    const auto add = [&section](const QString &thing, const domain::Extras &extras) {
        for (auto it = extras.begin(); it != extras.end(); ++it)
            section.table.rows.append({thing, domain::extraName(it.key()), domain::extraInWords(*it)});
    };
    for (const domain::Firm &firm : scenario.firms)
        add(firm.name, firm.extras);
    for (const domain::DefinedTerm &term : scenario.terms)
        add(term.name, term.extras);
    for (const Agreement &agreement : scenario.agreements) {
        add(agreement.title, agreement.extras);
        for (const domain::Clause &clause : agreement.clauses)
            add(QStringLiteral("%1, clause %2")
                    .arg(agreement.title, clause.title.isEmpty() ? clause.id.text() : clause.title),
                clause.extras);
    }
    for (const domain::Source &source : scenario.sources)
        add(source.title, source.extras);
    return section;
}

Section sourcesSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Sources"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Number"), 8},     {QStringLiteral("Title"), 50},
                             {QStringLiteral("Publisher"), 24}, {QStringLiteral("Author"), 20},
                             {QStringLiteral("Published"), 18}, {QStringLiteral("Read on"), 18},
                             {QStringLiteral("Address"), 50},   {QStringLiteral("Archived at"), 50},
                             {QStringLiteral("Note"), 50}};
    qsizetype number = 0;
    for (const domain::Source &source : scenario.sources)
        section.table.rows.append(
            {Cell::number(++number), source.title,
             source.publisher.isEmpty() ? QStringLiteral("not named") : source.publisher, source.author,
             Cell::date(source.published), Cell::date(source.accessed), Cell::address(source.url),
             Cell::address(source.archivedUrl), source.note});
    return section;
}

} // namespace entente::exports
