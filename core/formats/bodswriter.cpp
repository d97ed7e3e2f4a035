#include "formats/bodswriter.h"

#include "document/jsonwriter.h"
#include "formats/jsonrecords.h"
#include "formats/losses.h"

#include <QCryptographicHash>

namespace entente::formats {

using document::Value;
using domain::Agreement;
using domain::Firm;

namespace {

Value bodsText(const QString &text)
{
    return Value::string(text);
}

bool isOfOwnership(const Agreement &agreement)
{
    return agreement.kind == QLatin1String("ownership") || agreement.kind == QLatin1String("appointment");
}

class BodsWriter
{
public:
    explicit BodsWriter(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {}

    Outcome<QByteArray> write()
    {
        for (const Firm &firm : m_scenario.firms)
            writeFirm(firm);
        for (const Agreement &agreement : m_scenario.agreements) {
            if (isOfOwnership(agreement))
                writeRelationships(agreement);
            else
                ++m_others;
            m_clauses += agreement.clauses.size();
            m_amounts += agreement.amounts.size();
            m_positions += agreement.positions.size();
            m_statuses += agreement.status ? 1 : 0;
            m_notes += agreement.note.isEmpty() ? 0 : 1;
        }
        return {document::toJson(m_statements), losses()};
    }

private:
    // Statements are named by what they are of: the same scenario writes the same file.
    void add(const QString &recordId, const char *type, Value details, const domain::Cites &cites)
    {
        constexpr qsizetype idLength = 32; // the least that the standard asks for
        const QByteArray name = (m_scenario.id + u'/' + recordId).toUtf8();
        const QByteArray id =
            QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(idLength);
        Value statement = Value::object();
        statement.set(QStringLiteral("statementId"), bodsText(QString::fromLatin1(id)));
        if (m_scenario.asOf && m_scenario.asOf->precision() == domain::EventDate::Precision::Day)
            statement.set(QStringLiteral("statementDate"), bodsText(m_scenario.asOf->text().left(10)));
        statement.set(QStringLiteral("recordId"), bodsText(recordId));
        statement.set(QStringLiteral("recordType"), bodsText(QString::fromLatin1(type)));
        statement.set(QStringLiteral("recordStatus"), bodsText(QStringLiteral("new")));
        statement.set(QStringLiteral("recordDetails"), std::move(details));
        Value publication = Value::object();
        publication.set(QStringLiteral("bodsVersion"), bodsText(QStringLiteral("0.4")));
        statement.set(QStringLiteral("publicationDetails"), publication);
        if (!cites.isEmpty())
            addSource(statement, cites);
        m_statements.append(statement);
    }

    // A statement has one source.
    void addSource(Value &statement, const domain::Cites &cites)
    {
        m_sources += cites.size() - 1;
        const domain::Source *source = m_scenario.source(cites.first().source);
        if (!source)
            return;
        Value value = Value::object();
        value.set(QStringLiteral("description"), bodsText(source->title));
        if (!source->url.isEmpty())
            value.set(QStringLiteral("url"), bodsText(source->url));
        if (source->accessed)
            value.set(QStringLiteral("retrievedAt"), bodsText(source->accessed->text()));
        statement.set(QStringLiteral("source"), value);
    }

    static QString recordOf(const QString &id, const domain::Extras &extras)
    {
        const QString own = textsOfJson(extras.value(QStringLiteral("x-id"))).value(0);
        return own.isEmpty() ? id : own;
    }

    void writeFirm(const Firm &firm)
    {
        Value details = Value::object();
        details.set(QStringLiteral("isComponent"), Value::boolean(false));
        const bool isPerson = firm.kind == domain::FirmKind::Person;
        if (isPerson)
            describePerson(details, firm);
        else
            describeEntity(details, firm);
        for (const char *key : {"foundingDate", "dissolutionDate", "uri", "birthDate", "deathDate"}) {
            if (const QString text = extraOf(firm.extras, key); !text.isEmpty())
                details.set(QString::fromLatin1(key), bodsText(text));
        }
        countExtras(firm.extras, {"id", "entity-type", "foundingDate", "dissolutionDate", "uri", "birthDate",
                                  "deathDate"});
        Value identifiers = Value::array();
        for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it) {
            Value identifier = Value::object();
            identifier.set(QStringLiteral("id"), bodsText(it.value()));
            identifier.set(it.key() == QLatin1String("lei") ? QStringLiteral("scheme")
                                                            : QStringLiteral("schemeName"),
                           bodsText(it.key() == QLatin1String("lei") ? QStringLiteral("XI-LEI") : it.key()));
            identifiers.append(identifier);
        }
        if (!identifiers.items().empty())
            details.set(QStringLiteral("identifiers"), identifiers);
        m_groups += firm.partOf.isEmpty() ? 0 : 1;
        m_notes += firm.note.isEmpty() ? 0 : 1;
        add(recordOf(firm.id.text(), firm.extras), isPerson ? "person" : "entity", details, firm.cites);
    }

