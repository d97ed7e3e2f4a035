#include "exports/articles.h"

#include <QHash>

#include <algorithm>

namespace entente::exports {

using domain::Agreement;
using domain::Amount;
using domain::ThingRef;

namespace {

template <typename E> QString readable(const std::optional<E> &value)
{
    return value ? domain::toReadable(domain::toWord(*value)) : QString();
}

QString bindingOf(const Agreement &agreement)
{
    if (!agreement.binding)
        return QStringLiteral("not known");
    return *agreement.binding ? QStringLiteral("yes") : QStringLiteral("no");
}

domain::Cites citesOfFact(const Agreement &agreement, const char *key)
{
    return agreement.factCites.value(QString::fromLatin1(key));
}

void writeStanding(Markup &out, const Agreement &agreement)
{
    out.row(QStringLiteral("Status"),
            readable(agreement.status) + out.citeMarks(citesOfFact(agreement, "status")));
    out.row(QStringLiteral("Binding"), bindingOf(agreement));
    out.row(QStringLiteral("Evidence"), domain::toWord(agreement.evidence));
    out.row(QStringLiteral("Performance"), readable(agreement.performance));
}

void writeDates(Markup &out, const Agreement &agreement)
{
    const auto date = [&](const char *label, const std::optional<domain::EventDate> &value, const char *key) {
        if (value)
            out.row(QString::fromLatin1(label),
                    Markup::escaped(domain::toWords(*value)) + out.citeMarks(citesOfFact(agreement, key)));
    };
    if (agreement.period)
        out.row(QStringLiteral("Period"), Markup::escaped(domain::toWords(*agreement.period)) +
                                              out.citeMarks(citesOfFact(agreement, "period")));
    date("Announced", agreement.announced, "announced");
    date("Signed", agreement.signedOn, "signed");
    date("Trial", agreement.trial, "trial");
    out.row(QStringLiteral("Law"), Markup::escaped(agreement.governingLaw));
    out.row(QStringLiteral("Forum"), Markup::escaped(agreement.forum));
    if (!agreement.partOf.isEmpty())
        out.row(QStringLiteral("Part of"), out.agreementLink(agreement.partOf));
    QStringList amended;
    for (const domain::AgreementId &id : agreement.amends)
        amended.append(out.agreementLink(id));
    out.row(QStringLiteral("Amends"), amended.join(QStringLiteral(", ")));
    out.row(QStringLiteral("Supersedes"), Markup::escaped(agreement.supersedes.join(QStringLiteral(", "))));
}

void writeParties(Markup &out, const Agreement &agreement)
{
    out.heading(QStringLiteral("Parties"));
    for (const domain::Party &party : agreement.parties) {
        const QString role = domain::capitalised(domain::toReadable(party.role));
        out.row(role.isEmpty() ? QStringLiteral("Party") : role, out.firmLink(party.firm));
    }
}

QString amountHtml(const Markup &out, const Amount &amount)
{
    QStringList facts;
    if (amount.value && domain::toFullText(amount) != domain::toShortText(amount))
        facts.append(Markup::escaped(domain::toFullText(amount)));
    if (!amount.text.isEmpty())
        facts.append(QStringLiteral("as written: “%1”").arg(Markup::escaped(amount.text)));
    if (amount.instrument != domain::Instrument::Unstated)
        facts.append(domain::toReadable(domain::toWord(amount.instrument)));
    if (!amount.from.isEmpty() && !amount.to.isEmpty())
        facts.append(out.firmLink(amount.from) + QStringLiteral(" → ") + out.firmLink(amount.to));
    if (amount.over)
        facts.append(Markup::escaped(domain::toWords(*amount.over)));
    if (!amount.condition.isEmpty())
        facts.append(QStringLiteral("if ") + Markup::escaped(domain::toWords(amount.condition)));
    if (!amount.partOfAgreement.isEmpty())
        facts.append(QStringLiteral("part of ") + out.agreementLink(amount.partOfAgreement));
    const QString figure = QStringLiteral("<b>%1</b>").arg(Markup::escaped(domain::toShortText(amount)));
    return (figure + (facts.isEmpty() ? QString() : QStringLiteral(": ")) +
            facts.join(QStringLiteral("; "))) +
           out.citeMarks(amount.cites);
}

// An amount and, below it, its tranches. The reader refuses parts that contain each other.
QString amountTree(const Markup &out, const Agreement &agreement, const Amount &whole)
{
    QString parts;
    for (const Amount &part : agreement.amounts) {
        if (part.partOf == whole.id && part.partOfAgreement.isEmpty())
            parts +=
                QStringLiteral("<li>of which ") + amountTree(out, agreement, part) + QStringLiteral("</li>");
    }
    return amountHtml(out, whole) +
           (parts.isEmpty() ? QString() : QStringLiteral("<ul>") + parts + QStringLiteral("</ul>"));
}

void writeAmounts(Markup &out, const Agreement &agreement)
{
    QStringList wholes;
    for (const Amount &amount : agreement.amounts) {
        if (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())
            wholes.append(amountTree(out, agreement, amount));
    }
    if (wholes.isEmpty())
        return;
    out.heading(QStringLiteral("Amounts"));
    out.list(wholes);
}

void writeStake(Markup &out, const Agreement &agreement)
{
    if (!agreement.stake)
        return;
    const domain::Stake &stake = *agreement.stake;
    const QString about = stake.qualifier == domain::Qualifier::Exact
                              ? QString()
                              : domain::toReadable(domain::toWord(stake.qualifier)) + u' ';
    const auto percent = [&about](const std::optional<domain::Decimal> &share) {
        return share ? about + share->toString() + QStringLiteral(" %") : QString();
    };
    out.heading(QStringLiteral("Stake"));
    out.row(QStringLiteral("Economic"), percent(stake.economic));
    out.row(QStringLiteral("Voting"), percent(stake.voting));
    out.row(QStringLiteral("Board seats"), stake.boardSeats ? QString::number(*stake.boardSeats) : QString());
    out.row(QStringLiteral("Vetoes"), Markup::escaped(stake.vetoRights));
    out.cites(stake.cites);
}

using LinesByAgreement = QHash<domain::AgreementId, QStringList>;

// Links to the conflicts that each agreement's clauses are in.
LinesByAgreement conflictLines(const QList<PageConflict> &conflicts, const domain::Scenario &scenario)
{
    LinesByAgreement lines;
    for (const PageConflict &each : conflicts) {
        const analysis::Conflict &conflict = each.variants.first().conflict;
        const QString link = Markup::link(each.ref, titleOf(each, scenario));
        lines[conflict.prohibiting.agreement].append(link);
        if (conflict.other.agreement != conflict.prohibiting.agreement)
            lines[conflict.other.agreement].append(link);
    }
    return lines;
}

// Of the agreement and of its single facts, each once; its clauses have their own.
domain::Cites allCites(const Agreement &agreement)
{
    domain::Cites all;
    const auto add = [&all](const domain::Cites &more) {
        std::copy_if(more.begin(), more.end(), std::back_inserter(all),
                     [&all](const domain::Cite &cite) { return !all.contains(cite); });
    };
    add(agreement.cites);
    for (const domain::Cites &cites : agreement.factCites)
        add(cites);
    for (const Amount &amount : agreement.amounts)
        add(amount.cites);
    for (const domain::Position &position : agreement.positions)
        add(position.cites);
    return all;
}

QString subtitleOf(const Markup &out, const Agreement &agreement)
{
    const domain::KindInfo *kind = domain::agreementKind(agreement.kind);
    QStringList names;
    for (const domain::Party &party : agreement.parties)
        names.append(Markup::name(out.scenario().nameOf(party.firm)));
    return Markup::escaped(kind ? kind->label : domain::toReadable(agreement.kind)) + QStringLiteral(" · ") +
           names.join(QStringLiteral(" – "));
}

void writeAgreement(Markup &out, const Agreement &agreement, const QStringList &conflicts)
{
    out.openArticle(ThingRef::of(agreement.id), agreement.title, subtitleOf(out, agreement));
    out.raw(QStringLiteral("<p class=\"holds\" hidden></p>\n"));
    writeStanding(out, agreement);
    writeDates(out, agreement);
    out.paragraph(Markup::escaped(agreement.note));
    if (!conflicts.isEmpty()) {
        out.heading(QStringLiteral("In dispute"), true);
        out.list(conflicts);
    }
    writeParties(out, agreement);
    writeAmounts(out, agreement);
    writeStake(out, agreement);
    for (const domain::Clause &clause : agreement.clauses) {
        out.openSection(ThingRef::of(domain::ClauseRef{agreement.id, clause.id}),
                        QStringLiteral("Clause: ") + titleOf(clause));
        writeClauseBody(out, clause);
        out.closeSection();
    }
    if (!agreement.positions.isEmpty()) {
        out.heading(QStringLiteral("Who says what"));
        out.positions(agreement.positions);
    }
    if (const domain::Cites cites = allCites(agreement); !cites.isEmpty()) {
        out.heading(QStringLiteral("Sources"));
        out.cites(cites);
    }
    out.closeArticle();
}

} // namespace

void writeAgreements(Markup &out, const QList<PageConflict> &conflicts)
{
    const LinesByAgreement lines = conflictLines(conflicts, out.scenario());
    for (const Agreement &agreement : out.scenario().agreements)
        writeAgreement(out, agreement, lines.value(agreement.id));
}

} // namespace entente::exports
