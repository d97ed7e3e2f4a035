#include "formats/bodsreader.h"

#include "formats/bodsinterests.h"
#include "formats/bodsrecords.h"
#include "formats/draftfacts.h"

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

bool isOffice(const QString &word)
{
    return word == QLatin1String("boardmember") || word == QLatin1String("boardchair") ||
           word == QLatin1String("seniormanagingofficial");
}

class BodsReader
{
public:
    explicit BodsReader(const ForeignFile &file)
        : m_path(file.path)
        , m_draft(file.path, file.options.progress)
        , m_json(readJsonRecords(file))
        , m_records(m_json.records, m_draft)
    {
        m_draft.problems.append(m_json.problems);
    }

    Outcome<document::Document> read()
    {
        for (const BodsRecord &record : m_records.all()) {
            if (m_draft.isCancelled())
                break;
            if (record.type == BodsType::Entity)
                readEntity(record);
            else if (record.type == BodsType::Person)
                readPerson(record);
        }
        for (const BodsRecord &record : m_records.all()) {
            if (record.type == BodsType::Relationship)
                readRelationship(record);
        }
        tellFolded(m_records.replacedCount(), QStringLiteral("replaced by later ones"));
        tellFolded(m_records.closedCount(), QStringLiteral("of records that are closed"));
        return m_draft.finish(titleFrom(m_path), QStringLiteral("BODS"));
    }

private:
    void tellFolded(int count, const QString &why)
    {
        if (count > 0) {
            m_draft.warn(QStringLiteral("folded"), {0, 1, 1},
                         QStringLiteral("%1 statements are left out: they are %2").arg(count).arg(why));
        }
    }

    Value &beginFirm(const BodsRecord &record, const QString &name, const QString &kind)
    {
        const Position at = record.statement->position();
        const QString id = m_draft.nameFirm(record.key, name.isEmpty() ? record.key : name, at);
        Value &firm = m_draft.firmOf(id);
        firm.set(QStringLiteral("kind"), ScenarioDraft::text(kind, at));
        firm.set(QStringLiteral("x-id"), ScenarioDraft::text(record.key, at));
        return firm;
    }

    // ---- entities
    void readEntity(const BodsRecord &record)
    {
        const Value &details = *record.details;
        const Value *typed = objectIn(details, u"entityType"); // of version 0.4
        const QString type = typed ? firstText(*typed, u"type") : firstText(details, u"entityType");
        const bool isUnknown =
            type == QLatin1String("unknownEntity") || type == QLatin1String("anonymousEntity");
        QString name = firstText(details, u"name");
        if (name.isEmpty() && isUnknown)
            name = QStringLiteral("Unknown owner");
        QString kind = QStringLiteral("other");
        if (type == QLatin1String("registeredEntity"))
            kind = QStringLiteral("company");
        else if (type == QLatin1String("state") || type == QLatin1String("stateBody"))
            kind = QStringLiteral("government");
        Value &firm = beginFirm(record, name, kind);
        if (type != QLatin1String("registeredEntity"))
            ScenarioDraft::keep(firm, QStringLiteral("entity-type"), type,
                                positionIn(details, u"entityType"));
        const Value *jurisdiction = objectIn(details, u"jurisdiction");
        if (!jurisdiction)
            jurisdiction = objectIn(details, u"incorporatedInJurisdiction");
        if (jurisdiction)
            setText(firm, "jurisdiction", firstOf(*jurisdiction, {u"code", u"name"}),
                    jurisdiction->position());
        const QStringList others = textsOf(details, u"alternateNames");
        for (const QString &other : others)
            addAlias(firm, other, positionIn(details, u"alternateNames"));
        keepPlain(firm, details, {"foundingDate", "dissolutionDate", "uri"});
        readCommon(firm, record);
    }

