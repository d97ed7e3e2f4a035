#include "formats/looseamount.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace entente::formats {

namespace {

using Match = QRegularExpressionMatch;

void blame(QString *why, const QString &phrase)
{
    if (why)
        *why = phrase;
}

// ---- words around the number

struct QualifierWords
{
    domain::Qualifier qualifier;
    const char *pattern; // at the start of the text
};

constexpr std::array qualifierWords{
    QualifierWords{
        domain::Qualifier::About,
        "~|≈|about |around |roughly |circa |ca?\\. ?|approximately |approx\\.? |some |nearly |almost "
        "|estimated (?:at )?|est\\. ?"},
    QualifierWords{
        domain::Qualifier::UpTo,
        "<=? ?|≤ ?|up to |at most |no more than |not more than |a maximum of |maximum |max\\.? |under "
        "|less than |below "},
    QualifierWords{
        domain::Qualifier::AtLeast,
        ">=? ?|≥ ?|at least |more than |over |above |no less than |a minimum of |minimum |min\\.? "},
};

// Begins like "$1.2bn" or "1.2bn": no words stand before the number.
bool beginsWithNumber(const QString &text)
{
    return !text.isEmpty() && (text[0].isDigit() || text[0].category() == QChar::Symbol_Currency);
}

// Takes a leading "up to" or a trailing "+" off the text.
domain::Qualifier takeQualifier(QString &text)
{
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> list;
        for (const QualifierWords &words : qualifierWords)
            list.append(QRegularExpression(QStringLiteral("^(?:%1)").arg(QString::fromUtf8(words.pattern)),
                                           QRegularExpression::CaseInsensitiveOption));
        return list;
    }();
    for (int i = 0; i < patterns.size() && !beginsWithNumber(text); ++i) {
        if (const Match match = patterns[i].match(text); match.hasMatch()) {
            text = text.mid(match.capturedLength()).trimmed();
            return qualifierWords[size_t(i)].qualifier;
        }
    }
    if (text.endsWith(u'+')) {
        text.chop(1);
        text = text.trimmed();
        return domain::Qualifier::AtLeast;
    }
    return domain::Qualifier::Exact;
}

