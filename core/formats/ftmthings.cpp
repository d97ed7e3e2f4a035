#include "formats/ftmthings.h"

#include "formats/draftfacts.h"
#include "formats/ftmschemata.h"

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

// Properties that carry where a statement comes from, and names.
const QStringList &provenance()
{
    static const QStringList keys{QStringLiteral("sourceUrl"), QStringLiteral("publisher"),
                                  QStringLiteral("publisherUrl"), QStringLiteral("proof")};
    return keys;
}

} // namespace

bool isFtmProvenance(const QString &property)
{
    return provenance().contains(property);
}

FtmThings::FtmThings(const ForeignFile &file)
    : m_path(file.path)
    , m_draft(file.path, file.options.progress)
    , m_json(readJsonRecords(file))
{
    m_draft.problems.append(m_json.problems);
}

void FtmThings::readThings()
{
    index();
    for (const Value *entity : std::as_const(m_documents))
        readDocument(*entity);
    for (const Value *entity : std::as_const(m_things)) {
        if (m_draft.isCancelled())
            return;
        readThing(*entity);
    }
    for (auto it = m_unread.constBegin(); it != m_unread.constEnd(); ++it) {
        m_draft.warn(QStringLiteral("not-read"), it->first,
                     QStringLiteral("%1 records of schema \"%2\" are left out").arg(it->second).arg(it.key()),
                     QStringLiteral("they are neither firms nor agreements"));
    }
}

void FtmThings::index()
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

void FtmThings::sort(const Value &record, const QString &schema, const Value &properties)
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

void FtmThings::noteUnread(const QString &schema, Position at)
{
    auto &entry = m_unread[schema];
    if (++entry.second == 1)
        entry.first = at;
}

QString FtmThings::nameOf(const Value &entity) const
{
    const Value &properties = propertiesOf(entity);
    for (const QStringView key : {QStringView(u"name"), QStringView(u"title"), QStringView(u"fileName")}) {
        const QString name = firstText(properties, key);
        if (!name.isEmpty())
            return name;
    }
    const QString caption = firstText(entity, u"caption");
    return caption.isEmpty() ? idOf(entity) : caption;
}

void FtmThings::readDocument(const Value &entity)
{
    const Value &properties = propertiesOf(entity);
    const Position at = entity.position();
    const QString id = formats::sourceOf(m_draft, nameOf(entity), firstText(properties, u"sourceUrl"), at);
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

void FtmThings::citeSources(Value &thing, const Value &properties, Position at)
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

void FtmThings::readThing(const Value &entity)
{
    const Value &properties = propertiesOf(entity);
    const Position at = entity.position();
    const QString schema = firstText(entity, u"schema");
    const QString name = nameOf(entity);
    const QString id = m_draft.nameFirm(idOf(entity), name, positionIn(properties, u"name"));
    m_idOfName.insert(name, m_idOfName.contains(name) ? QString() : idOf(entity));
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

void FtmThings::readCountry(Value &firm, const Value &properties, QStringView key)
{
    const QString code = firstText(properties, key);
    if (m_hasJurisdiction || code.isEmpty())
        return;
    constexpr qsizetype isoLength = 2;
    firm.set(
        QStringLiteral("jurisdiction"),
        ScenarioDraft::text(code.size() == isoLength ? code.toUpper() : code, positionIn(properties, key)));
    m_hasJurisdiction = true;
    m_jurisdictionKey = key.toString();
}

void FtmThings::readFact(Value &firm, const Member &member, const Value &properties)
{
    const Position at = member.value.position();
    QStringList texts = textsOf(properties, member.key);
    if (texts.isEmpty() || isFtmProvenance(member.key))
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

QStringList FtmThings::firmsNamed(const Value &properties, const QString &key, bool isText)
{
    QStringList firms;
    const QStringList keys = textsOf(properties, key);
    for (const QString &named : keys) {
        const Position at = positionIn(properties, key);
        if (isText && !m_byId.contains(named)) {
            const QString known = m_idOfName.value(named);
            firms.append(known.isEmpty() ? m_draft.nameFirm(QStringLiteral("authority:") + named, named, at)
                                         : m_draft.firm(known, at));
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

void FtmThings::warnOfDangling(const QString &named, Position at)
{
    m_draft.warn(QStringLiteral("dangling-reference"), at,
                 QStringLiteral("there is no entity \"%1\"").arg(named),
                 QStringLiteral("it is shown as a firm of that name"));
}

} // namespace entente::formats
