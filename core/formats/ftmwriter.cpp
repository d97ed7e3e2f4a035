#include "formats/ftmwriter.h"

#include "document/jsonwriter.h"
#include "domain/freeid.h"
#include "formats/ftmschemata.h"
#include "formats/jsonrecords.h"
#include "formats/losses.h"
#include "formats/uniting.h"

#include <QSet>

namespace entente::formats {

using document::Value;
using domain::Agreement;
using domain::Firm;
using domain::FirmId;

namespace {

QString extraOf(const domain::Extras &extras, const QString &key)
{
    return textsOfJson(extras.value(QStringLiteral("x-") + key)).value(0);
}

// An entity in the making.
class FtmEntity
{
public:
    FtmEntity(const QString &id, const QString &schema)
    {
        m_entity.set(QStringLiteral("id"), Value::string(id));
        m_entity.set(QStringLiteral("schema"), Value::string(schema));
    }

    void add(const QString &property, const QString &text)
    {
        if (!text.isEmpty())
            addTexts(m_properties, property, {text});
    }
    bool has(const QString &property) const { return m_properties.find(property) != nullptr; }

    // Extras that a FollowTheMoney file brought go back as the properties they were. False for others.
    bool addExtra(const QString &key, const QString &json)
    {
        static const QSet<QString> own{QStringLiteral("x-id"), QStringLiteral("x-schema"),
                                       QStringLiteral("x-contract")};
        if (own.contains(key))
            return true;
        const QStringList texts = textsOfJson(json);
        for (const QString &text : texts)
            add(key.mid(2), text);
        return !texts.isEmpty();
    }

    QByteArray toLine()
    {
        m_entity.set(QStringLiteral("properties"), m_properties);
        return document::toCompactJson(m_entity) + '\n';
    }

private:
    Value m_entity = Value::object();
    Value m_properties = Value::object();
};

class FtmWriter
{
public:
    explicit FtmWriter(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {}

    Outcome<QByteArray> write()
    {
        nameEverything();
        for (const domain::Source &source : m_scenario.sources)
            writeSource(source);
        for (const Firm &firm : m_scenario.firms)
            writeFirm(firm);
        for (const Agreement &agreement : m_scenario.agreements)
            writeAgreement(agreement);
        return {m_bytes, losses()};
    }

private:
    // Ids that a FollowTheMoney file gave stay; all are in one name space.
    void nameEverything()
    {
        const auto name = [this](const QString &id, const domain::Extras &extras, const char *prefix) {
            QString wanted = extraOf(extras, QStringLiteral("id"));
            if (wanted.isEmpty())
                wanted = m_ids.isTaken(id) ? QLatin1String(prefix) + id : id;
            return m_ids.next(wanted);
        };
        for (const Firm &firm : m_scenario.firms)
            m_firmIds.insert(firm.id, name(firm.id.text(), firm.extras, "firm-"));
        for (const domain::Source &source : m_scenario.sources)
            m_sourceIds.insert(source.id, name(source.id.text(), source.extras, "source-"));
        for (const Agreement &agreement : m_scenario.agreements)
            m_agreementIds.append(name(agreement.id.text(), agreement.extras, "agreement-"));
    }

    void writeSource(const domain::Source &source)
    {
        FtmEntity entity(m_sourceIds.value(source.id), QStringLiteral("Document"));
        entity.add(QStringLiteral("title"), source.title);
        entity.add(QStringLiteral("sourceUrl"), source.url);
        entity.add(QStringLiteral("publisher"), source.publisher);
        entity.add(QStringLiteral("author"), source.author);
        entity.add(QStringLiteral("language"), source.language);
        if (source.published)
            entity.add(QStringLiteral("publishedAt"), plainDate(source.published));
        if (source.accessed)
            entity.add(QStringLiteral("retrievedAt"), plainDate(source.accessed));
        m_bytes += entity.toLine();
    }

    void writeFirm(const Firm &firm)
    {
        const QString schema = extraOf(firm.extras, QStringLiteral("schema"));
        const QString usual = ftmSchemaOf(domain::toWord(firm.kind));
        m_kinds += firmKindOfFtm(usual) == domain::toWord(firm.kind) || !schema.isEmpty() ? 0 : 1;
        FtmEntity entity(m_firmIds.value(firm.id), schema.isEmpty() ? usual : schema);
        entity.add(QStringLiteral("name"), firm.name);
        for (const QString &alias : firm.aliases)
            entity.add(QStringLiteral("alias"), alias);
        entity.add(QStringLiteral("jurisdiction"), firm.jurisdiction);
        entity.add(QStringLiteral("legalForm"), firm.legalForm);
        entity.add(QStringLiteral("notes"), firm.note);
        for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it) {
            const QString property = ftmPropertyOf(it.key());
            m_identifiers += property.isEmpty() ? 1 : 0;
            entity.add(property.isEmpty() ? QStringLiteral("idNumber") : property, it.value());
        }
        m_groups += firm.partOf.isEmpty() ? 0 : 1;
        addExtras(entity, firm.extras);
        addProofs(entity, firm.cites);
        m_bytes += entity.toLine();
    }

