#include "domain/money.h"

#include <QHash>

#include <array>
#include <cmath>

namespace entente::domain {

namespace {

struct Unit
{
    double least;
    const char *capital;
    const char *lower;
};

constexpr std::array units{
    Unit{1e12, "T", "tn"}, Unit{1e9, "B", "bn"}, Unit{1e6, "M", "m"}, Unit{1e3, "K", "k"}, Unit{0, "", ""},
};

// At most three significant digits, without zeros at the end: "138B", "1.25M", "0.5".
QString abbreviated(double value, NumberStyle style)
{
    for (const Unit &unit : units) {
        constexpr double roundsUp = 0.9995; // 999.6 million is written as one billion
        if (std::abs(value) < unit.least * roundsUp)
            continue;
        const double scaled = unit.least > 0 ? value / unit.least : value;
        const int decimals = std::abs(scaled) < 10 ? 2 : std::abs(scaled) < 100 ? 1 : 0;
        QString digits = QString::number(scaled, 'f', decimals);
        if (digits.contains(u'.')) {
            while (digits.endsWith(u'0'))
                digits.chop(1);
            if (digits.endsWith(u'.'))
                digits.chop(1);
        }
        return digits + QLatin1String(style == NumberStyle::CapitalLetter ? unit.capital : unit.lower);
    }
    return {};
}

QString currencySign(const QString &currency)
{
    static const QHash<QString, QString> signs{
        {QStringLiteral("USD"), QStringLiteral("$")},   {QStringLiteral("EUR"), QStringLiteral("€")},
        {QStringLiteral("GBP"), QStringLiteral("£")},   {QStringLiteral("JPY"), QStringLiteral("¥")},
        {QStringLiteral("CNY"), QStringLiteral("CN¥")}, {QStringLiteral("KRW"), QStringLiteral("₩")},
        {QStringLiteral("INR"), QStringLiteral("₹")},
    };
    return signs.value(currency, currency + QChar(QChar::Nbsp));
}

QString prefix(Qualifier qualifier)
{
    switch (qualifier) {
    case Qualifier::About:
        return QStringLiteral("about ");
    case Qualifier::UpTo:
        return QStringLiteral("up to ");
    case Qualifier::AtLeast:
        return QStringLiteral("at least ");
    case Qualifier::Exact:
    case Qualifier::Undisclosed:
        break;
    }
    return {};
}

QString grouped(QString digits)
{
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > (digits.startsWith(u'-') ? 1 : 0);
         at -= 3)
        digits.insert(at, u',');
    return digits;
}

} // namespace

QString toShortText(const Amount &amount, NumberStyle style)
{
    if (!amount.value)
        return QStringLiteral("undisclosed");
    const QString number = abbreviated(amount.value->toDouble(), style);
    if (amount.isMoney())
        return prefix(amount.qualifier) + currencySign(amount.currency) + number;
    if (amount.unit == QLatin1String("percent"))
        return prefix(amount.qualifier) + number + u'%';
    return prefix(amount.qualifier) + number + QChar(QChar::Nbsp) + amount.unit;
}

QString toFullText(const Amount &amount)
{
    if (!amount.value)
        return QStringLiteral("undisclosed");
    return prefix(amount.qualifier) + grouped(amount.value->toString()) + u' ' +
           (amount.isMoney() ? amount.currency : amount.unit);
}

} // namespace entente::domain