    void readPerson(const BodsRecord &record)
    {
        const Value &details = *record.details;
        const QString type = firstText(details, u"personType");
        QStringList names;
        if (const Value *list = details.find(u"names"); list && list->isArray()) {
            for (const Member &name : list->items()) {
                if (name.value.isObject())
                    names.append(nameOf(name.value));
            }
        }
        names.removeAll(QString());
        const bool isKnown = type.isEmpty() || type == QLatin1String("knownPerson");
        QString name = names.value(0);
        if (name.isEmpty() && !isKnown)
            name = type == QLatin1String("anonymousPerson") ? QStringLiteral("Anonymous person")
                                                            : QStringLiteral("Unknown owner");
        Value &firm = beginFirm(record, name, QStringLiteral("person"));
        for (const QString &other : names.mid(1))
            addAlias(firm, other, positionIn(details, u"names"));
        if (!isKnown)
            ScenarioDraft::keep(firm, QStringLiteral("person-type"), type,
                                positionIn(details, u"personType"));
        if (const Value *list = details.find(u"nationalities"); list && list->isArray()) {
            for (const Member &nation : list->items()) {
                if (nation.value.isObject())
                    keepAnother(firm, "nationalities", firstOf(nation.value, {u"code", u"name"}),
                                list->position());
            }
        }
        keepPlain(firm, details, {"birthDate", "deathDate", "hasPepStatus"});
        readCommon(firm, record);
    }

    static QString nameOf(const Value &name)
    {
        const QString full = firstText(name, u"fullName");
        return full.isEmpty()
                   ? (firstText(name, u"givenName") + u' ' + firstText(name, u"familyName")).trimmed()
                   : full;
    }

    static void setText(Value &thing, const char *key, const QString &text, Position at)
    {
        if (!text.isEmpty())
            thing.set(QString::fromLatin1(key), ScenarioDraft::text(text, at));
    }

    static void keepPlain(Value &thing, const Value &details, std::initializer_list<const char *> keys)
    {
        for (const char *key : keys) {
            const QString name = QString::fromLatin1(key);
            keepTexts(thing, name, textsOf(details, name), positionIn(details, name));
        }
    }

    // Identifiers, why something is not known, and sources.
    void readCommon(Value &firm, const BodsRecord &record)
    {
        const Value &details = *record.details;
        const Value *identifiers = details.find(u"identifiers");
        if (identifiers && identifiers->isArray()) {
            for (const Member &item : identifiers->items()) {
                if (!item.value.isObject())
                    continue;
                const QString scheme = firstOf(item.value, {u"scheme", u"schemeName"});
                addIdentifier(firm, scheme.isEmpty() ? QStringLiteral("id") : scheme,
                              firstOf(item.value, {u"id", u"uri"}), item.value.position());
            }
        }
        keepReason(firm, details, {u"unspecifiedEntityDetails", u"unspecifiedPersonDetails"});
        setReason(firm, firstText(details, u"missingInfoReason"), positionIn(details, u"missingInfoReason"));
        citeSources(firm, *record.statement);
    }

    static void keepReason(Value &firm, const Value &details, std::initializer_list<QStringView> keys)
    {
        for (const QStringView key : keys) {
            if (const Value *why = objectIn(details, key)) {
                setReason(firm, firstText(*why, u"reason"), why->position());
                setText(firm, "note", firstText(*why, u"description"), why->position());
            }
        }
    }

    static void setReason(Value &firm, const QString &reason, Position at)
    {
        ScenarioDraft::keep(firm, QStringLiteral("reason"), reason, at);
    }

    void citeSources(Value &thing, const Value &statement)
    {
        const Value *source = objectIn(statement, u"source");
        if (!source)
            return;
        QString title = firstText(*source, u"description");
        if (title.isEmpty())
            title = textsOf(*source, u"type").join(QStringLiteral(", "));
        const Position at = source->position();
        const QString id = formats::sourceOf(m_draft, title, firstText(*source, u"url"), at);
        cite(thing, id, at);
        if (!id.isEmpty())
            setDate(m_draft, m_draft.sourceOf(id), QStringLiteral("accessed"),
                    firstText(*source, u"retrievedAt"), at);
    }

