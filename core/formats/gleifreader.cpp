#include "formats/gleifreader.h"

#include "formats/draftfacts.h"
#include "formats/gleifrecords.h"
#include "formats/jsonrecords.h"

namespace entente::formats {

using document::Value;

namespace {

// What a type of relationship is here. GLEIF's start node is the child, its end node the parent.
struct GleifRelation
{
    const char *type;
    const char *kind;
    const char *parentRole;
    const char *childRole;
    const char *title;
};

constexpr GleifRelation gleifRelations[] = {
    {"IS_DIRECTLY_CONSOLIDATED_BY", "ownership", "owner", "owned", "Direct consolidation"},
    {"IS_ULTIMATELY_CONSOLIDATED_BY", "ownership", "owner", "owned", "Ultimate consolidation"},
    {"IS_INTERNATIONAL_BRANCH_OF", "other", "head_office", "branch", "International branch"},
    {"IS_FUND-MANAGED_BY", "other", "manager", "fund", "Fund management"},
    {"IS_SUBFUND_OF", "other", "umbrella_fund", "sub_fund", "Sub-fund"},
    {"IS_FEEDER_TO", "other", "master_fund", "feeder_fund", "Feeder fund"},
};

const GleifRelation *gleifRelationOf(const QString &type)
{
    for (const GleifRelation &relation : gleifRelations) {
        if (type == QLatin1String(relation.type))
            return &relation;
    }
    return nullptr;
}

class GleifReader
{
public:
    explicit GleifReader(const ForeignFile &file)
        : m_file(file)
        , m_draft(file.path, file.options.progress)
    {}

    Outcome<document::Document> read()
    {
        const auto visit = [this](const GleifRecord &record) { readRecord(record); };
        if (beginningOf(m_file.bytes).trimmed().startsWith('<') ||
            beginningOf(m_file.bytes).contains("<?xml"))
            readGleifXml(m_file, m_draft, visit);
        else
            readGleifCsv(m_file, m_draft, visit);
        return m_draft.finish(titleFrom(m_file.path), QStringLiteral("GLEIF records"));
    }

private:
    void readRecord(const GleifRecord &record)
    {
        if (record.find(QStringLiteral("LEI")))
            readFirm(record);
        else
            readRelationship(record);
    }

    // ---- level 1: who is who
    void readFirm(const GleifRecord &record)
    {
        const QString lei = record.value(QStringLiteral("LEI"));
        const GleifField *name = record.find(QStringLiteral("Entity.LegalName"));
        const QString id = m_draft.nameFirm(lei, name ? name->value : lei, name ? name->at : record.at);
        Value &firm = m_draft.firmOf(id);
        addIdentifier(firm, QStringLiteral("lei"), lei, record.at);
        const QStringList taken{QStringLiteral("LEI"), QStringLiteral("Entity.LegalName"),
                                QStringLiteral("Entity.LegalJurisdiction")};
        if (const GleifField *where = record.find(taken[2]))
            firm.set(QStringLiteral("jurisdiction"), ScenarioDraft::text(where->value, where->at));
        for (const GleifField &field : record.fields) {
            const bool isName = field.name.contains(QLatin1String("OtherEntityName")) &&
                                !field.name.endsWith(QLatin1String("type")) &&
                                !field.name.endsWith(QLatin1String("xmllang"));
            if (isName)
                addAlias(firm, field.value, field.at);
            else if (field.name ==
                     QLatin1String("Entity.RegistrationAuthority.RegistrationAuthorityEntityID"))
                addIdentifier(firm, QStringLiteral("registration_number"), field.value, field.at);
            else if (field.name.startsWith(QLatin1String("Entity.")) && !taken.contains(field.name))
                ScenarioDraft::keep(firm, field.name.mid(7), field.value, field.at);
        }
    }

    // ---- level 2: who consolidates whom
    // The firm of a node; its LEI is its name until a level 1 record tells another.
    QString firmOf(const GleifRecord &record, const char *node)
    {
        const QString way = QStringLiteral("Relationship.%1.").arg(QLatin1String(node));
        const GleifField *id = record.find(way + QStringLiteral("NodeID"));
        if (!id)
            return {};
        const QString firm = m_draft.firm(id->value, id->at);
        const QString type = record.value(way + QStringLiteral("NodeIDType"));
        const bool isLei = type.isEmpty() || type == QLatin1String("LEI");
        addIdentifier(m_draft.firmOf(firm), isLei ? QStringLiteral("lei") : type.toLower(), id->value,
                      id->at);
        return firm;
    }

