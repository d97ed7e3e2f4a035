#include "formats/gleifrecords.h"

#include "formats/tabletext.h"
#include "formats/xmlscanner.h"

#include <QHash>

#include <algorithm>

namespace entente::formats {

using document::Position;

const GleifField *GleifRecord::find(const QString &name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&name](const GleifField &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString GleifRecord::value(const QString &name) const
{
    const GleifField *field = find(name);
    return field ? field->value : QString();
}

namespace {

// False, and an error, once the file has more values than it may.
bool countValue(qint64 &left, ScenarioDraft &draft, Position at)
{
    if (--left >= 0)
        return true;
    Problem problem{Severity::Error,
                    Cause::Limit,
                    QStringLiteral("too-many-values"),
                    draft.placeOf(at),
                    {},
                    QStringLiteral("this file has more values than can be read"),
                    {}};
    draft.problems.add(problem);
    return false;
}

GleifRecord recordOf(const Row &header, const Row &row)
{
    GleifRecord record;
    record.at = row.front().at;
    for (size_t i = 0; i < row.size() && i < header.size(); ++i) {
        const QString text = row[i].text.trimmed();
        if (!text.isEmpty())
            record.fields.push_back({header[i].text, text, row[i].at});
    }
    return record;
}

} // namespace

void readGleifCsv(const ForeignFile &file, ScenarioDraft &draft, const GleifVisit &visit)
{
    const Outcome<QByteArray> text = tableText(file.bytes.toByteArray(), file.path);
    draft.problems.append(text.problems);
    if (!text)
        return;
    TableRows rows(*text.value, guessDelimiter(*text.value), 0);
    Row header;
    while (header.empty() && rows.next(header)) {
    }
    qint64 left = file.options.limits.values;
    for (Row row; !draft.isCancelled() && rows.next(row);) {
        if (row.empty())
            continue;
        if (!countValue(left, draft, row.front().at))
            return;
        if (row.size() != header.size()) {
            draft.warn(QStringLiteral("row-length"), row.front().at,
                       QStringLiteral("this row has %1 cells").arg(row.size()),
                       QStringLiteral("expected %1, as in the first row").arg(header.size()));
        }
        visit(recordOf(header, row));
    }
    if (rows.isUnclosed()) {
        draft.error(QStringLiteral("unclosed-quote"), rows.openQuote(),
                    QStringLiteral("this quote is never closed"));
    }
}

namespace {

class GleifXml
{
public:
    GleifXml(const ForeignFile &file, ScenarioDraft &draft, const GleifVisit &visit)
        : m_xml(file.bytes.toByteArray(), file.options)
        , m_draft(draft)
        , m_visit(visit)
        , m_left(file.options.limits.values)
    {}

    void read()
    {
        while (!m_stopped && m_xml.next()) {
            if (m_xml.isStartElement())
                open();
            else if (m_xml.isEndElement())
                close();
            else if (m_xml.isCharacters() && m_inRecord)
                m_text += m_xml.text();
        }
        if (const auto fault = m_xml.fault(m_draft.placeOf(here())))
            m_draft.problems.add(*fault);
    }

private:
    Position here() const
    {
        return {0, quint32(std::max<qint64>(1, m_xml.lineNumber())), quint32(m_xml.columnNumber() + 1)};
    }

    void open()
    {
        const QString name = m_xml.name().toString();
        if (!countValue(m_left, m_draft, here())) {
            m_stopped = true;
            return;
        }
        if (!m_inRecord &&
            (name == QLatin1String("RelationshipRecord") || name == QLatin1String("LEIRecord"))) {
            m_inRecord = true;
            m_record = {};
            m_record.at = here();
            m_way.clear();
            m_counts.clear();
            return;
        }
        if (m_inRecord) {
            m_way.append(name);
            m_text.clear();
            m_at = here();
        }
    }

    void close()
    {
        if (!m_inRecord)
            return;
        if (m_way.isEmpty()) {
            m_inRecord = false;
            m_visit(m_record);
            return;
        }
        const QString text = m_text.trimmed();
        if (!text.isEmpty())
            m_record.fields.push_back({nameOfWay(), text, m_at});
        m_text.clear();
        m_way.removeLast();
    }

    // As the columns call it: periods, qualifiers and names are numbered there, by the element that holds
    // them.
    QString nameOfWay()
    {
        static const QHash<QString, QString> lists{
            {QStringLiteral("RelationshipPeriod"), QStringLiteral("Period")},
            {QStringLiteral("RelationshipQualifier"), QStringLiteral("Qualifiers")},
            {QStringLiteral("RelationshipQuantifier"), QStringLiteral("Quantifiers")}};
        QString name;
        for (qsizetype i = 0; i < m_way.size(); ++i) {
            const bool isHolder = i + 1 < m_way.size() && m_way[i] == m_way[i + 1] + u's';
            if (isHolder)
                continue;
            QString part = lists.value(m_way[i], m_way[i]);
            if (lists.contains(m_way[i]))
                part += u'.' + QString::number(numberOf(m_way[i], i));
            name += (name.isEmpty() ? QString() : QStringLiteral(".")) + part;
        }
        return name;
    }

    // The first element within a list's item begins it.
    int numberOf(const QString &list, qsizetype at)
    {
        auto &[count, seen] = m_counts[list];
        const QString inner = m_way.mid(at + 1).join(u'.');
        if (count == 0 || seen.contains(inner)) {
            ++count;
            seen.clear();
        }
        seen.append(inner);
        return count;
    }

    XmlScanner m_xml;
    ScenarioDraft &m_draft;
    const GleifVisit &m_visit;
    qint64 m_left;
    bool m_inRecord = false;
    bool m_stopped = false;
    GleifRecord m_record;
    QStringList m_way; // from the record to the element that is open
    QHash<QString, std::pair<int, QStringList>> m_counts;
    QString m_text;
    Position m_at;
};

} // namespace

void readGleifXml(const ForeignFile &file, ScenarioDraft &draft, const GleifVisit &visit)
{
    GleifXml(file, draft, visit).read();
}

} // namespace entente::formats
