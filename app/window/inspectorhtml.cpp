#include "window/inspectorhtml.h"

#include "domain/words.h"
#include "window/agreementhtml.h"
#include "window/htmlwriter.h"

namespace entente::window {

using domain::ThingKind;
using domain::ThingRef;

namespace {

QString kindOf(const domain::Firm &firm)
{
    return domain::toReadable(domain::toWord(firm.kind));
}

void writeGroup(HtmlWriter &out, const domain::Firm &firm)
{
    const domain::Scenario &scenario = out.scenario();
    const domain::FirmId root = scenario.rootOf(firm.id);
    QStringList members;
    for (const domain::Firm &other : scenario.firms) {
        if (other.id == firm.id || scenario.rootOf(other.id) != root)
            continue;
        QString line = out.firmLink(other.id) + QStringLiteral(", ") + kindOf(other);
        if (!other.partOf.isEmpty())
            line += QStringLiteral(" of ") + out.firmLink(other.partOf);
        members.append(line);
    }
    if (members.isEmpty())
        return;
    out.heading(QStringLiteral("Group"));
    out.list(members);
}

enum class Way { Out, In, Beside };

Way wayOf(const domain::Agreement &agreement, const domain::FirmId &firm)
{
    for (const domain::Party &party : agreement.parties) {
        if (party.firm != firm)
            continue;
        const domain::RoleSide side = domain::roleIn(agreement.kind, party.role).side;
        if (side == domain::RoleSide::Source)
            return Way::Out;
        if (side == domain::RoleSide::Target)
            return Way::In;
    }
    return Way::Beside;
}

QString agreementLine(const HtmlWriter &out, const domain::Agreement &agreement, const domain::FirmId &firm)
{
    QStringList others;
    QString role;
    for (const domain::Party &party : agreement.parties) {
        if (party.firm == firm)
            role = domain::toReadable(party.role);
        else
            others.append(out.firmLink(party.firm));
    }
    QString line = out.agreementLink(agreement.id);
    for (const domain::Amount &amount : agreement.amounts) {
        if (amount.value && (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())) {
            line += QStringLiteral(" · <b>%1</b>").arg(HtmlWriter::escaped(domain::toShortText(amount)));
            break;
        }
    }
    if (!role.isEmpty())
        line += QStringLiteral(", as ") + HtmlWriter::escaped(role);
    return others.isEmpty() ? line : line + QStringLiteral(", with ") + others.join(QStringLiteral(", "));
}

void writeAgreementsOf(HtmlWriter &out, const domain::FirmId &firm)
{
    const std::pair<Way, QString> ways[] = {{Way::Out, QStringLiteral("Agreements out")},
                                            {Way::In, QStringLiteral("Agreements in")},
                                            {Way::Beside, QStringLiteral("Other agreements")}};
    for (const auto &[way, title] : ways) {
        QStringList lines;
        for (const domain::Agreement &agreement : out.scenario().agreements) {
            const bool party = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                           [&firm](const domain::Party &p) { return p.firm == firm; });
            if (party && wayOf(agreement, firm) == way)
                lines.append(agreementLine(out, agreement, firm));
        }
        if (lines.isEmpty())
            continue;
        out.heading(QStringLiteral("%1 · %2").arg(title).arg(lines.size()));
        out.list(lines);
    }
}

void writePositionsOf(HtmlWriter &out, const domain::FirmId &firm)
{
    QStringList lines;
    const auto take = [&](const domain::Positions &positions, const QString &on) {
        for (const domain::Position &position : positions) {
            if (position.by == firm) {
                lines.append(QStringLiteral("%1 %2: %3")
                                 .arg(domain::capitalised(domain::toWord(position.stance)), on,
                                      HtmlWriter::escaped(position.text)) +
                             out.citeMarks(position.cites));
            }
        }
    };
    for (const domain::Agreement &agreement : out.scenario().agreements) {
        take(agreement.positions, out.agreementLink(agreement.id));
        for (const domain::Clause &clause : agreement.clauses) {
            const QString link = out.clauseLink({agreement.id, clause.id});
            take(clause.positions, link);
            take(clause.condition.positions, QStringLiteral("that the condition of %1 is met").arg(link));
        }
    }
    for (const domain::DefinedTerm &term : out.scenario().terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan)
            take(narrower.positions,
                 QStringLiteral("that a %1 is a kind of %2")
                     .arg(out.thingLink(term.id.text()), out.thingLink(narrower.term.text())));
    }
    if (lines.isEmpty())
        return;
    out.heading(QStringLiteral("Positions"));
    out.list(lines);
}

void writeFirm(HtmlWriter &out, const domain::Firm &firm)
{
    QString subtitle = domain::capitalised(kindOf(firm));
    if (!firm.partOf.isEmpty())
        subtitle += QStringLiteral(" of ") + out.firmLink(firm.partOf);
    out.title(firm.name, subtitle);
    out.row(QStringLiteral("Also called"), HtmlWriter::escaped(firm.aliases.join(QStringLiteral(", "))));
    out.row(QStringLiteral("Jurisdiction"), HtmlWriter::escaped(firm.jurisdiction));
    out.row(QStringLiteral("Legal form"), HtmlWriter::escaped(firm.legalForm));
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        out.row(it.key(), HtmlWriter::escaped(it.value()));
    if (!firm.note.isEmpty())
        out.paragraph(HtmlWriter::escaped(firm.note) + out.citeMarks(firm.cites));
    writeAgreementsOf(out, firm.id);
    writePositionsOf(out, firm.id);
    writeGroup(out, firm);
    out.otherAttributes(firm.extras);
    if (!firm.cites.isEmpty()) {
        out.heading(QStringLiteral("Sources"));
        out.cites(firm.cites);
    }
}

