#include "exports/printable.h"

#include <algorithm>
#include <array>

namespace entente::exports {

namespace {

constexpr QChar replacement(0xfffd);

bool isForbidden(QChar c)
{
    if (c == u'\t' || c == u'\n')
        return false;
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || c.isSurrogate() || code == 0xfffe || code == 0xffff;
}

bool isLineBreak(QChar c)
{
    return c == u'\r' || c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

} // namespace

QString printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (c.isHighSurrogate() && next.isLowSurrogate()) {
            result += c;
            result += next;
            ++i;
        } else if (isLineBreak(c)) {
            result += u'\n';
            i += c == u'\r' && next == u'\n' ? 1 : 0;
        } else {
            result += isForbidden(c) ? replacement : c;
        }
    }
    return result;
}

QString printableLine(const QString &text)
{
    return printable(text).simplified();
}

bool isSafeAddress(const QString &url)
{
    static constexpr std::array schemes{QLatin1String("http://"), QLatin1String("https://"),
                                        QLatin1String("mailto:")};
    return std::any_of(schemes.begin(), schemes.end(),
                       [&url](QLatin1String scheme) { return url.startsWith(scheme, Qt::CaseInsensitive); });
}

} // namespace entente::exports
