#include "formats/ftmreader.h"

#include "formats/draftfacts.h"
#include "formats/ftmschemata.h"
#include "formats/jsonrecords.h"

#include <QFileInfo>

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

// Properties that carry where a statement comes from.
const QStringList &provenance()
{
    static const QStringList keys{QStringLiteral("sourceUrl"), QStringLiteral("publisher"),
                                  QStringLiteral("publisherUrl"), QStringLiteral("proof")};
    return keys;
}

class FtmReader
{
public:
    explicit FtmReader(const ForeignFile &file)
        : m_path(file.path)
        , m_draft(file.path)
        , m_json(readJsonRecords(file))
    {
        m_draft.problems.append(m_json.problems);
    }

    Outcome<document::Document> read()
    {
        index();
        for (const Value *entity : std::as_const(m_documents))
            readDocument(*entity);
        for (const Value *entity : std::as_const(m_things))
            readThing(*entity);
        for (const Value *entity : std::as_const(m_intervals))
            readInterval(*entity);
        readCases();
        readContracts();
        for (auto it = m_unread.constBegin(); it != m_unread.constEnd(); ++it) {
            m_draft.warn(
                QStringLiteral("not-read"), it->first,
                QStringLiteral("%1 records of schema \"%2\" are left out").arg(it->second).arg(it.key()),
                QStringLiteral("they are neither firms nor agreements"));
        }
        return m_draft.finish(QFileInfo(m_path).completeBaseName(), QStringLiteral("FollowTheMoney"));
    }

private:
    // ---- what there is
    void index()
    {
        for (const Value &record : m_json.records) {
            const QString id = firstText(record, u"id");
            const QString schema = firstText(record, u"schema");
            const Value *properties = record.find(u"properties");
            if (id.isEmpty() || schema.isEmpty() || !properties || !properties->isObject()) {
                m_draft.error(QStringLiteral("missing"), record.position(),
                              QStringLiteral("this is no FollowTheMoney entity"),
                              QStringLiteral("expected \"id\", \"schema\" and \"properties\""));
                continue;
            }
            const Value *&known = m_byId[id];
            if (known) {
                m_draft.warn(QStringLiteral("id-used-twice"), record.position(),
                             QStringLiteral("there is another entity \"%1\"; this one is left out").arg(id));
                continue;
            }
            known = &record;
            sort(record, schema, *properties);
        }
    }

    void sort(const Value &record, const QString &schema, const Value &properties)
    {
        static const QStringList documents{QStringLiteral("Document"),  QStringLiteral("Article"),
                                           QStringLiteral("Pages"),     QStringLiteral("HyperText"),
                                           QStringLiteral("PlainText"), QStringLiteral("Folder"),
                                           QStringLiteral("Package"),   QStringLiteral("Table"),
                                           QStringLiteral("Email"),     QStringLiteral("Image")};
        if (documents.contains(schema))
            m_documents.append(&record);
        else if (schema == QLatin1String("CourtCase"))
            m_cases.append(&record);
        else if (schema == QLatin1String("Contract"))
            m_contracts.append(&record);
        else if (ftmIntervalOf(schema))
            m_intervals.append(&record);
        else if (isFtmThing(schema) || properties.find(u"name"))
            m_things.append(&record);
        else
            noteUnread(schema, record.position());
    }

    void noteUnread(const QString &schema, Position at)
    {
        auto &entry = m_unread[schema];
        if (++entry.second == 1)
            entry.first = at;
    }

    static const Value &propertiesOf(const Value &entity) { return *entity.find(u"properties"); }
    static QString idOf(const Value &entity) { return firstText(entity, u"id"); }

    QString nameOf(const Value &entity) const
    {
        const Value &properties = propertiesOf(entity);
        for (const QStringView key :
             {QStringView(u"name"), QStringView(u"title"), QStringView(u"fileName")}) {
            const QString name = firstText(properties, key);
            if (!name.isEmpty())
                return name;
        }
        const QString caption = firstText(entity, u"caption");
        return caption.isEmpty() ? idOf(entity) : caption;
    }

