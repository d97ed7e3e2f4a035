#include "formats/xmlscanner.h"

namespace entente::formats {

XmlScanner::XmlScanner(const QByteArray &bytes, const ReadOptions &options)
    : QXmlStreamReader(bytes)
    , m_mostDepth(options.limits.depth)
    , m_progress(options.progress)
{
    setEntityExpansionLimit(0);
}

bool XmlScanner::next()
{
    if (atEnd() || (m_progress && m_progress->isCancelled))
        return false;
    readNext();
    if (isStartElement() && ++m_depth > m_mostDepth)
        refuse(Refusal::Depth);
    else if (isEndElement())
        --m_depth;
    else if (isDTD() && !entityDeclarations().isEmpty())
        refuse(Refusal::Entities);
    return !hasError();
}

void XmlScanner::refuse(Refusal refusal)
{
    m_refusal = refusal;
    raiseError(QStringLiteral("refused"));
}

bool XmlScanner::nextStart()
{
    while (next()) {
        if (isStartElement())
            return true;
    }
    return false;
}

bool XmlScanner::nextWithin()
{
    while (next() && !isEndElement()) {
        if (isStartElement())
            return true;
    }
    return false;
}

void XmlScanner::skipElement()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
    }
}

QString XmlScanner::textWithin()
{
    const int outside = m_depth - 1;
    QString within;
    while (m_depth > outside && next()) {
        if (isCharacters() || isEntityReference())
            within += text();
    }
    return within;
}

std::optional<Problem> XmlScanner::fault(const Place &place) const
{
    const auto problem = [&place](Cause cause, const char *code, const QString &message,
                                  const QString &hint = {}) {
        return Problem{Severity::Error, cause, QString::fromLatin1(code), place, {}, message, hint};
    };
    if (!hasError())
        return std::nullopt;
    switch (m_refusal) {
    case Refusal::Depth:
        return problem(Cause::Limit, "too-deep",
                       QStringLiteral("elements are nested more than %1 deep").arg(m_mostDepth));
    case Refusal::Entities:
        return problem(Cause::Input, "entities", QStringLiteral("this file declares entities"),
                       QStringLiteral("they are not read; write what they stand for"));
    case Refusal::None:
        break;
    }
    return problem(Cause::Input, "bad-xml",
                   QStringLiteral("this is no sound XML: %1").arg(errorString().simplified()));
}

} // namespace entente::formats