void writeTerm(HtmlWriter &out, const domain::DefinedTerm &term)
{
    out.title(domain::capitalised(term.name), QStringLiteral("Defined term"));
    out.paragraph(HtmlWriter::escaped(term.definition) + out.citeMarks(term.cites));
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        out.heading(
            QStringLiteral("Is it a kind of “%1”? %2")
                .arg(out.scenario().nameOfThing(narrower.term.text()), domain::toWord(narrower.reading)),
            narrower.reading == domain::Reading::Disputed);
        out.positions(narrower.positions);
    }
}

void writeSource(HtmlWriter &out, const domain::Source &source)
{
    const domain::Scenario &scenario = out.scenario();
    out.title(source.title, QStringLiteral("Source %1").arg(domain::numberOf(scenario, source.id)));
    out.row(QStringLiteral("Publisher"),
            source.publisher.isEmpty() ? QStringLiteral("not known") : HtmlWriter::escaped(source.publisher));
    out.row(QStringLiteral("Author"), HtmlWriter::escaped(source.author));
    out.row(QStringLiteral("Kind"), HtmlWriter::escaped(source.kind));
    out.row(QStringLiteral("Published"),
            source.published ? HtmlWriter::escaped(domain::toWords(*source.published)) : QString());
    out.row(QStringLiteral("Read on"),
            source.accessed ? HtmlWriter::escaped(domain::toWords(*source.accessed)) : QString());
    const auto address = [](const QString &url) {
        return url.isEmpty() ? QString()
                             : QStringLiteral("<a href=\"%1\">%1</a>").arg(HtmlWriter::escaped(url));
    };
    out.row(QStringLiteral("Address"), address(source.url));
    out.row(QStringLiteral("Archived at"), address(source.archivedUrl));
    out.row(QStringLiteral("Grade"), HtmlWriter::escaped(source.grade));
    if (!source.note.isEmpty())
        out.paragraph(HtmlWriter::escaped(source.note));
    out.otherAttributes(source.extras);
    QStringList supported;
    const int number = domain::numberOf(scenario, source.id);
    for (const domain::Agreement &agreement : scenario.agreements) {
        if (domain::sourceNumbers(scenario, agreement).contains(number))
            supported.append(out.agreementLink(agreement.id));
    }
    out.heading(QStringLiteral("Supports · %1").arg(supported.size()));
    out.list(supported);
}

void writeScenario(HtmlWriter &out)
{
    const domain::Scenario &scenario = out.scenario();
    const auto &date = out.session().asOf().date;
    out.title(scenario.title,
              date ? QStringLiteral("As of %1").arg(domain::toWords(*date)) : QStringLiteral("At any date"));
    if (scenario.hypothetical)
        out.badges({QStringLiteral("hypothetical: imagined, not reported")});
    out.paragraph(HtmlWriter::escaped(scenario.summary));
    const QList<analysis::Conflict> &conflicts = out.session().composition().conflicts;
    if (!conflicts.isEmpty()) {
        out.heading(QStringLiteral("In dispute"), true);
        for (const analysis::Conflict &conflict : conflicts) {
            const domain::Agreement *a = scenario.agreement(conflict.prohibiting.agreement);
            const domain::Agreement *b = scenario.agreement(conflict.other.agreement);
            const bool certain = conflict.verdict == analysis::Verdict::Conflict;
            out.paragraph(out.link(conflict.ref(), QStringLiteral("%1 %2 %3")
                                                       .arg(a->title,
                                                            certain ? QStringLiteral("conflicts with")
                                                                    : QStringLiteral("may conflict with"),
                                                            b->title)));
        }
    }
    out.heading(QStringLiteral("How to begin"));
    out.paragraph(QStringLiteral(
        "Click a firm, an agreement or the red mark to read what it says and who says so. "
        "Choose another scenario above the picture to see what would change. F1 opens the guide."));
}

} // namespace

QString inspectorHtml(const session::Session &session, const ThingRef &thing)
{
    HtmlWriter out(session);
    const domain::Scenario &scenario = session.scenario();
    const domain::Firm *firm =
        thing.kind == ThingKind::Firm ? scenario.firm(domain::FirmId(thing.id)) : nullptr;
    const domain::DefinedTerm *term =
        thing.kind == ThingKind::Term ? scenario.term(domain::TermId(thing.id)) : nullptr;
    const domain::Source *source =
        thing.kind == ThingKind::Source ? scenario.source(domain::SourceId(thing.id)) : nullptr;
    if (!session.isOpen())
        out.muted(QStringLiteral("Nothing is open. Ctrl+O opens a scenario."));
    else if (firm)
        writeFirm(out, *firm);
    else if (term)
        writeTerm(out, *term);
    else if (source)
        writeSource(out, *source);
    else if (!writeAgreementThing(out, thing))
        writeScenario(out);
    const bool isEditable = session.isOpen() && !thing.isNone() && thing.kind != ThingKind::Conflict;
    if (isEditable)
        out.paragraph(QStringLiteral("<a href=\"edit:%1\">Edit…</a>").arg(thing.toString().toHtmlEscaped()));
    return out.take();
}

} // namespace entente::window