    // ---- sources
    void readDocument(const Value &entity)
    {
        const Value &properties = propertiesOf(entity);
        const Position at = entity.position();
        const QString id =
            formats::sourceOf(m_draft, nameOf(entity), firstText(properties, u"sourceUrl"), at);
        m_sources.insert(idOf(entity), id);
        Value &source = m_draft.sourceOf(id);
        source.set(QStringLiteral("title"), ScenarioDraft::text(nameOf(entity), at));
        source.set(QStringLiteral("x-id"), ScenarioDraft::text(idOf(entity), at));
        for (const char *key : {"publisher", "author", "language"}) {
            const QString text = firstText(properties, QString::fromLatin1(key));
            if (!text.isEmpty())
                source.set(QString::fromLatin1(key), ScenarioDraft::text(text, at));
        }
        setDate(m_draft, source, QStringLiteral("published"), firstText(properties, u"publishedAt"), at);
        setDate(m_draft, source, QStringLiteral("accessed"), firstText(properties, u"retrievedAt"), at);
    }

    // `proof` names documents; `sourceUrl` and `publisher` are sources themselves.
    void citeSources(Value &thing, const Value &properties, Position at)
    {
        const QStringList proofs = textsOf(properties, u"proof");
        for (const QString &proof : proofs) {
            const QString known = m_sources.value(proof);
            cite(thing, known.isEmpty() ? formats::sourceOf(m_draft, proof, {}, at) : known, at);
        }
        const QStringList urls = textsOf(properties, u"sourceUrl");
        const QString publisher = firstText(properties, u"publisher");
        for (const QString &url : urls)
            citeSource(m_draft, thing, publisher, url, at);
        if (urls.isEmpty() && !publisher.isEmpty())
            citeSource(m_draft, thing, publisher, firstText(properties, u"publisherUrl"), at);
    }

    // ---- firms
    void readThing(const Value &entity)
    {
        const Value &properties = propertiesOf(entity);
        const Position at = entity.position();
        const QString schema = firstText(entity, u"schema");
        const QString id = m_draft.nameFirm(idOf(entity), nameOf(entity), positionIn(properties, u"name"));
        Value &firm = m_draft.firmOf(id);
        const QString kind = firmKindOfFtm(schema);
        firm.set(QStringLiteral("kind"), ScenarioDraft::text(kind, positionIn(entity, u"schema")));
        firm.set(QStringLiteral("x-id"), ScenarioDraft::text(idOf(entity), at));
        if (ftmSchemaOf(kind) != schema)
            firm.set(QStringLiteral("x-schema"), ScenarioDraft::text(schema, at));
        m_hasJurisdiction = false;
        for (const QStringView key :
             {QStringView(u"jurisdiction"), QStringView(u"mainCountry"), QStringView(u"country")})
            readCountry(firm, properties, key);
        for (const Member &member : properties.members())
            readFact(firm, member, properties);
        citeSources(firm, properties, at);
    }

    void readCountry(Value &firm, const Value &properties, QStringView key)
    {
        const QString code = firstText(properties, key);
        if (m_hasJurisdiction || code.isEmpty())
            return;
        constexpr qsizetype isoLength = 2;
        firm.set(QStringLiteral("jurisdiction"),
                 ScenarioDraft::text(code.size() == isoLength ? code.toUpper() : code,
                                     positionIn(properties, key)));
        m_hasJurisdiction = true;
        m_jurisdictionKey = key.toString();
    }

