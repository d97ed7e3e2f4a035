#include "analysis/jsontext.h"

namespace entente::analysis {

QString quoted(const QString &text)
{
    constexpr char16_t firstPrintable = 0x20;
    QString json = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            json += u'\\';
        if (c == u'\n')
            json += QStringLiteral("\\n");
        else if (c.unicode() < firstPrintable)
            json += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            json += c;
    }
    return json + u'"';
}

QString pointerToken(const QString &key)
{
    return QString(key).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

} // namespace entente::analysis