    void addExtras(FtmEntity &entity, const domain::Extras &extras)
    {
        for (auto it = extras.begin(); it != extras.end(); ++it)
            m_extras += entity.addExtra(it.key(), it.value()) ? 0 : 1;
    }

    void addProofs(FtmEntity &entity, const domain::Cites &cites)
    {
        for (const domain::Cite &cite : cites) {
            entity.add(QStringLiteral("proof"), m_sourceIds.value(cite.source));
            m_locators += cite.locator.isEmpty() && cite.quote.isEmpty() ? 0 : 1;
        }
    }

    // FollowTheMoney has dates without marks of doubt, and no decades.
    QString plainDate(const std::optional<domain::EventDate> &date)
    {
        if (!date || date->precision() == domain::EventDate::Precision::Decade) {
            m_dates += date ? 1 : 0;
            return {};
        }
        QString text = date->text();
        while (!text.isEmpty() && !text.back().isDigit())
            text.chop(1);
        m_dates += text == date->text() ? 0 : 1;
        return text;
    }

    // ---- agreements
    QStringList firmsIn(const Agreement &agreement, const QString &role) const
    {
        QStringList ids;
        for (const domain::Party &party : agreement.parties) {
            if (party.role == role)
                ids.append(m_firmIds.value(party.firm));
        }
        return ids;
    }

    // The interval whose two roles are all that the agreement has.
    static const FtmInterval *intervalOf(const Agreement &agreement)
    {
        QStringList roles;
        for (const domain::Party &party : agreement.parties) {
            if (!roles.contains(party.role))
                roles.append(party.role);
        }
        roles.resize(2);
        const FtmInterval *row = ftmIntervalFor(agreement.kind, roles[0], roles[1]);
        return row ? row : ftmIntervalFor(agreement.kind, roles[1], roles[0]);
    }

    void writeAgreement(const Agreement &agreement)
    {
        const QString id = m_agreementIds[m_written++];
        count(agreement);
        if (agreement.kind == QLatin1String("litigation")) {
            writeCase(agreement, id);
            return;
        }
        if (agreement.kind == QLatin1String("purchase") && writeAward(agreement, id))
            return;
        const FtmInterval *row = intervalOf(agreement);
        FtmEntity entity(id, row ? row->schema : QStringLiteral("UnknownLink"));
        if (row) {
            addAll(entity, row->sourceName, firmsIn(agreement, row->sourceRole), row->schema);
            addAll(entity, row->targetName, firmsIn(agreement, row->targetRole), row->schema);
        } else {
            addLink(entity, agreement);
        }
        const bool tellsTitle = !row || (agreement.title != row->title && !hasTitle(agreement));
        if (tellsTitle && !agreement.extras.contains(QStringLiteral("x-role")))
            entity.add(QStringLiteral("role"), agreement.title);
        finish(entity, agreement);
    }

    static bool hasTitle(const Agreement &agreement)
    {
        return extraOf(agreement.extras, QStringLiteral("relationship")) == agreement.title;
    }

    void addAll(FtmEntity &entity, const QString &property, const QStringList &ids,
                const QString &schema) const
    {
        for (const QString &id : ids) {
            const bool isText = schema == QLatin1String("Sanction") && property == QLatin1String("authority");
            entity.add(property, isText ? m_scenario.nameOf(m_firmIds.key(id)) : id);
        }
    }

    // The first party on the one side, the others on the other.
    void addLink(FtmEntity &entity, const Agreement &agreement)
    {
        const QString first = agreement.parties.isEmpty() ? QString() : agreement.parties.first().role;
        ++m_links;
        for (qsizetype i = 0; i < agreement.parties.size(); ++i) {
            const bool isSubject = i == 0 || agreement.parties[i].role == first;
            const bool allAlike =
                isSubject && i > 0 && firmsIn(agreement, first).size() == agreement.parties.size();
            entity.add(isSubject && !allAlike ? QStringLiteral("subject") : QStringLiteral("object"),
                       m_firmIds.value(agreement.parties[i].firm));
        }
    }

    void writeCase(const Agreement &agreement, const QString &id)
    {
        FtmEntity entity(id, QStringLiteral("CourtCase"));
        entity.add(QStringLiteral("name"), agreement.title);
        finish(entity, agreement);
        int number = 0;
        for (const domain::Party &party : agreement.parties) {
            FtmEntity part(m_ids.next(id + QStringLiteral("-party-") + QString::number(++number)),
                           QStringLiteral("CourtCaseParty"));
            part.add(QStringLiteral("party"), m_firmIds.value(party.firm));
            part.add(QStringLiteral("case"), id);
            part.add(QStringLiteral("role"), party.role);
            m_bytes += part.toLine();
        }
    }