    void readFact(Value &firm, const Member &member, const Value &properties)
    {
        const Position at = member.value.position();
        QStringList texts = textsOf(properties, member.key);
        if (texts.isEmpty() || provenance().contains(member.key))
            return;
        static const QStringList names{QStringLiteral("name"), QStringLiteral("alias"),
                                       QStringLiteral("weakAlias"), QStringLiteral("previousName")};
        const bool isJurisdiction = m_hasJurisdiction && member.key == m_jurisdictionKey;
        if (names.contains(member.key)) {
            for (const QString &name : std::as_const(texts))
                addAlias(firm, name, at);
        } else if (isFtmIdentifier(member.key)) {
            for (const QString &value : std::as_const(texts))
                addIdentifier(firm, schemeOfFtm(member.key), value, at);
        } else if (member.key == QLatin1String("legalForm") || member.key == QLatin1String("notes")) {
            const bool isForm = member.key == QLatin1String("legalForm");
            firm.set(isForm ? QStringLiteral("legal_form") : QStringLiteral("note"),
                     ScenarioDraft::text(texts.takeFirst(), at));
            keepTexts(firm, member.key, texts, at);
        } else {
            if (isJurisdiction)
                texts.removeFirst();
            keepTexts(firm, member.key, texts, at);
        }
    }

    // ---- agreements
    void readInterval(const Value &entity)
    {
        const FtmInterval &row = *ftmIntervalOf(firstText(entity, u"schema"));
        const Value &properties = propertiesOf(entity);
        if (row.schema == QLatin1String("CourtCaseParty") || row.schema == QLatin1String("ContractAward")) {
            const QString whole = firstText(properties, row.targetName);
            m_partsOf[whole].append(&entity);
            if (!m_byId.contains(whole) && !whole.isEmpty())
                warnOfDangling(whole, positionIn(properties, row.targetName));
            return;
        }
        const QStringList sources = firmsOf(properties, row, true);
        const QStringList targets = firmsOf(properties, row, false);
        if (sources.isEmpty() && targets.isEmpty()) {
            m_draft.warn(
                QStringLiteral("no-parties"), entity.position(),
                QStringLiteral("%1 \"%2\" names nobody; it is left out").arg(row.schema, idOf(entity)),
                QStringLiteral("expected \"%1\" and \"%2\"").arg(row.sourceName, row.targetName));
            return;
        }
        Value &agreement = begin(titleOf(properties, row), row.kind, entity);
        for (const QString &firm : sources)
            ScenarioDraft::addParty(agreement, firm, row.sourceRole, positionIn(properties, row.sourceName));
        for (const QString &firm : targets)
            ScenarioDraft::addParty(agreement, firm, row.targetRole, positionIn(properties, row.targetName));
        const bool isDebt = row.schema == QLatin1String("Debt");
        readTerms(agreement, properties, isDebt ? targets : sources, isDebt ? sources : targets, row);
    }

    Value &begin(const QString &title, const QString &kind, const Value &entity)
    {
        const Position at = entity.position();
        Value &agreement = m_draft.addAgreement(title, at);
        agreement.set(QStringLiteral("kind"), ScenarioDraft::text(kind, positionIn(entity, u"schema")));
        agreement.set(QStringLiteral("x-id"), ScenarioDraft::text(idOf(entity), at));
        return agreement;
    }

    static QString titleOf(const Value &properties, const FtmInterval &row)
    {
        for (const QStringView key : {QStringView(u"role"), QStringView(u"relationship")}) {
            const QString text = firstText(properties, key);
            if (!text.isEmpty())
                return text;
        }
        return row.title;
    }

    // The ids of the firms that a property names; what isn't there is a firm named by its id.
    QStringList firmsOf(const Value &properties, const FtmInterval &row, bool isSource)
    {
        const QString key = isSource ? row.sourceName : row.targetName;
        const bool isText = row.schema == QLatin1String("Sanction") && isSource; // authorities have no record
        return firmsNamed(properties, key, isText);
    }

    QStringList firmsNamed(const Value &properties, const QString &key, bool isText = false)
    {
        QStringList firms;
        const QStringList keys = textsOf(properties, key);
        for (const QString &named : keys) {
            const Position at = positionIn(properties, key);
            if (isText && !m_byId.contains(named)) {
                firms.append(m_draft.nameFirm(QStringLiteral("authority:") + named, named, at));
                continue;
            }
            const Value *known = m_byId.value(named);
            if (!known)
                warnOfDangling(named, at);
            // A document or interval that is named as a party is shown as what it is called.
            firms.append(known && !m_draft.hasFirm(named) ? m_draft.nameFirm(named, nameOf(*known), at)
                                                          : m_draft.firm(named, at));
        }
        return firms;
    }