    void readRelationship(const GleifRecord &record)
    {
        const QString child = firmOf(record, "StartNode");
        const QString parent = firmOf(record, "EndNode");
        const GleifField *type = record.find(QStringLiteral("Relationship.RelationshipType"));
        if (child.isEmpty() || parent.isEmpty() || !type) {
            m_draft.error(QStringLiteral("missing"), record.at,
                          QStringLiteral("this relationship lacks a start node, an end node or a type"),
                          QStringLiteral("expected two LEIs and a type such as IS_DIRECTLY_CONSOLIDATED_BY"));
            return;
        }
        const GleifRelation *relation = gleifRelationOf(type->value);
        if (!relation) {
            m_draft.warn(QStringLiteral("unknown-relationship"), type->at,
                         QStringLiteral("\"%1\" is no relationship that is known").arg(type->value),
                         QStringLiteral("it is read as one of kind \"other\""));
        }
        const auto text = [](const char *word) { return QString::fromLatin1(word); };
        Value &agreement = m_draft.addAgreement(relation ? text(relation->title) : type->value, record.at);
        agreement.set(
            QStringLiteral("kind"),
            ScenarioDraft::text(relation ? text(relation->kind) : QStringLiteral("other"), type->at));
        ScenarioDraft::addParty(agreement, parent,
                                relation ? text(relation->parentRole) : QStringLiteral("target"), record.at);
        ScenarioDraft::addParty(agreement, child,
                                relation ? text(relation->childRole) : QStringLiteral("source"), record.at);
        // GLEIF gives relationships no id of their own: the nodes and the type are what tells them apart.
        agreement.set(
            QStringLiteral("x-id"),
            ScenarioDraft::text(QStringList{record.value(QStringLiteral("Relationship.StartNode.NodeID")),
                                            type->value,
                                            record.value(QStringLiteral("Relationship.EndNode.NodeID"))}
                                    .join(u' '),
                                record.at));
        readStanding(agreement, record);
    }

    void readStanding(Value &agreement, const GleifRecord &record)
    {
        QStringList used{QStringLiteral("Relationship.StartNode.NodeID"),
                         QStringLiteral("Relationship.StartNode.NodeIDType"),
                         QStringLiteral("Relationship.EndNode.NodeID"),
                         QStringLiteral("Relationship.EndNode.NodeIDType"),
                         QStringLiteral("Relationship.RelationshipType")};
        if (const GleifField *status = record.find(QStringLiteral("Relationship.RelationshipStatus"))) {
            const bool active = status->value == QLatin1String("ACTIVE");
            if (active || status->value == QLatin1String("INACTIVE")) {
                agreement.set(
                    QStringLiteral("status"),
                    ScenarioDraft::text(active ? QStringLiteral("in_force") : QStringLiteral("terminated"),
                                        status->at));
                used.append(status->name);
            }
        }
        used += readRelationshipPeriod(agreement, record);
        used += readValidation(agreement, record);
        for (const GleifField &field : record.fields) {
            if (!used.contains(field.name))
                ScenarioDraft::keep(agreement, field.name.section(u'.', 1), field.value, field.at);
        }
    }

    // Of the periods, the relationship's own; accounting and filing periods are kept as they are.
    QStringList readRelationshipPeriod(Value &agreement, const GleifRecord &record)
    {
        for (const GleifField &field : record.fields) {
            const bool isType = field.name.startsWith(QLatin1String("Relationship.Period.")) &&
                                field.name.endsWith(QLatin1String("eriodType"));
            if (!isType || field.value != QLatin1String("RELATIONSHIP_PERIOD"))
                continue;
            const QString way = field.name.left(field.name.lastIndexOf(u'.') + 1);
            QStringList used{field.name};
            QString dates[2];
            for (const GleifField &date : record.fields) {
                if (!date.name.startsWith(way) ||
                    !date.name.endsWith(QLatin1String("Date"), Qt::CaseInsensitive))
                    continue;
                dates[date.name.mid(way.size()).startsWith(u'e', Qt::CaseInsensitive) ? 1 : 0] = date.value;
                used.append(date.name);
            }
            setPeriod(m_draft, agreement, dates[0], dates[1], field.at);
            return used;
        }
        return {};
    }

    // What the record was checked against is its source.
    QStringList readValidation(Value &agreement, const GleifRecord &record)
    {
        const GleifField *reference = record.find(QStringLiteral("Registration.ValidationReference"));
        const GleifField *documents = record.find(QStringLiteral("Registration.ValidationDocuments"));
        QStringList used;
        if (reference) {
            const bool isUrl = isWebAddress(reference->value);
            citeSource(m_draft, agreement, isUrl ? QString() : reference->value,
                       isUrl ? reference->value : QString(), reference->at);
            used.append(reference->name);
            if (documents) {
                Value &source = m_draft.sourceOf(agreement.find(u"cites")->members().front().key);
                source.set(QStringLiteral("kind"),
                           ScenarioDraft::text(QString(documents->value).replace(u'_', u' ').toLower(),
                                               documents->at));
            }
        }
        return used;
    }

    const ForeignFile &m_file;
    ScenarioDraft m_draft;
};

} // namespace

Likeness recogniseGleif(QByteArrayView bytes)
{
    const QByteArrayView text = beginningOf(bytes);
    const bool isCsv = text.contains("Relationship.StartNode.NodeID") ||
                       (text.contains("Entity.LegalName") && text.contains("LEI"));
    const bool isXml = text.contains("gleif.org/data/schema/") ||
                       (text.trimmed().startsWith('<') &&
                        (text.contains("RelationshipRecord") || text.contains("LEIRecord")));
    return isCsv || isXml ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readGleif(const ForeignFile &file)
{
    return GleifReader(file).read();
}

} // namespace entente::formats
