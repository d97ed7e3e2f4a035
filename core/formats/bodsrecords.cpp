#include "formats/bodsrecords.h"

#include <optional>

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

// Version 0.4 calls it recordType, the versions before statementType.
std::optional<BodsType> bodsTypeOf(const Value &statement)
{
    const QString type = statement.find(u"recordType") ? firstText(statement, u"recordType")
                                                       : firstText(statement, u"statementType");
    if (type == QLatin1String("entity") || type == QLatin1String("entityStatement"))
        return BodsType::Entity;
    if (type == QLatin1String("person") || type == QLatin1String("personStatement"))
        return BodsType::Person;
    if (type == QLatin1String("relationship") || type == QLatin1String("ownershipOrControlStatement"))
        return BodsType::Relationship;
    return std::nullopt;
}

QString statementIdOf(const Value &statement)
{
    const QString id = firstText(statement, u"statementId");
    return id.isEmpty() ? firstText(statement, u"statementID") : id;
}

bool isLater(const Value &statement, const Value &than)
{
    return firstText(statement, u"statementDate") >= firstText(than, u"statementDate");
}

bool isClosed(const Value &statement)
{
    return firstText(statement, u"recordStatus") == QLatin1String("closed");
}

} // namespace

BodsRecords::BodsRecords(const std::vector<Value> &statements, ScenarioDraft &draft)
    : m_draft(draft)
{
    followReplacements(statements);
    for (const Value &statement : statements)
        add(statement);
    QList<BodsRecord> current;
    for (const BodsRecord &record : std::as_const(m_records)) {
        if (isClosed(*record.statement))
            ++m_closed;
        else
            current.append(record);
    }
    m_records = current;
    m_at.clear();
    for (int at = 0; at < m_records.size(); ++at)
        m_at.insert(m_records[at].key, at);
}

void BodsRecords::followReplacements(const std::vector<Value> &statements)
{
    for (const Value &statement : statements) {
        const QStringList replaced = textsOf(statement, u"replacesStatements");
        for (const QString &id : replaced)
            m_replacedBy.insert(id, statementIdOf(statement));
    }
}

void BodsRecords::add(const Value &statement)
{
    const auto type = bodsTypeOf(statement);
    const QString id = statementIdOf(statement);
    const QString recordId = firstText(statement, u"recordId");
    const Value *details = statement.find(u"recordDetails");
    if (!type || (id.isEmpty() && recordId.isEmpty()) || (details && !details->isObject())) {
        m_draft.error(QStringLiteral("missing"), statement.position(),
                      QStringLiteral("this is no statement of beneficial ownership"),
                      QStringLiteral("expected a record type (or statement type) and an id"));
        return;
    }
    const QString key = recordId.isEmpty() ? id : recordId;
    if (m_replacedBy.contains(id) && keyOf(id) != key) {
        ++m_replaced;
        return;
    }
    const BodsRecord record{key, *type, &statement, details ? details : &statement};
    const auto known = m_at.constFind(key);
    if (known == m_at.constEnd()) {
        m_at.insert(key, int(m_records.size()));
        m_records.append(record);
        return;
    }
    ++m_replaced;
    if (isLater(statement, *m_records[*known].statement))
        m_records[*known] = record;
}

QString BodsRecords::keyOf(const QString &reference) const
{
    QString id = reference;
    QSet<QString> seen; // statements that replace each other in a circle
    while (m_replacedBy.contains(id) && !seen.contains(id)) {
        seen.insert(id);
        id = m_replacedBy.value(id);
    }
    return id;
}

} // namespace entente::formats
