#include "window/agreementhtml.h"

#include "window/clausehtml.h"
#include "window/conflicthtml.h"

namespace entente::window {

using domain::Agreement;
using domain::Amount;
using domain::Clause;
using domain::ThingKind;
using domain::ThingRef;

namespace {

QString precisionOf(const domain::EventDate &date)
{
    switch (date.precision()) {
    case domain::EventDate::Precision::Decade:
        return QStringLiteral("decade known");
    case domain::EventDate::Precision::Year:
        return QStringLiteral("year known");
    case domain::EventDate::Precision::Month:
        return QStringLiteral("month known");
    case domain::EventDate::Precision::Day:
        break;
    }
    return {};
}

QString dateHtml(const HtmlWriter &out, const std::optional<domain::EventDate> &date,
                 const domain::Cites &cites)
{
    if (!date)
        return {};
    const QString precision = precisionOf(*date);
    return HtmlWriter::escaped(domain::toWords(*date)) +
           (precision.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(precision)) + out.citeMarks(cites);
}

void writeStanding(HtmlWriter &out, const Agreement &agreement)
{
    QStringList badges;
    if (agreement.status)
        badges.append(domain::toReadable(domain::toWord(*agreement.status)));
    if (agreement.binding)
        badges.append(*agreement.binding ? QStringLiteral("binding") : QStringLiteral("not binding"));
    badges.append(domain::toWord(agreement.evidence));
    for (const analysis::Conflict &conflict : out.session().composition().conflicts) {
        const bool party =
            conflict.prohibiting.agreement == agreement.id || conflict.other.agreement == agreement.id;
        if (party && !badges.contains(QStringLiteral("in dispute")))
            badges.append(QStringLiteral("in dispute"));
    }
    out.badges(badges);
    const analysis::Holding holding = analysis::holding(agreement, out.session().asOf());
    if (holding.truth != analysis::Truth::Yes) {
        const auto &date = out.session().asOf().date;
        out.muted(QStringLiteral("%1 %2: %3.")
                      .arg(holding.truth == analysis::Truth::No ? QStringLiteral("Doesn’t hold")
                                                                : QStringLiteral("May hold"),
                           date ? QStringLiteral("as of %1").arg(domain::toWords(*date))
                                : QStringLiteral("at any date"),
                           HtmlWriter::escaped(holding.because)));
    }
    const auto word = [](const auto &value) {
        return value ? domain::toReadable(domain::toWord(*value)) : QString();
    };
    out.row(QStringLiteral("Status"),
            word(agreement.status) + out.citeMarks(agreement.factCites.value(QStringLiteral("status"))));
    out.row(QStringLiteral("Binding"),
            agreement.binding ? (*agreement.binding ? QStringLiteral("yes") : QStringLiteral("no"))
                              : QStringLiteral("not known"));
    out.row(QStringLiteral("Evidence"), domain::toWord(agreement.evidence));
    out.row(QStringLiteral("Performance"), word(agreement.performance));
}

void writeDates(HtmlWriter &out, const Agreement &agreement)
{
    const auto cites = [&agreement](const char *key) {
        return agreement.factCites.value(QString::fromLatin1(key));
    };
    const QString period = periodHtml(agreement.period);
    out.row(QStringLiteral("Period"), period.isEmpty() ? period : period + out.citeMarks(cites("period")));
    out.row(QStringLiteral("Announced"), dateHtml(out, agreement.announced, cites("announced")));
    out.row(QStringLiteral("Signed"), dateHtml(out, agreement.signedOn, cites("signed")));
    out.row(QStringLiteral("Trial"), dateHtml(out, agreement.trial, cites("trial")));
    out.row(QStringLiteral("Law"), HtmlWriter::escaped(agreement.governingLaw));
    out.row(QStringLiteral("Forum"), HtmlWriter::escaped(agreement.forum));
    if (!agreement.partOf.isEmpty())
        out.row(QStringLiteral("Part of"), out.agreementLink(agreement.partOf));
    QStringList amended;
    for (const domain::AgreementId &id : agreement.amends)
        amended.append(out.agreementLink(id));
    out.row(QStringLiteral("Amends"), amended.join(QStringLiteral(", ")));
    out.row(QStringLiteral("Supersedes"),
            HtmlWriter::escaped(agreement.supersedes.join(QStringLiteral(", "))));
}

void writeParties(HtmlWriter &out, const Agreement &agreement)
{
    out.heading(QStringLiteral("Parties"));
    for (const domain::Party &party : agreement.parties) {
        QString role = domain::toReadable(party.role);
        if (!role.isEmpty())
            role[0] = role[0].toUpper();
        out.row(role.isEmpty() ? QStringLiteral("Party") : role, out.firmLink(party.firm));
    }
}

QString amountLine(const HtmlWriter &out, const Amount &amount)
{
    QString line = QStringLiteral("<b>%1</b>").arg(HtmlWriter::escaped(domain::toShortText(amount)));
    QStringList facts;
    if (amount.value)
        facts.append(HtmlWriter::escaped(domain::toFullText(amount)));
    if (!amount.text.isEmpty())
        facts.append(QStringLiteral("as written: %1").arg(HtmlWriter::escaped(amount.text)));
    if (amount.instrument != domain::Instrument::Unstated)
        facts.append(domain::toReadable(domain::toWord(amount.instrument)));
    if (!amount.from.isEmpty() && !amount.to.isEmpty())
        facts.append(QStringLiteral("%1 → %2").arg(out.firmLink(amount.from), out.firmLink(amount.to)));
    if (amount.over)
        facts.append(periodHtml(amount.over));
    if (!amount.condition.isEmpty())
        facts.append(QStringLiteral("if %1").arg(HtmlWriter::escaped(domain::toWords(amount.condition))));
    if (!amount.partOfAgreement.isEmpty())
        facts.append(QStringLiteral("part of ") + out.agreementLink(amount.partOfAgreement));
    return line + QStringLiteral(": ") + facts.join(QStringLiteral("; ")) + out.citeMarks(amount.cites);
}

// The tranches of an amount, each with its own below it.
QStringList trancheLines(const HtmlWriter &out, const Agreement &agreement, const domain::AmountId &whole)
{
    QStringList lines;
    for (const Amount &part : agreement.amounts) {
        if (part.partOf != whole || !part.partOfAgreement.isEmpty())
            continue;
        QString line = QStringLiteral("of which ") + amountLine(out, part);
        const QStringList nested = trancheLines(out, agreement, part.id);
        if (!nested.isEmpty())
            line += QStringLiteral("<ul><li>%1</li></ul>").arg(nested.join(QStringLiteral("</li><li>")));
        lines.append(line);
    }
    return lines;
}

// The whole, and below it its tranches.
void writeAmounts(HtmlWriter &out, const Agreement &agreement)
{
    if (agreement.amounts.isEmpty())
        return;
    out.heading(QStringLiteral("Amounts"));
    for (const Amount &whole : agreement.amounts) {
        if (!whole.partOf.isEmpty() && whole.partOfAgreement.isEmpty())
            continue;
        out.paragraph(amountLine(out, whole));
        out.list(trancheLines(out, agreement, whole.id));
    }
}

void writeStake(HtmlWriter &out, const Agreement &agreement)
{
    if (!agreement.stake)
        return;
    const domain::Stake &stake = *agreement.stake;
    const auto percent = [&stake](const std::optional<domain::Decimal> &share) {
        const QString about = stake.qualifier == domain::Qualifier::Exact
                                  ? QString()
                                  : domain::toReadable(domain::toWord(stake.qualifier)) + u' ';
        return share ? about + share->toString() + QStringLiteral(" %") : QString();
    };
    out.heading(QStringLiteral("Stake"));
    out.row(QStringLiteral("Economic"), percent(stake.economic) + out.citeMarks(stake.cites));
    out.row(QStringLiteral("Voting"), percent(stake.voting));
    out.row(QStringLiteral("Board seats"), stake.boardSeats ? QString::number(*stake.boardSeats) : QString());
    out.row(QStringLiteral("Vetoes"), HtmlWriter::escaped(stake.vetoRights));
}

void writeConflictSummary(HtmlWriter &out, const analysis::Conflict &conflict,
                          const domain::AgreementId &seenFrom)
{
    const bool certain = conflict.verdict == analysis::Verdict::Conflict;
    const domain::AgreementId other = conflict.prohibiting.agreement == seenFrom
                                          ? conflict.other.agreement
                                          : conflict.prohibiting.agreement;
    const Agreement *agreement = out.scenario().agreement(other);
    out.heading((certain ? QStringLiteral("Conflicts with %1") : QStringLiteral("May conflict with %1"))
                    .arg(agreement ? agreement->title : other.text()),
                true);
    if (!conflict.dependsOn.isEmpty())
        out.paragraph(QStringLiteral("Conflicts %1.").arg(conditionsHtml(conflict)));
    out.paragraph(out.link(conflict.ref(), QStringLiteral("Read why, and who says what")));
}

void writeConflictsOf(HtmlWriter &out, const domain::AgreementId &agreement)
{
    for (const analysis::Conflict &conflict : out.session().composition().conflicts) {
        if (conflict.prohibiting.agreement == agreement || conflict.other.agreement == agreement)
            writeConflictSummary(out, conflict, agreement);
    }
}

// Of the agreement and of its single facts, each once; its clauses have their own.
domain::Cites citesOf(const Agreement &agreement)
{
    domain::Cites all = agreement.cites;
    const auto add = [&all](const domain::Cites &more) {
        for (const domain::Cite &cite : more) {
            if (!all.contains(cite))
                all.append(cite);
        }
    };
    for (const domain::Cites &cites : agreement.factCites)
        add(cites);
    for (const Amount &amount : agreement.amounts)
        add(amount.cites);
    if (agreement.stake)
        add(agreement.stake->cites);
    for (const domain::Position &position : agreement.positions)
        add(position.cites);
    return all;
}

void writeAgreement(HtmlWriter &out, const Agreement &agreement)
{
    const domain::KindInfo *kind = domain::agreementKind(agreement.kind);
    QStringList names;
    for (const domain::Party &party : agreement.parties)
        names.append(HtmlWriter::escaped(out.scenario().nameOf(party.firm)));
    out.title(agreement.title, QStringLiteral("%1 · %2").arg(kind ? kind->label : agreement.kind,
                                                             names.join(QStringLiteral(" – "))));
    writeStanding(out, agreement);
    writeDates(out, agreement);
    if (!agreement.note.isEmpty())
        out.paragraph(HtmlWriter::escaped(agreement.note));
    writeConflictsOf(out, agreement.id);
    writeParties(out, agreement);
    writeAmounts(out, agreement);
    writeStake(out, agreement);
    for (const Clause &clause : agreement.clauses) {
        out.heading(QStringLiteral("Clause: %1").arg(clauseTitle(clause)));
        writeClauseBody(out, clause);
    }
    if (!agreement.positions.isEmpty()) {
        out.heading(QStringLiteral("Who says what"));
        out.positions(agreement.positions);
    }
    out.otherAttributes(agreement.extras);
    out.heading(QStringLiteral("Sources"));
    out.cites(citesOf(agreement));
}

void writeClause(HtmlWriter &out, const Agreement &agreement, const Clause &clause)
{
    out.title(clauseTitle(clause), QStringLiteral("Clause of ") + out.agreementLink(agreement.id));
    writeClauseBody(out, clause);
    writeConflictsOf(out, agreement.id);
    out.otherAttributes(clause.extras);
    out.heading(QStringLiteral("Sources"));
    out.cites(clause.cites);
}

} // namespace

bool writeAgreementThing(HtmlWriter &out, const ThingRef &thing)
{
    const domain::Scenario &scenario = out.scenario();
    if (thing.kind == ThingKind::Agreement) {
        const Agreement *agreement = scenario.agreement(domain::AgreementId(thing.id));
        if (agreement)
            writeAgreement(out, *agreement);
        return agreement;
    }
    if (thing.kind == ThingKind::Clause) {
        const Clause *clause = scenario.clause(thing.clauseRef());
        if (clause)
            writeClause(out, *scenario.agreement(thing.clauseRef().agreement), *clause);
        return clause;
    }
    for (const analysis::Conflict &conflict : out.session().composition().conflicts) {
        if (thing == conflict.ref()) {
            writeConflict(out, conflict);
            return true;
        }
    }
    return false;
}

} // namespace entente::window