bool isUndisclosed(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("^(?:an )?(?:undisclosed|not disclosed|non-disclosed|confidential)"
                       "(?: (?:amount|sum|value|terms|price))?$"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

// ---- currencies

// Those that a sign may stand for which stands for several.
QStringList currenciesAmong(const QString &sign)
{
    if (sign == u"¥" || sign == u"￥")
        return {QStringLiteral("CNY"), QStringLiteral("JPY")};
    if (sign.compare(u"kr", Qt::CaseInsensitive) == 0 || sign.compare(u"kr.", Qt::CaseInsensitive) == 0)
        return {QStringLiteral("DKK"), QStringLiteral("ISK"), QStringLiteral("NOK"), QStringLiteral("SEK")};
    return {};
}

// Signs that stand for one currency only.
const QHash<QString, QString> &currencySigns()
{
    static const QHash<QString, QString> signs = [] {
        const char *const pairs[][2] = {
            {"$", "USD"},     {"us$", "USD"},    {"u.s.$", "USD"},   {"ca$", "CAD"},        {"c$", "CAD"},
            {"a$", "AUD"},    {"au$", "AUD"},    {"nz$", "NZD"},     {"hk$", "HKD"},        {"s$", "SGD"},
            {"nt$", "TWD"},   {"r$", "BRL"},     {"mx$", "MXN"},     {"£", "GBP"},          {"€", "EUR"},
            {"₹", "INR"},     {"₩", "KRW"},      {"₽", "RUB"},     {"₺", "TRY"},          {"₪", "ILS"},
            {"₫", "VND"},     {"₦", "NGN"},      {"₴", "UAH"},       {"₱", "PHP"},          {"฿", "THB"},
            {"zł", "PLN"},    {"dollar", "USD"}, {"dollars", "USD"}, {"us dollars", "USD"}, {"euro", "EUR"},
            {"euros", "EUR"}, {"yen", "JPY"},    {"pounds", "GBP"},  {"sterling", "GBP"},   {"rmb", "CNY"}};
        QHash<QString, QString> table;
        for (const auto &pair : pairs)
            table.insert(QString::fromUtf8(pair[0]), QString::fromLatin1(pair[1]));
        return table;
    }();
    return signs;
}

// The currency of a sign, a word or an ISO code; empty where it is none.
QString currencyOf(const QString &text)
{
    const QString sign = currencySigns().value(text.toLower());
    if (!sign.isEmpty())
        return sign;
    return text.size() == 3 && domain::isCurrency(text.toUpper()) ? text.toUpper() : QString();
}

// ---- numbers

// By how many powers of ten "bn" or "million" raises the number; -1 where the word is unknown. "B" is a
// thousand millions, as in English.
int powerOf(const QString &word)
{
    static const QHash<QString, int> powers{
        {QString(), 0},
        {QStringLiteral("k"), 3},
        {QStringLiteral("thousand"), 3},
        {QStringLiteral("lakh"), 5},
        {QStringLiteral("m"), 6},
        {QStringLiteral("mm"), 6},
        {QStringLiteral("mn"), 6},
        {QStringLiteral("mln"), 6},
        {QStringLiteral("mio"), 6},
        {QStringLiteral("million"), 6},
        {QStringLiteral("millions"), 6},
        {QStringLiteral("crore"), 7},
        {QStringLiteral("b"), 9},
        {QStringLiteral("bn"), 9},
        {QStringLiteral("bln"), 9},
        {QStringLiteral("mrd"), 9},
        {QStringLiteral("billion"), 9},
        {QStringLiteral("billions"), 9},
        {QStringLiteral("t"), 12},
        {QStringLiteral("tn"), 12},
        {QStringLiteral("trn"), 12},
        {QStringLiteral("trillion"), 12},
    };
    return powers.value(word.toLower(), -1);
}

bool isGrouped(const QString &digits, QChar separator)
{
    const QStringList groups = digits.split(separator);
    for (int i = 0; i < groups.size(); ++i) {
        const qsizetype size = groups[i].size();
        if (i == 0 ? size < 1 || size > 3 : size != 3)
            return false;
    }
    return groups.size() > 1;
}

// "1,234.5" with point for the decimals, as plain digits; nothing where the groups aren't of three.
std::optional<QString> plainDigits(const QString &text, QChar decimal)
{
    const QChar group = decimal == u'.' ? u',' : u'.';
    const qsizetype mark = text.indexOf(decimal);
    QString whole = mark < 0 ? text : text.left(mark);
    const QString rest = mark < 0 ? QString() : text.mid(mark + 1);
    if (rest.contains(group) || rest.contains(decimal) || (mark >= 0 && rest.isEmpty()))
        return std::nullopt;
    if (whole.contains(group)) {
        if (!isGrouped(whole, group))
            return std::nullopt;
        whole.remove(group);
    }
    if (whole.isEmpty())
        whole = QStringLiteral("0");
    return rest.isEmpty() ? whole : whole + u'.' + rest;
}

// "1,234" and "1.234": one sign, with three digits after it, and no more than three before it.
bool isEitherWay(const QString &text)
{
    constexpr qsizetype shortest = 5;
    constexpr qsizetype longest = 7;
    static const QRegularExpression either(QStringLiteral("^[1-9]\\d{0,2}[.,]\\d{3}$"));
    return text.size() >= shortest && text.size() <= longest && either.match(text).hasMatch();
}

// Which sign is for decimals, as far as this number tells.
DecimalMark markOf(const QString &text)
{
    const qsizetype point = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    if (point >= 0 && comma >= 0)
        return point > comma ? DecimalMark::Point : DecimalMark::Comma;
    if (point < 0 && comma < 0)
        return DecimalMark::Point;
    const QChar sign = point >= 0 ? u'.' : u',';
    const bool groups = text.count(sign) > 1;
    return groups == (sign == u'.') ? DecimalMark::Comma : DecimalMark::Point;
}

struct NumberText
{
    QString digits; // as written, spaces and apostrophes between groups left out
    bool english;   // what stands around it says that the point is for decimals
};

std::optional<domain::Decimal> decimalOf(const NumberText &number, int power, DecimalMark mark, QString *why)
{
    if (mark == DecimalMark::Unknown && !number.english && isEitherWay(number.digits)) {
        blame(why, QStringLiteral("\"%1\" may be a thousand and more, or a decimal").arg(number.digits));
        return std::nullopt;
    }
    if (mark == DecimalMark::Unknown)
        mark = isEitherWay(number.digits) ? DecimalMark::Point : markOf(number.digits);
    const auto digits = plainDigits(number.digits, mark == DecimalMark::Comma ? u',' : u'.');
    if (!digits) {
        blame(why, QStringLiteral("\"%1\" is no number").arg(number.digits));
        return std::nullopt;
    }
    return domain::Decimal::parse(power == 0 ? *digits : *digits + u'e' + QString::number(power), why);
}

// "1 234 567" and "1'234'567" as digits alone; as it is where the groups aren't of three.
QString ungrouped(QString digits)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\d)[ '’](?=\\d{3}(?!\\d))"));
    const bool hasGaps = std::any_of(digits.begin(), digits.end(),
                                     [](QChar c) { return c == u' ' || c == u'\'' || c == u'’'; });
    return hasGaps ? digits.remove(gap) : digits;
}

// The parts of "US$ 1.2 billion" and "1.2 bn EUR".
struct AmountParts
{
    QString before; // a currency's sign or code
    QString digits;
    QString scale;
    QString after;
};

// What follows the number: a scale, a currency, or one after the other.
void takeScale(AmountParts &parts)
{
    const qsizetype space = parts.after.indexOf(u' ');
    QString word = parts.after.left(space);
    if (word.endsWith(u'.'))
        word.chop(1);
    if (word.isEmpty() || powerOf(word) <= 0)
        return;
    parts.scale = word;
    parts.after = space < 0 ? QString() : parts.after.mid(space + 1);
}

std::optional<AmountParts> partsOf(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([^\\d.,()+-]*?) ?([.,]?\\d[\\d.,' ’]*?(?:[eE][+]?\\d+)?)"
                       "(?: ?([^\\d\\s.,()-][^\\d()]*))?$"));
    const Match match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    AmountParts parts{
        match.captured(1).trimmed(), ungrouped(match.captured(2).trimmed()), {}, match.captured(3).trimmed()};
    takeScale(parts);
    return parts;
}

// What is known of a cell beside its text.
struct Hints
{
    DecimalMark mark;
    QString stated; // the currency; may be empty
};

std::optional<LooseAmount> amountOf(const AmountParts &parts, const Hints &hints, const QString &text,
                                    QString *why)
{
    const int power = parts.scale.isEmpty() ? 0 : powerOf(parts.scale);
    const QString currency = parts.before.isEmpty() ? parts.after : parts.before;
    const bool both = !parts.before.isEmpty() && !parts.after.isEmpty();
    LooseAmount amount;
    amount.currency = currencyOf(currency);
    if (const QStringList among = currenciesAmong(currency); !among.isEmpty()) {
        const QString stated = both ? currencyOf(parts.after) : hints.stated;
        if (!among.contains(stated)) {
            blame(why, QStringLiteral("\"%1\" may be in %2").arg(text, among.join(QStringLiteral(" or "))));
            return std::nullopt;
        }
        amount.currency = stated;
    }
    if (power < 0 || (!currency.isEmpty() && amount.currency.isEmpty()) ||
        (both && currencyOf(parts.after) != amount.currency)) {
        blame(why, QStringLiteral("\"%1\" is no amount").arg(text));
        return std::nullopt;
    }
    amount.dollars = currency == QLatin1String("$") && !both;
    // Nobody writes decimals with a comma after "$" or "£", nor cents of three digits; and a decimal comes
    // before "billion".
    const bool isOdd = power == 0 && parts.digits.contains(u'.') && isEitherWay(parts.digits);
    const bool english = !isOdd && (parts.before.endsWith(u'$') || parts.before == u"£" ||
                                    (power >= 6 && parts.digits.contains(u'.')));
    amount.value = decimalOf({parts.digits, english}, power, hints.mark, why);
    return amount.value ? std::optional(amount) : std::nullopt;
}

// "1.2e9": digits as programs write them.
std::optional<LooseAmount> bareNumber(const QString &text)
{
    static const QRegularExpression program(QStringLiteral("^\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$"));
    if (text.isEmpty() || !text[0].isDigit() || !program.match(text).hasMatch() || isEitherWay(text))
        return std::nullopt;
    LooseAmount amount;
    amount.value = domain::Decimal::parse(text);
    return amount.value ? std::optional(amount) : std::nullopt;
}

bool isAllDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<LooseAmount> digitsAlone(QStringView text, QString *why)
{
    LooseAmount amount;
    amount.value = domain::Decimal::parse(text, why);
    return amount.value ? std::optional(amount) : std::nullopt;
}

} // namespace

