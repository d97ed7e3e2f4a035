#include "formats/bodsreader.h"

#include "formats/bodsrecords.h"
#include "formats/draftfacts.h"

#include <QFileInfo>

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

const Value *objectAt(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    return value && value->isObject() ? value : nullptr;
}

// "voting-rights" of version 0.1 and "votingRights" of the later ones.
QString interestWord(const QString &type)
{
    return QString(type).remove(u'-').toLower();
}

// The text at the first of these keys that has one.
QString firstOf(const Value &object, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const QString text = firstText(object, key);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

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
        , m_draft(file.path)
        , m_json(readJsonRecords(file))
        , m_records(m_json.records, m_draft)
    {
        m_draft.problems.append(m_json.problems);
    }

    Outcome<document::Document> read()
    {
        for (const BodsRecord &record : m_records.all()) {
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
        return m_draft.finish(QFileInfo(m_path).completeBaseName(), QStringLiteral("BODS"));
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
        const Value *typed = objectAt(details, u"entityType"); // of version 0.4
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
        const Value *jurisdiction = objectAt(details, u"jurisdiction");
        if (!jurisdiction)
            jurisdiction = objectAt(details, u"incorporatedInJurisdiction");
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
                    addTextsOf(firm, "nationalities", firstOf(nation.value, {u"code", u"name"}),
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

    static void addTextsOf(Value &thing, const char *key, const QString &text, Position at)
    {
        const QString kept = QStringLiteral("x-") + QString::fromLatin1(key);
        QStringList texts = textsOf(thing, kept);
        if (!text.isEmpty() && !texts.contains(text))
            keepTexts(thing, QString::fromLatin1(key), texts += text, at);
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
            if (const Value *why = objectAt(details, key)) {
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
        const Value *source = objectAt(statement, u"source");
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
            const Value *why = objectAt(*named, u"unspecified");
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

    void readRelationship(const BodsRecord &record)
    {
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
        for (const Value *interest : interests)
            readInterest(agreement, *interest);
        readPeriod(agreement, interests);
        citeSources(agreement, *record.statement);
    }

    void readInterest(Value &agreement, const Value &interest)
    {
        const Position at = interest.position();
        const QString type = firstText(interest, u"type");
        addTextsOf(agreement, "interests", type, at);
        addTextsOf(agreement, "directOrIndirect", firstOf(interest, {u"directOrIndirect", u"interestLevel"}),
                   at);
        addTextsOf(agreement, "details", firstText(interest, u"details"), at);
        addTextsOf(agreement, "beneficialOwnershipOrControl",
                   firstText(interest, u"beneficialOwnershipOrControl"), at);
        const Value *share = objectAt(interest, u"share");
        if (!share)
            return;
        const QString word = interestWord(type);
        if (word == QLatin1String("shareholding"))
            readShare(agreement, "economic", *share);
        else if (word == QLatin1String("votingrights"))
            readShare(agreement, "voting", *share);
        else
            addTextsOf(agreement, "shares", type + QStringLiteral(": ") + rangeOf(*share), share->position());
    }

    static QString rangeOf(const Value &share)
    {
        const QString exact = firstText(share, u"exact");
        return exact.isEmpty()
                   ? firstText(share, u"minimum") + QStringLiteral(" to ") + firstText(share, u"maximum")
                   : exact;
    }

    // An exact share, or its least with the most beside it. The stake has one qualifier for
    // both shares: one of another is kept as text.
    void readShare(Value &agreement, const char *key, const Value &share)
    {
        const QString name = QString::fromLatin1(key);
        const Position at = share.position();
        const QString exact = firstText(share, u"exact");
        const QString least = firstText(share, u"minimum");
        const QString most = firstText(share, u"maximum");
        const bool isExact = !exact.isEmpty() || (least == most && !least.isEmpty());
        const QString qualifier = isExact           ? QStringLiteral("exact")
                                  : least.isEmpty() ? QStringLiteral("up_to")
                                                    : QStringLiteral("at_least");
        const Value *stake = agreement.find(u"stake");
        if (stake && firstText(*stake, u"qualifier") != qualifier) {
            addTextsOf(agreement, "shares", name + QStringLiteral(": ") + rangeOf(share), at);
            return;
        }
        const QString value = isExact && !exact.isEmpty() ? exact : least.isEmpty() ? most : least;
        setShare(m_draft, agreement, name, value, at);
        if (Value *set = agreement.find(u"stake"))
            set->set(QStringLiteral("qualifier"), ScenarioDraft::text(qualifier, at));
        if (!isExact && !least.isEmpty() && !most.isEmpty())
            ScenarioDraft::keep(agreement, name + QStringLiteral("-maximum"), most, at);
    }

    // Where the interests have one period, it is the agreement's; others are told one by one.
    void readPeriod(Value &agreement, const QList<const Value *> &interests)
    {
        QStringList periods;
        for (const Value *interest : interests) {
            const QString period =
                firstText(*interest, u"startDate") + u'/' + firstText(*interest, u"endDate");
            if (period.size() > 1 && !periods.contains(period))
                periods.append(period);
        }
        if (periods.isEmpty())
            return;
        const Position at = interests.first()->position();
        setPeriod(m_draft, agreement, periods.first().section(u'/', 0, 0), periods.first().section(u'/', 1),
                  at);
        keepTexts(agreement, QStringLiteral("further-periods"), periods.mid(1), at);
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