    static QString extraOf(const domain::Extras &extras, const char *key)
    {
        return textsOfJson(extras.value(QStringLiteral("x-") + QLatin1String(key))).value(0);
    }

    void countExtras(const domain::Extras &extras, std::initializer_list<const char *> held)
    {
        m_extras += extras.size();
        for (const char *key : held)
            m_extras -= extras.contains(QStringLiteral("x-") + QLatin1String(key)) ? 1 : 0;
    }

    static void describePerson(Value &details, const Firm &firm)
    {
        details.set(QStringLiteral("personType"), bodsText(QStringLiteral("knownPerson")));
        Value names = Value::array();
        const QStringList all = QStringList{firm.name} + firm.aliases;
        for (const QString &name : all) {
            Value value = Value::object();
            value.set(QStringLiteral("fullName"), bodsText(name));
            names.append(value);
        }
        details.set(QStringLiteral("names"), names);
    }

    void describeEntity(Value &details, const Firm &firm)
    {
        QString type = QStringLiteral("legalEntity");
        if (firm.kind == domain::FirmKind::Company || firm.kind == domain::FirmKind::Subsidiary)
            type = QStringLiteral("registeredEntity");
        else if (firm.kind == domain::FirmKind::Government || firm.kind == domain::FirmKind::Court)
            type = QStringLiteral("stateBody");
        m_kinds += firm.kind == domain::FirmKind::Company || firm.kind == domain::FirmKind::Other ? 0 : 1;
        const QString own = textsOfJson(firm.extras.value(QStringLiteral("x-entity-type"))).value(0);
        Value typed = Value::object();
        typed.set(QStringLiteral("type"), bodsText(own.isEmpty() ? type : own));
        details.set(QStringLiteral("entityType"), typed);
        details.set(QStringLiteral("name"), bodsText(firm.name));
        if (!firm.aliases.isEmpty()) {
            Value names = Value::array();
            for (const QString &alias : firm.aliases)
                names.append(bodsText(alias));
            details.set(QStringLiteral("alternateNames"), names);
        }
        if (!firm.jurisdiction.isEmpty()) {
            Value jurisdiction = Value::object();
            jurisdiction.set(QStringLiteral("name"), bodsText(firm.jurisdiction));
            jurisdiction.set(QStringLiteral("code"), bodsText(firm.jurisdiction));
            details.set(QStringLiteral("jurisdiction"), jurisdiction);
        }
    }

    // One for each pair of who has an interest and in what.
    void writeRelationships(const Agreement &agreement)
    {
        const QStringList subjectRoles{QStringLiteral("owned"), QStringLiteral("company")};
        const QString record = recordOf(agreement.id.text(), agreement.extras);
        countExtras(agreement.extras, {"id", "interests"});
        int number = 0;
        for (const domain::Party &subject : agreement.parties) {
            if (!subjectRoles.contains(subject.role))
                continue;
            for (const domain::Party &party : agreement.parties) {
                if (subjectRoles.contains(party.role))
                    continue;
                ++number;
                writeRelationship(agreement, subject, party,
                                  number == 1 ? record : QStringLiteral("%1-%2").arg(record).arg(number));
            }
        }
        m_others += number == 0 ? 1 : 0;
    }

