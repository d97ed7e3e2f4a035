#include "exports/articleparts.h"

#include <algorithm>

namespace entente::exports::article {

using domain::Agreement;
using domain::Amount;
using domain::Firm;
using domain::FirmId;

namespace {

QString firmKindOf(const Firm &firm)
{
    return domain::toReadable(domain::toWord(firm.kind));
}

// "Division of Amazon", "Amazon Web Services, division of Amazon" after its name.
Text withWhole(const Context &context, const QString &before, const Firm &firm)
{
    return firm.partOf.isEmpty() ? plain(before)
                                 : plain(before + QStringLiteral(" of ")) + context.linkTo(firm.partOf);
}

enum class Way { Out, In, Beside };

Way wayOf(const Agreement &agreement, const FirmId &firm)
{
    for (const domain::Party &party : agreement.parties) {
        const domain::RoleSide side = domain::roleIn(agreement.kind, party.role).side;
        if (party.firm == firm && side == domain::RoleSide::Source)
            return Way::Out;
        if (party.firm == firm && side == domain::RoleSide::Target)
            return Way::In;
    }
    return Way::Beside;
}

// "$110B"; of a sum that several share, "$30B of $110B": the tranches that the firm gives or gets.
QString amountOf(const Agreement &agreement, const FirmId &firm)
{
    const Amount *whole = domain::mainAmount(agreement);
    if (!whole)
        return {};
    QStringList own;
    bool isShared = false;
    for (const Amount &part : agreement.amounts) {
        if (part.partOf != whole->id || !part.partOfAgreement.isEmpty())
            continue;
        if (part.from == firm || part.to == firm)
            own.append(domain::toShortText(part));
        else
            isShared = isShared || !part.from.isEmpty() || !part.to.isEmpty();
    }
    const QString all = domain::toShortText(*whole);
    return isShared && !own.isEmpty() ? QStringLiteral("%1 of %2").arg(own.join(QStringLiteral(" + ")), all)
                                      : all;
}

// "Cloud purchase · $138B, as customer, with AWS".
Text agreementLine(const Context &context, const Agreement &agreement, const FirmId &firm)
{
    QList<Text> others;
    QString role;
    for (const domain::Party &party : agreement.parties) {
        if (party.firm == firm)
            role = domain::toReadable(party.role);
        else
            others.append(context.linkTo(party.firm));
    }
    Text line = context.linkTo(agreement.id);
    if (const QString amount = amountOf(agreement, firm); !amount.isEmpty())
        line += plain(QStringLiteral(" · ")) + strong(amount);
    if (!role.isEmpty())
        line += plain(QStringLiteral(", as ") + role);
    if (!others.isEmpty())
        line += plain(QStringLiteral(", with ")) + joined(others, QStringLiteral(", "));
    return line;
}

QList<Section> agreementsOf(const Context &context, const FirmId &firm)
{
    const QList<const Agreement *> agreements = context.roster().agreements.value(firm);
    const std::pair<Way, QString> ways[] = {{Way::Out, QStringLiteral("Agreements out")},
                                            {Way::In, QStringLiteral("Agreements in")},
                                            {Way::Beside, QStringLiteral("Other agreements")}};
    QList<Section> sections;
    for (const auto &[way, title] : ways) {
        Points lines;
        for (const Agreement *agreement : agreements) {
            if (wayOf(*agreement, firm) == way)
                lines.points.append({agreementLine(context, *agreement, firm), {}});
        }
        QList<Block> blocks;
        add(blocks, lines);
        sections.append(sectionOf(QStringLiteral("%1 · %2").arg(title).arg(lines.points.size()), blocks));
    }
    return sections;
}

// "Affirms the clause", "Denies that a part is a kind of whole", "Takes no side on whether …".
Text statementText(const Context &context, const Statement &statement)
{
    const bool isOpen = statement.position->stance == domain::StanceKind::Open;
    const QString stance = domain::capitalised(domain::toStanceWords(statement.position->stance));
    const QString before = stance + (isOpen ? QStringLiteral(" on ") : QStringLiteral(" "));
    const QString that = before + (isOpen ? QStringLiteral("whether ") : QStringLiteral("that "));
    if (statement.on.kind == domain::ThingKind::Agreement)
        return plain(before) + context.linkTo(domain::AgreementId(statement.on.id));
    if (statement.on.kind == domain::ThingKind::Term)
        return plain(that + QStringLiteral("a ")) + context.linkTo(domain::TermId(statement.on.id)) +
               plain(QStringLiteral(" is a kind of ")) + context.linkTo(statement.wider);
    const Text clause = context.linkTo(statement.on.clauseRef());
    return statement.isOfCondition
               ? plain(that + QStringLiteral("the condition of ")) + clause + plain(QStringLiteral(" is met"))
               : plain(before) + clause;
}

Section statementsOf(const Context &context, const FirmId &firm)
{
    Points lines;
    for (const Statement &statement : context.roster().statements.value(firm)) {
        Text line = statementText(context, statement);
        if (!statement.position->text.isEmpty())
            line += plain(QStringLiteral(": ") + statement.position->text);
        lines.points.append({context.marked(line, statement.position->cites), {}});
    }
    QList<Block> blocks;
    add(blocks, lines);
    return sectionOf(QStringLiteral("Positions"), blocks);
}

Section groupOf(const Context &context, const Firm &firm)
{
    Points lines;
    for (const Firm *other : context.roster().groups.value(context.scenario().rootOf(firm.id))) {
        if (other->id != firm.id)
            lines.points.append({context.linkTo(other->id) +
                                     withWhole(context, QStringLiteral(", ") + firmKindOf(*other), *other),
                                 {}});
    }
    QList<Block> blocks;
    add(blocks, lines);
    return sectionOf(QStringLiteral("Group"), blocks);
}

QList<Block> factsOfFirm(const Context &context, const Firm &firm)
{
    QList<Row> rows{{QStringLiteral("Also called"), plain(firm.aliases.join(QStringLiteral(", ")))},
                    {QStringLiteral("Jurisdiction"), plain(firm.jurisdiction)},
                    {QStringLiteral("Legal form"), plain(firm.legalForm)}};
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        rows.append({it.key(), plain(it.value())});
    QList<Block> blocks;
    add(blocks, rows);
    add(blocks, Paragraph{context.marked(plain(firm.note), firm.cites)});
    return blocks;
}

} // namespace

Article articleOn(const Context &context, const Firm &firm)
{
    Article article{domain::ThingRef::of(firm.id),
                    firm.name,
                    withWhole(context, domain::capitalised(firmKindOf(firm)), firm),
                    {},
                    {}};
    article.sections.append(sectionOf({}, factsOfFirm(context, firm)));
    article.sections += agreementsOf(context, firm.id);
    article.sections += {statementsOf(context, firm.id), groupOf(context, firm), otherAttributes(firm.extras),
                         sourcesOf(context, firm.cites)};
    return article;
}

} // namespace entente::exports::article
