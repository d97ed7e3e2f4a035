#include "formats/xmlgraph.h"

namespace entente::formats {

XmlGraphReader::XmlGraphReader(const ForeignFile &file, const QString &formatTitle)
    : m_xml(file.bytes.toByteArray(), file.options)
    , m_tables(file, formatTitle)
{}

document::Position XmlGraphReader::here() const
{
    return {0, quint32(std::max<qint64>(m_xml.lineNumber(), 1)), quint32(m_xml.columnNumber() + 1)};
}

Cell XmlGraphReader::attribute(const char *name) const
{
    return cell(m_xml.attributes().value(QLatin1String(name)).toString());
}

bool XmlGraphReader::begin(const char *root)
{
    if (!m_xml.nextStart())
        return false;
    if (is(root))
        return true;
    m_tables.draft().error(QStringLiteral("unknown-root"), here(),
                           QStringLiteral("the first element is <%1>").arg(m_xml.name().toString().left(60)),
                           QStringLiteral("expected <%1>").arg(QLatin1String(root)));
    return false;
}

Outcome<document::Document> XmlGraphReader::finish(const QString &title)
{
    const auto fault = m_xml.fault(m_tables.draft().placeOf(here()));
    if (fault && !m_isStopped)
        m_tables.draft().problems.add(*fault);
    return m_tables.finish(title);
}

Likeness hasXmlRoot(QByteArrayView bytes, QByteArrayView element)
{
    constexpr qsizetype head = 4096; // declaration, comments and a document type come before the root
    const QByteArray start = bytes.first(std::min(bytes.size(), head)).toByteArray();
    for (qsizetype at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at + 1)) {
        if (at + 1 >= start.size() || start[at + 1] == '?' || start[at + 1] == '!')
            continue;
        const qsizetype colon = start.indexOf(':', at);
        const auto begins = [&](qsizetype from) {
            const char after =
                start.mid(from + element.size(), 1).isEmpty() ? '>' : start[from + element.size()];
            return QByteArrayView(start).sliced(std::min(from, start.size())).startsWith(element) &&
                   (after == '>' || after == ' ' || after == '/' || after == '\n' || after == '\r' ||
                    after == '\t');
        };
        return begins(at + 1) || (colon > at && colon < at + 20 && begins(colon + 1)) ? Likeness::Yes
                                                                                      : Likeness::No;
    }
    return Likeness::No;
}

} // namespace entente::formats