    void writeRelationship(const Agreement &agreement, const domain::Party &subject,
                           const domain::Party &party, const QString &recordId)
    {
        const auto recordOfFirm = [this](const domain::FirmId &id) {
            const Firm *firm = m_scenario.firm(id);
            return firm ? recordOf(id.text(), firm->extras) : id.text();
        };
        Value details = Value::object();
        details.set(QStringLiteral("isComponent"), Value::boolean(false));
        details.set(QStringLiteral("subject"), bodsText(recordOfFirm(subject.firm)));
        details.set(QStringLiteral("interestedParty"), bodsText(recordOfFirm(party.firm)));
        Value interests = Value::array();
        if (agreement.stake && agreement.stake->economic)
            interests.append(
                interest(agreement, QStringLiteral("shareholding"), &*agreement.stake->economic));
        if (agreement.stake && agreement.stake->voting)
            interests.append(interest(agreement, QStringLiteral("votingRights"), &*agreement.stake->voting));
        addOtherInterests(interests, agreement);
        details.set(QStringLiteral("interests"), interests);
        add(recordId, "relationship", details, agreement.cites);
    }

    // Those that a statement brought, of which no share is known; else what the kind says.
    void addOtherInterests(Value &interests, const Agreement &agreement)
    {
        QStringList types = textsOfJson(agreement.extras.value(QStringLiteral("x-interests")));
        if (agreement.stake && agreement.stake->economic)
            types.removeAll(QStringLiteral("shareholding"));
        if (agreement.stake && agreement.stake->voting)
            types.removeAll(QStringLiteral("votingRights"));
        if (types.isEmpty() && interests.items().empty()) {
            types.append(agreement.kind == QLatin1String("appointment") ? QStringLiteral("boardMember")
                                                                        : QStringLiteral("unknownInterest"));
        }
        for (const QString &type : std::as_const(types))
            interests.append(interest(agreement, type, nullptr));
    }

    Value interest(const Agreement &agreement, const QString &type, const domain::Decimal *share)
    {
        Value interest = Value::object();
        interest.set(QStringLiteral("type"), bodsText(type));
        if (share)
            interest.set(QStringLiteral("share"), shareOf(*share, agreement.stake->qualifier));
        const auto setDate = [&](const char *key, const std::optional<domain::EventDate> &date) {
            if (date && date->text().back().isDigit())
                interest.set(QString::fromLatin1(key), bodsText(date->text()));
            else
                m_dates += date ? 1 : 0;
        };
        if (agreement.period) {
            setDate("startDate", agreement.period->start());
            if (!agreement.period->isSingleDate())
                setDate("endDate", agreement.period->end());
        }
        return interest;
    }

    static Value shareOf(const domain::Decimal &share, domain::Qualifier qualifier)
    {
        Value value = Value::object();
        const char *key = qualifier == domain::Qualifier::AtLeast ? "minimum"
                          : qualifier == domain::Qualifier::UpTo  ? "maximum"
                                                                  : "exact";
        value.set(QString::fromLatin1(key), Value::number(share.toString()));
        return value;
    }

    ProblemList losses() const
    {
        Losses losses(QStringLiteral("BODS"));
        const auto lose = [&losses](qsizetype count, const char *one, const char *many) {
            losses.add(count, QString::fromLatin1(one), QString::fromLatin1(many));
        };
        lose(m_others, "agreement that is no ownership", "agreements that are no ownership");
        lose(m_clauses, "clause", "clauses");
        lose(m_amounts, "amount", "amounts");
        lose(m_positions, "position", "positions");
        lose(m_statuses, "status", "statuses");
        lose(m_dates, "uncertain date", "uncertain dates");
        lose(m_scenario.terms.size(), "defined term", "defined terms");
        lose(m_kinds, "kind of a firm", "kinds of firms");
        lose(m_groups, "membership of a group", "memberships of groups");
        lose(m_sources, "further source of a statement", "further sources of statements");
        lose(m_notes, "note", "notes");
        lose(m_extras, "further attribute", "further attributes");
        lose(m_scenario.views.size(), "saved view", "saved views");
        losses.addWhole(m_scenario);
        return losses.problems();
    }

    const domain::Scenario &m_scenario;
    Value m_statements = Value::array();
    qsizetype m_others = 0;
    qsizetype m_extras = 0;
    qsizetype m_clauses = 0;
    qsizetype m_amounts = 0;
    qsizetype m_positions = 0;
    qsizetype m_statuses = 0;
    qsizetype m_dates = 0;
    qsizetype m_kinds = 0;
    qsizetype m_groups = 0;
    qsizetype m_sources = 0;
    qsizetype m_notes = 0;
};

} // namespace

Outcome<QByteArray> writeBods(const domain::Scenario &scenario)
{
    return BodsWriter(scenario).write();
}

} // namespace entente::formats