    void warnOfDangling(const QString &named, Position at)
    {
        m_draft.warn(QStringLiteral("dangling-reference"), at,
                     QStringLiteral("there is no entity \"%1\"").arg(named),
                     QStringLiteral("it is shown as a firm of that name"));
    }

    // Dates, figures and all the rest of an interval. Money goes from `payers` to `payees`.
    void readTerms(Value &agreement, const Value &properties, const QStringList &payers,
                   const QStringList &payees, const FtmInterval &row)
    {
        const Position at = agreement.position();
        const QString date = isoDate(firstText(properties, u"date"));
        if (!properties.find(u"startDate") && !properties.find(u"endDate") && !date.isEmpty())
            agreement.set(QStringLiteral("period"),
                          ScenarioDraft::text(date, positionIn(properties, u"date")));
        else
            setPeriod(m_draft, agreement, firstText(properties, u"startDate"),
                      firstText(properties, u"endDate"), at);
        setShare(m_draft, agreement, QStringLiteral("economic"), firstText(properties, u"percentage"),
                 positionIn(properties, u"percentage"));
        DraftAmount amount{firstText(properties, u"amount"), firstText(properties, u"currency"), {}, {}, {}};
        if (payers.size() == 1 && payees.size() == 1) {
            amount.from = payers.first();
            amount.to = payees.first();
        }
        addAmount(m_draft, agreement, amount, positionIn(properties, u"amount"));
        const QStringList used{row.sourceName,
                               row.targetName,
                               QStringLiteral("startDate"),
                               QStringLiteral("endDate"),
                               QStringLiteral("percentage"),
                               QStringLiteral("amount"),
                               QStringLiteral("currency"),
                               QStringLiteral("name"),
                               QStringLiteral("title")};
        for (const Member &member : properties.members()) {
            QStringList texts = textsOf(properties, member.key);
            if (provenance().contains(member.key) || texts.isEmpty())
                continue;
            if (used.contains(member.key))
                texts = member.key == row.sourceName || member.key == row.targetName ? QStringList()
                                                                                     : texts.mid(1);
            if (member.key == QLatin1String("date") && texts.first() == firstText(agreement, u"period"))
                texts.removeFirst();
            keepTexts(agreement, member.key, texts, member.value.position());
        }
        citeSources(agreement, properties, at);
    }