    // A purchase with customers and suppliers alone is a contract and its award.
    bool writeAward(const Agreement &agreement, const QString &id)
    {
        const QStringList customers = firmsIn(agreement, QStringLiteral("customer"));
        const QStringList suppliers = firmsIn(agreement, QStringLiteral("supplier"));
        if (suppliers.isEmpty() || customers.size() + suppliers.size() != agreement.parties.size())
            return false;
        const QString contractId = writeContract(agreement, id, customers);
        FtmEntity award(id, QStringLiteral("ContractAward"));
        award.add(QStringLiteral("contract"), contractId);
        addAll(award, QStringLiteral("supplier"), suppliers, {});
        finish(award, agreement);
        return true;
    }

    // Its id. Awards that came with one contract go back with one, as long as they say the same of it.
    QString writeContract(const Agreement &agreement, const QString &awardId, const QStringList &customers)
    {
        const QString known = extraOf(agreement.extras, QStringLiteral("contract"));
        const QStringList contents = QStringList{known, agreement.title} + customers;
        if (!known.isEmpty() && m_contractIds.contains(contents))
            return m_contractIds.value(contents);
        const QString id = m_ids.next(known.isEmpty() ? awardId + QStringLiteral("-contract") : known);
        m_contractIds.insert(contents, id);
        FtmEntity contract(id, QStringLiteral("Contract"));
        contract.add(QStringLiteral("title"), agreement.title);
        addAll(contract, QStringLiteral("authority"), customers, {});
        m_bytes += contract.toLine();
        return id;
    }

    void finish(FtmEntity &entity, const Agreement &agreement)
    {
        if (agreement.period && agreement.period->isSingleDate()) {
            entity.add(QStringLiteral("date"), plainDate(agreement.period->start()));
        } else if (agreement.period) {
            entity.add(QStringLiteral("startDate"), plainDate(agreement.period->start()));
            entity.add(QStringLiteral("endDate"), plainDate(agreement.period->end()));
        }
        if (agreement.stake && agreement.stake->economic)
            entity.add(QStringLiteral("percentage"), agreement.stake->economic->toString());
        for (const domain::Amount &amount : agreement.amounts) {
            if (!amount.value || !amount.isMoney() || entity.has(QStringLiteral("amount"))) {
                ++m_amounts;
                continue;
            }
            entity.add(QStringLiteral("amount"), amount.value->toString());
            entity.add(QStringLiteral("currency"), amount.currency);
        }
        addExtras(entity, agreement.extras);
        addProofs(entity, agreement.cites);
        m_bytes += entity.toLine();
    }

    void count(const Agreement &agreement)
    {
        m_clauses += agreement.clauses.size();
        m_positions += agreement.positions.size();
        m_statuses += agreement.status ? 1 : 0;
        m_notes += agreement.note.isEmpty() ? 0 : 1;
        m_stakes += agreement.stake && agreement.stake->voting ? 1 : 0;
    }

    ProblemList losses() const
    {
        Losses losses(QStringLiteral("FollowTheMoney"));
        const auto lose = [&losses](qsizetype count, const char *one, const char *many) {
            losses.add(count, QString::fromLatin1(one), QString::fromLatin1(many));
        };
        lose(m_clauses, "clause", "clauses");
        lose(m_scenario.terms.size(), "defined term", "defined terms");
        lose(m_positions, "position", "positions");
        lose(m_statuses, "status", "statuses");
        lose(m_links, "kind of an agreement with the roles in it",
             "kinds of agreements with the roles in them");
        lose(m_kinds, "kind of a firm", "kinds of firms");
        lose(m_identifiers, "scheme of an identifier", "schemes of identifiers");
        lose(m_groups, "membership of a group", "memberships of groups");
        lose(m_amounts, "further amount", "further amounts");
        lose(m_stakes, "share of votes", "shares of votes");
        lose(m_dates, "mark of an uncertain date", "marks of uncertain dates");
        lose(m_locators, "place or quote of a source", "places or quotes of sources");
        lose(m_notes, "note", "notes");
        lose(m_extras, "further attribute", "further attributes");
        lose(m_scenario.views.size(), "saved view", "saved views");
        losses.addWhole(m_scenario);
        return losses.problems();
    }

    const domain::Scenario &m_scenario;
    QByteArray m_bytes;
    domain::FreeIds m_ids;                     // of all entities
    QHash<QStringList, QString> m_contractIds; // by all that is said of them
    QHash<FirmId, QString> m_firmIds;
    QHash<domain::SourceId, QString> m_sourceIds;
    QStringList m_agreementIds;
    qsizetype m_written = 0; // agreements
    // What is lost.
    qsizetype m_clauses = 0;
    qsizetype m_positions = 0;
    qsizetype m_statuses = 0;
    qsizetype m_links = 0;
    qsizetype m_kinds = 0;
    qsizetype m_identifiers = 0;
    qsizetype m_groups = 0;
    qsizetype m_amounts = 0;
    qsizetype m_stakes = 0;
    qsizetype m_dates = 0;
    qsizetype m_locators = 0;
    qsizetype m_notes = 0;
    qsizetype m_extras = 0;
};

} // namespace

Outcome<QByteArray> writeFtm(const domain::Scenario &scenario)
{
    return FtmWriter(scenario).write();
}

} // namespace entente::formats
