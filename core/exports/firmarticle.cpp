#include "exports/articles.h"

#include <QHash>

namespace entente::exports {

using domain::Agreement;
using domain::Firm;
using domain::FirmId;
using domain::ThingRef;

namespace {

QString kindOf(const Firm &firm)
{
    return domain::toReadable(domain::toWord(firm.kind));
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

// "Cloud purchase, $138B, as customer, with AWS".
QString agreementLine(const Markup &out, const Agreement &agreement, const FirmId &firm)
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
            line += QStringLiteral(" · <b>") + Markup::escaped(domain::toShortText(amount)) +
                    QStringLiteral("</b>");
            break;
        }
    }
    if (!role.isEmpty())
        line += QStringLiteral(", as ") + Markup::escaped(role);
    return others.isEmpty() ? line : line + QStringLiteral(", with ") + others.join(QStringLiteral(", "));
}

// What the articles of all firms are looked up in: made in one pass over the scenario.
struct Roster
{
    QHash<FirmId, QList<const Agreement *>> agreements; // by party
    QHash<FirmId, QStringList> positions;               // lines of what a firm says of anything
    QHash<FirmId, QList<const Firm *>> groups;          // by root
};

class RosterMaker
{
public:
    explicit RosterMaker(const Markup &out)
        : m_out(out)
    {}

    Roster make()
    {
        const domain::Scenario &scenario = m_out.scenario();
        for (const Firm &firm : scenario.firms)
            m_roster.groups[scenario.rootOf(firm.id)].append(&firm);
        for (const Agreement &agreement : scenario.agreements)
            takeAgreement(agreement);
        for (const domain::DefinedTerm &term : scenario.terms) {
            for (const domain::NarrowerThan &narrower : term.narrowerThan)
                take(narrower.positions, QStringLiteral("that a ") + m_out.thingLink(term.id.text()) +
                                             QStringLiteral(" is a kind of ") +
                                             m_out.thingLink(narrower.term.text()));
        }
        return std::move(m_roster);
    }

private:
    void takeAgreement(const Agreement &agreement)
    {
        for (const domain::Party &party : agreement.parties) {
            QList<const Agreement *> &known = m_roster.agreements[party.firm];
            if (known.isEmpty() || known.last() != &agreement) // a firm may be a party in two roles
                known.append(&agreement);
        }
        take(agreement.positions, m_out.agreementLink(agreement.id));
        for (const domain::Clause &clause : agreement.clauses) {
            const QString link = m_out.clauseLink({agreement.id, clause.id});
            take(clause.positions, link);
            take(clause.condition.positions,
                 QStringLiteral("that the condition of ") + link + QStringLiteral(" is met"));
        }
    }

    void take(const domain::Positions &positions, const QString &on)
    {
        for (const domain::Position &position : positions)
            m_roster.positions[position.by].append((domain::capitalised(toStanceWords(position.stance)) +
                                                    u' ' + on + QStringLiteral(": ") +
                                                    Markup::escaped(position.text)) +
                                                   m_out.citeMarks(position.cites));
    }

    const Markup &m_out;
    Roster m_roster;
};

void writeAgreementsOf(Markup &out, const FirmId &firm, const QList<const Agreement *> &agreements)
{
    const std::pair<Way, QString> ways[] = {{Way::Out, QStringLiteral("Agreements out")},
                                            {Way::In, QStringLiteral("Agreements in")},
                                            {Way::Beside, QStringLiteral("Other agreements")}};
    for (const auto &[way, title] : ways) {
        QStringList lines;
        for (const Agreement *agreement : agreements) {
            if (wayOf(*agreement, firm) == way)
                lines.append(agreementLine(out, *agreement, firm));
        }
        if (lines.isEmpty())
            continue;
        out.heading(QStringLiteral("%1 · %2").arg(title).arg(lines.size()));
        out.list(lines);
    }
}

QStringList groupLines(const Markup &out, const Firm &firm, const QList<const Firm *> &group)
{
    QStringList lines;
    for (const Firm *other : group) {
        if (other->id == firm.id)
            continue;
        QString line = out.firmLink(other->id) + QStringLiteral(", ") + kindOf(*other);
        if (!other->partOf.isEmpty())
            line += QStringLiteral(" of ") + out.firmLink(other->partOf);
        lines.append(line);
    }
    return lines;
}

