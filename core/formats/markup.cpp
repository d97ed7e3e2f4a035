#include "formats/markup.h"

#include <QHash>

namespace entente::formats {

namespace {

// HTML 4's names of the characters from U+00A0 to U+00FF, in their order.
constexpr auto latinNames =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde "
    "Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute "
    "Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde "
    "auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
constexpr char16_t firstLatin = 0xa0;

QHash<QString, char16_t> makeNames()
{
    QHash<QString, char16_t> names{
        {QStringLiteral("quot"), u'"'},       {QStringLiteral("amp"), u'&'},
        {QStringLiteral("lt"), u'<'},         {QStringLiteral("gt"), u'>'},
        {QStringLiteral("apos"), u'\''},      {QStringLiteral("ndash"), u'\u2013'},
        {QStringLiteral("mdash"), u'\u2014'}, {QStringLiteral("lsquo"), u'\u2018'},
        {QStringLiteral("rsquo"), u'\u2019'}, {QStringLiteral("ldquo"), u'\u201c'},
        {QStringLiteral("rdquo"), u'\u201d'}, {QStringLiteral("euro"), u'\u20ac'},
    };
    char16_t next = firstLatin;
    const QStringList latin = QString::fromLatin1(latinNames).split(u' ');
    for (const QString &name : latin)
        names.insert(name, next++);
    return names;
}

// The character of an entity's inside, "amp" or "#233"; empty where it is none.
QString characterOf(const QString &entity)
{
    if (!entity.startsWith(u'#')) {
        static const QHash<QString, char16_t> names = makeNames();
        const auto known = names.constFind(entity);
        return known == names.constEnd() ? QString() : QString(QChar(*known));
    }
    const bool isHex = entity.size() > 1 && entity[1].toLower() == u'x';
    bool isNumber = false;
    const uint code = QStringView(entity).mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isControl = code < ' ' && code != '\t' && code != '\n' && code != '\r';
    if (!isNumber || isControl || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        return {};
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
}

} // namespace

QString decodeEntities(const QString &text)
{
    constexpr qsizetype longest = 12; // of an entity
    QString decoded;
    qsizetype at = 0;
    for (qsizetype amp = text.indexOf(u'&'); amp >= 0; amp = text.indexOf(u'&', amp + 1)) {
        const qsizetype end = QStringView(text).mid(amp, longest).indexOf(u';');
        const QString character = end > 1 ? characterOf(text.mid(amp + 1, end - 1)) : QString();
        if (character.isEmpty())
            continue;
        decoded += QStringView(text).mid(at, amp - at);
        decoded += character;
        at = amp + end + 1;
    }
    return at == 0 ? text : decoded + text.mid(at);
}

namespace {

// Whether a tag parts what is before it from what is after: a letter in bold does not.
bool isParting(QStringView tag)
{
    static const QStringList parting{QStringLiteral("br"), QStringLiteral("p"),  QStringLiteral("div"),
                                     QStringLiteral("li"), QStringLiteral("tr"), QStringLiteral("td"),
                                     QStringLiteral("th"), QStringLiteral("hr"), QStringLiteral("table")};
    qsizetype start = tag.startsWith(u'/') ? 1 : 0;
    qsizetype end = start;
    while (end < tag.size() && tag[end].isLetterOrNumber())
        ++end;
    return parting.contains(tag.mid(start, end - start).toString().toLower());
}

} // namespace

QString textOfHtml(const QString &html)
{
    const QStringView all(html);
    QString text;
    qsizetype at = 0;
    while (at < all.size()) {
        const qsizetype open = html.indexOf(u'<', at);
        text += all.mid(at, open < 0 ? -1 : open - at);
        if (open < 0)
            break;
        const bool isComment = all.mid(open).startsWith(QLatin1String("<!--"));
        const QLatin1String close(isComment ? "-->" : ">");
        const qsizetype end = html.indexOf(close, open);
        if (end < 0)
            break; // a tag that never ends says nothing
        if (!isComment && isParting(all.mid(open + 1, end - open - 1)))
            text += u' ';
        at = end + close.size();
    }
    return decodeEntities(text).simplified();
}

} // namespace entente::formats
