#include "formats/gleifrecords.h"

#include "formats/tabletext.h"

#include <QHash>
#include <QXmlStreamReader>

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
    for (Row row; rows.next(row);) {
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
        : m_xml(file.bytes.toByteArray())
        , m_draft(draft)
        , m_visit(visit)
        , m_depthLimit(file.options.limits.depth)
        , m_left(file.options.limits.values)
    {}

    void read()
    {
        while (!m_xml.atEnd() && !m_stopped) {
            m_xml.readNext();
            if (m_xml.isDTD() && !m_xml.entityDeclarations().isEmpty())
                stop(QStringLiteral("entities"), Cause::Input, QStringLiteral("this file declares entities"),
                     QStringLiteral("GLEIF's files have none; they are not read"));
            else if (m_xml.isStartElement())
                open();
            else if (m_xml.isEndElement())
                close();
            else if (m_xml.isCharacters() && m_inRecord)
                m_text += m_xml.text();
        }
        if (m_xml.hasError() && !m_stopped)
            m_draft.error(QStringLiteral("bad-xml"), here(), m_xml.errorString());
    }

private:
    Position here() const
    {
        return {0, quint32(std::max<qint64>(1, m_xml.lineNumber())), quint32(m_xml.columnNumber() + 1)};
    }

    void stop(const QString &code, Cause cause, const QString &message, const QString &hint = {})
    {
        m_draft.problems.add({Severity::Error, cause, code, m_draft.placeOf(here()), {}, message, hint});
        m_stopped = true;
    }

    void open()
    {
        const QString name = m_xml.name().toString();
        if (++m_depth > m_depthLimit) {
            stop(QStringLiteral("too-deep"), Cause::Limit,
                 QStringLiteral("elements are nested more than %1 deep").arg(m_depthLimit));
            return;
        }
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
        --m_depth;
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

    QXmlStreamReader m_xml;
    ScenarioDraft &m_draft;
    const GleifVisit &m_visit;
    int m_depthLimit;
    qint64 m_left;
    int m_depth = 0;
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