void writeListed(Markup &out, const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    out.heading(heading);
    out.list(lines);
}

void writeFirm(Markup &out, const Firm &firm, const Roster &roster)
{
    QString subtitle = domain::capitalised(kindOf(firm));
    if (!firm.partOf.isEmpty())
        subtitle += QStringLiteral(" of ") + out.firmLink(firm.partOf);
    out.openArticle(ThingRef::of(firm.id), firm.name, subtitle);
    out.row(QStringLiteral("Also called"), Markup::escaped(firm.aliases.join(QStringLiteral(", "))));
    out.row(QStringLiteral("Jurisdiction"), Markup::escaped(firm.jurisdiction));
    out.row(QStringLiteral("Legal form"), Markup::escaped(firm.legalForm));
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        out.row(it.key(), Markup::escaped(it.value()));
    if (!firm.note.isEmpty())
        out.paragraph(Markup::escaped(firm.note) + out.citeMarks(firm.cites));
    writeAgreementsOf(out, firm.id, roster.agreements.value(firm.id));
    writeListed(out, QStringLiteral("Positions"), roster.positions.value(firm.id));
    writeListed(out, QStringLiteral("Group"),
                groupLines(out, firm, roster.groups.value(out.scenario().rootOf(firm.id))));
    if (!firm.cites.isEmpty())
        out.heading(QStringLiteral("Sources"));
    out.cites(firm.cites);
    out.closeArticle();
}

void writeSource(Markup &out, const domain::Source &source, int number, const QStringList &supported)
{
    out.openArticle(ThingRef::of(source.id), source.title, QStringLiteral("Source %1").arg(number));
    const auto date = [](const std::optional<domain::EventDate> &value) {
        return value ? Markup::escaped(domain::toWords(*value)) : QString();
    };
    out.row(QStringLiteral("Publisher"),
            source.publisher.isEmpty() ? QStringLiteral("not known") : Markup::escaped(source.publisher));
    out.row(QStringLiteral("Author"), Markup::escaped(source.author));
    out.row(QStringLiteral("Kind"), Markup::escaped(source.kind));
    out.row(QStringLiteral("Published"), date(source.published));
    out.row(QStringLiteral("Read on"), date(source.accessed));
    out.row(QStringLiteral("Address"), Markup::address(source.url));
    out.row(QStringLiteral("Archived at"), Markup::address(source.archivedUrl));
    out.row(QStringLiteral("Grade"), Markup::escaped(source.grade));
    out.paragraph(Markup::escaped(source.note));
    writeListed(out, QStringLiteral("Supports · %1").arg(supported.size()), supported);
    out.closeArticle();
}

void writeTerm(Markup &out, const domain::DefinedTerm &term)
{
    out.openArticle(ThingRef::of(term.id), domain::capitalised(term.name), QStringLiteral("Defined term"));
    if (!term.definition.isEmpty())
        out.paragraph(Markup::escaped(term.definition) + out.citeMarks(term.cites));
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        out.heading(
            QStringLiteral("Is it a kind of “%1”? %2")
                .arg(out.scenario().nameOfThing(narrower.term.text()), domain::toWord(narrower.reading)),
            narrower.reading == domain::Reading::Disputed);
        out.positions(narrower.positions);
    }
    out.cites(term.cites);
    out.closeArticle();
}

} // namespace

void writeFirms(Markup &out)
{
    const Roster roster = RosterMaker(out).make();
    for (const Firm &firm : out.scenario().firms)
        writeFirm(out, firm, roster);
}

void writeTerms(Markup &out)
{
    for (const domain::DefinedTerm &term : out.scenario().terms)
        writeTerm(out, term);
}

void writeSources(Markup &out)
{
    const domain::Scenario &scenario = out.scenario();
    QHash<int, QStringList> supported;
    for (const Agreement &agreement : scenario.agreements) {
        for (int number : domain::sourceNumbers(scenario, agreement))
            supported[number].append(out.agreementLink(agreement.id));
    }
    int number = 0;
    for (const domain::Source &source : scenario.sources) {
        ++number;
        writeSource(out, source, number, supported.value(number));
    }
}

} // namespace entente::exports