bool saysNothing(QStringView text)
{
    static const QStringList words{QString(),
                                   QStringLiteral("-"),
                                   QStringLiteral("–"),
                                   QStringLiteral("—"),
                                   QStringLiteral("n/a"),
                                   QStringLiteral("na"),
                                   QStringLiteral("none"),
                                   QStringLiteral("null"),
                                   QStringLiteral("#n/a")};
    constexpr qsizetype longestWord = 5;
    const QStringView trimmed = text.trimmed();
    return trimmed.size() <= longestWord && (trimmed.isEmpty() || !trimmed[0].isDigit()) &&
           words.contains(trimmed.toString().toLower());
}

std::optional<LooseAmount> readLooseAmount(QStringView text, DecimalMark mark, QString *why,
                                           const QString &stated)
{
    constexpr qsizetype longest = 80; // characters; nothing longer is an amount
    if (isAllDigits(text))            // most cells of most tables: no need to look for words
        return digitsAlone(text, why);
    QString simple = text.left(longest + 1).toString().simplified();
    if (simple.size() > longest) {
        blame(why, QStringLiteral("this is too long for an amount"));
        return std::nullopt;
    }
    if (!beginsWithNumber(simple) && isUndisclosed(simple)) {
        LooseAmount undisclosed;
        undisclosed.qualifier = domain::Qualifier::Undisclosed;
        return undisclosed;
    }
    const QString whole = simple;
    const domain::Qualifier qualifier = takeQualifier(simple);
    auto amount = mark == DecimalMark::Comma ? std::nullopt : bareNumber(simple);
    if (!amount) {
        const auto parts = partsOf(simple);
        if (!parts) {
            blame(why, QStringLiteral("\"%1\" is no amount").arg(whole));
            return std::nullopt;
        }
        amount = amountOf(*parts, {mark, stated}, whole, why);
    }
    if (amount)
        amount->qualifier = qualifier;
    return amount;
}

} // namespace entente::formats
