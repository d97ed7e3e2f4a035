#include "exports/articleparts.h"

namespace entente::exports::article {

using domain::Agreement;
using domain::Amount;
using domain::ThingRef;

namespace {

Text subtitleOf(const Context &context, const Agreement &agreement)
{
    QList<Text> names;
    for (const domain::Party &party : agreement.parties)
        names.append(named(context.scenario().nameOf(party.firm)));
    return plain(domain::kindInWords(agreement.kind) + QStringLiteral(" · ")) +
           joined(names, QStringLiteral(" – "));
}

// Those of the subject's conflicts that the agreement's clauses are in.
QList<analysis::Conflict> conflictsWith(const Context &context, const Agreement &agreement)
{
    QList<analysis::Conflict> conflicts = context.subject().conflicts;
    conflicts.removeIf([&agreement](const analysis::Conflict &conflict) {
        return conflict.prohibiting.agreement != agreement.id && conflict.other.agreement != agreement.id;
    });
    return conflicts;
}

QStringList agreementTags(const Agreement &agreement, bool isInDispute)
{
    QStringList tags;
    if (agreement.status)
        tags.append(domain::toReadable(domain::toWord(*agreement.status)));
    if (agreement.binding)
        tags.append(*agreement.binding ? QStringLiteral("binding") : QStringLiteral("not binding"));
    tags.append(domain::toWord(agreement.evidence));
    if (isInDispute)
        tags.append(QStringLiteral("in dispute"));
    return tags;
}

QString precisionOf(const domain::EventDate &date)
{
    switch (date.precision()) {
    case domain::EventDate::Precision::Decade:
        return QStringLiteral(" (decade known)");
    case domain::EventDate::Precision::Year:
        return QStringLiteral(" (year known)");
    case domain::EventDate::Precision::Month:
        return QStringLiteral(" (month known)");
    case domain::EventDate::Precision::Day:
        break;
    }
    return {};
}

Text dateOf(const std::optional<domain::EventDate> &date)
{
    return date ? plain(domain::toWords(*date) + precisionOf(*date)) : Text();
}

QList<Row> standingOf(const Context &context, const Agreement &agreement)
{
    const auto cited = [&](const Text &text, const char *fact) {
        return context.marked(text, agreement.factCites.value(QString::fromLatin1(fact)));
    };
    QList<Text> amended;
    for (const domain::AgreementId &id : agreement.amends)
        amended.append(context.linkTo(id));
    return {{QStringLiteral("Status"), cited(inWords(agreement.status), "status")},
            {QStringLiteral("Binding"), plain(domain::bindingInWords(agreement.binding))},
            {QStringLiteral("Evidence"), plain(domain::toWord(agreement.evidence))},
            {QStringLiteral("Performance"), inWords(agreement.performance)},
            {QStringLiteral("Period"), cited(inWords(agreement.period), "period")},
            {QStringLiteral("Announced"), cited(dateOf(agreement.announced), "announced")},
            {QStringLiteral("Signed"), cited(dateOf(agreement.signedOn), "signed")},
            {QStringLiteral("Trial"), cited(dateOf(agreement.trial), "trial")},
            {QStringLiteral("Law"), plain(agreement.governingLaw)},
            {QStringLiteral("Forum"), plain(agreement.forum)},
            {QStringLiteral("Part of"), context.linkTo(agreement.partOf)},
            {QStringLiteral("Amends"), joined(amended, QStringLiteral(", "))},
            {QStringLiteral("Supersedes"), supersededBy(context, agreement.supersedes)}};
}

Section partiesOf(const Context &context, const Agreement &agreement)
{
    QList<Row> rows;
    for (const domain::Party &party : agreement.parties) {
        const QString role = domain::capitalised(domain::toReadable(party.role));
        rows.append({role.isEmpty() ? QStringLiteral("Party") : role, context.linkTo(party.firm)});
    }
    QList<Block> blocks;
    add(blocks, rows);
    return sectionOf(QStringLiteral("Parties"), blocks);
}

QString shareInWords(const domain::Stake &stake, const std::optional<domain::Decimal> &share)
{
    if (!share)
        return {};
    const QString about = stake.qualifier == domain::Qualifier::Exact
                              ? QString()
                              : domain::toReadable(domain::toWord(stake.qualifier)) + u' ';
    return about + share->toString() + QStringLiteral(" %");
}

QList<Block> stakeOf(const Context &context, const Agreement &agreement)
{
    QList<Block> blocks;
    if (!agreement.stake)
        return blocks;
    const domain::Stake &stake = *agreement.stake;
    QList<Row> rows{{QStringLiteral("Economic"), plain(shareInWords(stake, stake.economic))},
                    {QStringLiteral("Voting"), plain(shareInWords(stake, stake.voting))},
                    {QStringLiteral("Board seats"),
                     plain(stake.boardSeats ? QString::number(*stake.boardSeats) : QString())},
                    {QStringLiteral("Vetoes"), plain(stake.vetoRights)}};
    for (Row &row : rows)
        row.text = context.marked(row.text, stake.cites);
    add(blocks, rows);
    return blocks;
}

Section sectionOn(const Context &context, const Agreement &agreement, const domain::Clause &clause)
{
    const domain::ClauseRef ref{agreement.id, clause.id};
    Section section{plain(QStringLiteral("Clause: ")) + context.linkTo(ref), false, ThingRef::of(ref), {}};
    const analysis::AsOf &asOf = context.subject().asOf;
    if (holdsApart(clause))
        section.blocks.append(Holds{inWords(analysis::holding(clause, agreement, asOf), asOf)});
    section.blocks += bodyOf(context, clause);
    for (const Section &part : {otherAttributes(clause.extras), sourcesOf(context, citesOf(clause))})
        section.blocks += part.blocks;
    return section;
}

// Of the agreement and of its single facts; its clauses have their own.
domain::Cites citesOfAgreement(const Agreement &agreement)
{
    domain::Cites all = agreement.cites;
    for (const domain::Cites &cites : agreement.factCites)
        all += cites;
    for (const Amount &amount : agreement.amounts)
        all += amount.cites;
    if (agreement.stake)
        all += agreement.stake->cites;
    for (const domain::Position &position : agreement.positions)
        all += position.cites;
    return all;
}

QList<Block> factsOfAgreement(const Context &context, const Agreement &agreement)
{
    const analysis::AsOf &asOf = context.subject().asOf;
    QList<Block> blocks{Holds{inWords(analysis::holding(agreement, asOf), asOf)}};
    add(blocks, standingOf(context, agreement));
    add(blocks, Paragraph{plain(agreement.note)});
    return blocks;
}

} // namespace

Article articleOn(const Context &context, const Agreement &agreement)
{
    const QList<analysis::Conflict> conflicts = conflictsWith(context, agreement);
    Article article{ThingRef::of(agreement.id),
                    agreement.title,
                    subtitleOf(context, agreement),
                    agreementTags(agreement, !conflicts.isEmpty()),
                    {}};
    QList<Block> amounts;
    add(amounts, amountsOf(context, agreement));
    QList<Block> positions;
    add(positions, sidesOf(context, agreement.positions));
    article.sections = {sectionOf({}, factsOfAgreement(context, agreement)), conflictsOf(context, conflicts),
                        partiesOf(context, agreement), sectionOf(QStringLiteral("Amounts"), amounts),
                        sectionOf(QStringLiteral("Stake"), stakeOf(context, agreement))};
    for (const domain::Clause &clause : agreement.clauses)
        article.sections.append(sectionOn(context, agreement, clause));
    article.sections += {sectionOf(QStringLiteral("Who says what"), positions),
                         otherAttributes(agreement.extras), sourcesOf(context, citesOfAgreement(agreement))};
    return article;
}

} // namespace entente::exports::article