    // ---- relationships
    // The firm that a subject or an interested party is; one that nobody knows is a firm of this record.
    QString partyOf(const Value &details, QStringView key, const BodsRecord &record)
    {
        const Value *named = details.find(key);
        const Position at = positionIn(details, key);
        QString reference;
        if (named && named->isString())
            reference = named->text();
        else if (named && named->isObject())
            reference = firstOf(*named, {u"describedByEntityStatement", u"describedByPersonStatement"});
        if (!reference.isEmpty()) {
            const QString known = m_records.keyOf(reference);
            if (!m_records.has(known)) {
                m_draft.warn(QStringLiteral("dangling-reference"), at,
                             QStringLiteral("there is no statement of \"%1\"").arg(reference),
                             QStringLiteral("it is shown as a firm of that name"));
            }
            return m_draft.firm(known, at);
        }
        const bool isOwner = key == u"interestedParty";
        const QString id = m_draft.nameFirm(
            record.key + u' ' + key.toString(),
            isOwner ? QStringLiteral("Unknown owner") : QStringLiteral("Unknown subject"), at);
        Value &firm = m_draft.firmOf(id);
        if (named && named->isObject()) {
            const Value *why = objectIn(*named, u"unspecified");
            setReason(firm, firstText(why ? *why : *named, u"reason"), at);
            setText(firm, "note", firstText(why ? *why : *named, u"description"), at);
        }
        return id;
    }

    static QList<const Value *> interestsOf(const Value &details)
    {
        QList<const Value *> interests;
        const Value *list = details.find(u"interests");
        if (list && list->isArray()) {
            for (const Member &interest : list->items()) {
                if (interest.value.isObject())
                    interests.append(&interest.value);
            }
        }
        return interests;
    }

    // "Nobody owns it" is a fact of the firm, and no agreement.
    bool readNobody(const BodsRecord &record)
    {
        const Value *named = objectIn(*record.details, u"interestedParty");
        if (!named)
            return false;
        const Value *why = objectIn(*named, u"unspecified");
        const QString reason = firstText(why ? *why : *named, u"reason");
        if (reason != QLatin1String("no-beneficial-owners") && reason != QLatin1String("noBeneficialOwners"))
            return false;
        const Position at = record.statement->position();
        Value &firm = m_draft.firmOf(partyOf(*record.details, u"subject", record));
        const QString words = firstText(why ? *why : *named, u"description");
        ScenarioDraft::keep(firm, QStringLiteral("beneficial-owners"),
                            words.isEmpty() ? QStringLiteral("none") : QStringLiteral("none: ") + words, at);
        citeSources(firm, *record.statement);
        return true;
    }

    void readRelationship(const BodsRecord &record)
    {
        if (readNobody(record))
            return;
        const Value &details = *record.details;
        const Position at = record.statement->position();
        const QString owner = partyOf(details, u"interestedParty", record);
        const QString owned = partyOf(details, u"subject", record);
        const QList<const Value *> interests = interestsOf(details);
        bool isAppointment = !interests.isEmpty();
        for (const Value *interest : interests)
            isAppointment = isAppointment && isOffice(interestWord(firstText(*interest, u"type")));
        Value &agreement = m_draft.addAgreement(
            isAppointment ? QStringLiteral("Office") : QStringLiteral("Ownership or control"), at);
        setText(agreement, "kind",
                isAppointment ? QStringLiteral("appointment") : QStringLiteral("ownership"), at);
        ScenarioDraft::addParty(agreement, owner,
                                isAppointment ? QStringLiteral("director") : QStringLiteral("owner"), at);
        ScenarioDraft::addParty(agreement, owned,
                                isAppointment ? QStringLiteral("company") : QStringLiteral("owned"), at);
        setText(agreement, "x-id", record.key, at);
        readBodsInterests(m_draft, agreement, interests);
        citeSources(agreement, *record.statement);
    }

    QString m_path;
    ScenarioDraft m_draft;
    JsonRecords m_json;
    BodsRecords m_records;
};

} // namespace

Likeness recogniseBods(QByteArrayView bytes)
{
    const QByteArrayView text = beginningOf(bytes).trimmed();
    const bool isJson = text.startsWith('{') || text.startsWith('[');
    const bool isNew = text.contains("\"recordType\"") && text.contains("\"recordDetails\"");
    const bool isOld = text.contains("\"statementType\"") &&
                       (text.contains("\"entityStatement\"") || text.contains("\"personStatement\"") ||
                        text.contains("\"ownershipOrControlStatement\""));
    return isJson && (isNew || isOld) ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readBods(const ForeignFile &file)
{
    return BodsReader(file).read();
}

} // namespace entente::formats