    // A case and all who are party to it are one agreement.
    void readCases()
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("CourtCaseParty"));
        for (const Value *entity : std::as_const(m_cases)) {
            const QList<const Value *> parties = m_partsOf.take(idOf(*entity));
            if (parties.isEmpty()) {
                warnOfPartless(*entity);
                continue;
            }
            readCase(*entity, parties, nameOf(*entity));
        }
        const auto rest = std::exchange(m_partsOf, {});
        for (auto it = rest.constBegin(); it != rest.constEnd(); ++it) {
            if (firstText(*it->first(), u"schema") == row.schema)
                readCase(*it->first(), *it, row.title);
            else
                m_partsOf.insert(it.key(), *it);
        }
    }

    void warnOfPartless(const Value &entity)
    {
        m_draft.warn(QStringLiteral("no-parties"), entity.position(),
                     QStringLiteral("nobody is party to \"%1\"; it is left out").arg(nameOf(entity)));
    }

    void readCase(const Value &entity, const QList<const Value *> &parties, const QString &title)
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("CourtCaseParty"));
        const Value &properties = propertiesOf(entity);
        const int index = m_draft.agreementCount();
        begin(title, row.kind, entity);
        bool hasParty = false;
        for (const Value *party : parties) {
            const Value &part = propertiesOf(*party);
            const QStringList firms = firmsNamed(part, row.sourceName);
            hasParty = hasParty || !firms.isEmpty();
            for (const QString &firm : firms)
                ScenarioDraft::addParty(m_draft.agreementAt(index), firm, courtRole(firstText(part, u"role")),
                                        party->position());
        }
        Value &agreement = m_draft.agreementAt(index);
        if (!hasParty)
            ScenarioDraft::addParty(agreement, m_draft.firm(title, entity.position()), {}, entity.position());
        readTerms(agreement, properties, {}, {}, row);
    }

    static QString courtRole(const QString &role)
    {
        const QString word = role.toLower();
        if (word == QLatin1String("claimant") || word == QLatin1String("applicant"))
            return QStringLiteral("plaintiff");
        return word == QLatin1String("respondent") ? QStringLiteral("defendant") : word;
    }

    // A contract that was awarded is a purchase by its authority from its supplier.
    void readContracts()
    {
        for (const Value *entity : std::as_const(m_contracts)) {
            const QList<const Value *> awards = m_partsOf.take(idOf(*entity));
            for (const Value *award : awards)
                readAward(*award, entity);
            if (awards.isEmpty())
                readAward(*entity, entity);
        }
        const auto rest = std::exchange(m_partsOf, {});
        for (const QList<const Value *> &awards : rest) {
            for (const Value *award : awards)
                readAward(*award, nullptr);
        }
    }

    void readAward(const Value &award, const Value *contract)
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("ContractAward"));
        const Value &properties = propertiesOf(award);
        const QStringList suppliers = firmsNamed(properties, row.sourceName);
        const QStringList customers =
            contract ? firmsNamed(propertiesOf(*contract), QStringLiteral("authority")) : QStringList();
        if (suppliers.isEmpty() && customers.isEmpty()) {
            warnOfPartless(award);
            return;
        }
        Value &agreement = begin(contract ? nameOf(*contract) : row.title, row.kind, award);
        const auto add = [&](const QStringList &firms, const char *role) {
            for (const QString &firm : firms)
                ScenarioDraft::addParty(agreement, firm, QString::fromLatin1(role), award.position());
        };
        add(customers, "customer");
        add(suppliers, "supplier");
        FtmInterval used = row;
        if (contract == &award)
            used.targetName = QStringLiteral("authority");
        readTerms(agreement, properties, customers, suppliers, used);
        if (!contract || contract == &award)
            return;
        agreement.set(QStringLiteral("x-contract"), ScenarioDraft::text(idOf(*contract), award.position()));
        for (const Member &member : propertiesOf(*contract).members()) {
            const bool isTold = member.key == QLatin1String("authority") ||
                                member.key == QLatin1String("title") || member.key == QLatin1String("name");
            if (!isTold)
                keepTexts(agreement, QStringLiteral("contract-") + member.key,
                          textsOf(propertiesOf(*contract), member.key), member.value.position());
        }
    }

    QString m_path;
    ScenarioDraft m_draft;
    JsonRecords m_json;
    QHash<QString, const Value *> m_byId;
    QList<const Value *> m_things;
    QList<const Value *> m_documents;
    QList<const Value *> m_intervals;
    QList<const Value *> m_cases;
    QList<const Value *> m_contracts;
    QMap<QString, QList<const Value *>> m_partsOf; // parties of cases and awards of contracts, by their whole
    QHash<QString, QString> m_sources;             // by the document's id
    QMap<QString, std::pair<Position, int>> m_unread; // by schema: the first, and how many
    bool m_hasJurisdiction = false;                   // of the firm being read
    QString m_jurisdictionKey;
};

} // namespace

Likeness recogniseFtm(QByteArrayView bytes)
{
    const QByteArrayView text = beginningOf(bytes).trimmed();
    const bool hasAll =
        text.contains("\"schema\"") && text.contains("\"properties\"") && text.contains("\"id\"");
    const bool isObject = text.startsWith('{') || text.startsWith('[');
    return isObject && hasAll && !text.contains("\"entente-scenario\"") ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readFtm(const ForeignFile &file)
{
    return FtmReader(file).read();
}

} // namespace entente::formats
