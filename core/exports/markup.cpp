#include "exports/markup.h"

#include "exports/printable.h"

#include <QUrl>

namespace entente::exports::markup {

using domain::ThingRef;

QString escaped(const QString &text)
{
    QString result = printable(text).toHtmlEscaped();
    return result.replace(u'\'', QLatin1String("&#39;"));
}

QString name(const QString &text)
{
    return QStringLiteral("<bdi>") + escaped(printableLine(text)) + QStringLiteral("</bdi>");
}

QString hrefTo(const ThingRef &thing)
{
    return u'#' + QString::fromLatin1(QUrl::toPercentEncoding(thing.toString(), ":/~"));
}

QString link(const ThingRef &thing, const QString &text)
{
    return QStringLiteral("<a href=\"") + hrefTo(thing) + QStringLiteral("\">") + name(text) +
           QStringLiteral("</a>");
}

QString address(const QString &url)
{
    const QString text = escaped(printableLine(url));
    if (!isSafeAddress(url))
        return text;
    return QStringLiteral("<a class=\"outside\" href=\"") + text +
           QStringLiteral("\" rel=\"noopener noreferrer\" target=\"_blank\">") + text +
           QStringLiteral("</a>");
}

QString paragraph(const QString &html, const char *className)
{
    if (html.isEmpty())
        return {};
    const QString attribute =
        className ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(className)) : QString();
    return QStringLiteral("<p dir=\"auto\"") + attribute + u'>' + html + QStringLiteral("</p>\n");
}

} // namespace entente::exports::markup
