#include "formats/loosedate.h"

#include "domain/eventdate.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace entente::formats {

namespace {

using Match = QRegularExpressionMatch;

std::optional<QString> refuseDate(QString *why, const QString &phrase)
{
    if (why)
        *why = phrase;
    return std::nullopt;
}

// 0 where the word is no month's name, or not enough of one.
int monthNamed(const QString &word)
{
    static const QHash<QString, int> months = [] {
        const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
        QHash<QString, int> table{{QStringLiteral("sept"), 9}};
        for (int i = 0; i < 12; ++i) {
            const QString name = QString::fromLatin1(names[i]);
            table.insert(name, i + 1);
            table.insert(name.left(3), i + 1);
        }
        return table;
    }();
    return months.value(word.toLower(), 0);
}

// "2025", "2025-03" or "2025-03-01", if there is such a day.
std::optional<QString> dateOf(int year, int month, int day, QString *why)
{
    QString text = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    for (const int part : {month, day}) {
        if (part > 0)
            text += QStringLiteral("-%1").arg(part, 2, 10, QLatin1Char('0'));
    }
    return domain::EventDate::parse(text, why) ? std::optional(text) : std::nullopt;
}

int number(const Match &match, const char *group)
{
    return match.captured(QString::fromLatin1(group)).toInt();
}

// "3/4/2025", "28-10-2025", and "3.4.2025", which is written with the day first wherever it is written.
std::optional<QString> dayMonthYear(const Match &match, DayOrder order, QString *why)
{
    const int first = number(match, "a");
    const int second = number(match, "b");
    const int year = number(match, "y");
    const bool dotted = match.captured(QStringLiteral("s")) == QLatin1String(".");
    if (dotted || order == DayOrder::DayFirst || (first > 12 && second <= 12))
        return dateOf(year, second, first, why);
    if (order == DayOrder::MonthFirst || (second > 12 && first <= 12) || first == second)
        return dateOf(year, first, second, why);
    return refuseDate(why,
                      QStringLiteral("\"%1\" may have the day first or the month").arg(match.captured()));
}

std::optional<QString> namedMonth(const Match &match, QString *why)
{
    const int month = monthNamed(match.captured(QStringLiteral("m")));
    if (month == 0) {
        return refuseDate(why, QStringLiteral("\"%1\" is no month").arg(match.captured(QStringLiteral("m"))));
    }
    return dateOf(number(match, "y"), month, number(match, "d"), why);
}

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(text)));
}

// The date alone, without words before it.
std::optional<QString> plainDate(const QString &text, DayOrder order, QString *why)
{
    static const QRegularExpression yearFirst =
        pattern("(?<y>\\d{4})([-/.])(?<m>\\d{1,2})(?:\\g2(?<d>\\d{1,2}))?");
    static const QRegularExpression compact = pattern("(?<y>[12]\\d{3})(?<m>\\d\\d)(?<d>\\d\\d)");
    static const QRegularExpression timed =
        pattern("(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)? "
                "?(Z|[+-]\\d\\d:?\\d\\d)?");
    static const QRegularExpression yearLast =
        pattern("(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\g2(?<y>\\d{4})");
    static const QRegularExpression dayNamed =
        pattern("(?<d>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?(?<m>[A-Za-z]+)\\.?,?[ -](?<y>\\d{4})");
    static const QRegularExpression namedDay =
        pattern("(?<m>[A-Za-z]+)\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})");
    static const QRegularExpression monthYear = pattern("(?<m>[A-Za-z]+)\\.?,?[ -](?:of )?(?<y>\\d{4})");
    for (const QRegularExpression &form : {yearFirst, compact, timed}) {
        if (const Match match = form.match(text); match.hasMatch())
            return dateOf(number(match, "y"), number(match, "m"), number(match, "d"), why);
    }
    if (const Match match = yearLast.match(text); match.hasMatch())
        return dayMonthYear(match, order, why);
    for (const QRegularExpression &form : {dayNamed, namedDay}) {
        if (const Match match = form.match(text); match.hasMatch())
            return namedMonth(match, why);
    }
    const Match match = monthYear.match(text);
    if (match.hasMatch() && monthNamed(match.captured(QStringLiteral("m"))) > 0)
        return dateOf(number(match, "y"), monthNamed(match.captured(QStringLiteral("m"))), 0, why);
    return refuseDate(why, QStringLiteral("\"%1\" is no date").arg(text));
}

bool isOpenEnd(const QString &text)
{
    static const QStringList words{QStringLiteral(".."),      QStringLiteral("present"),
                                   QStringLiteral("ongoing"), QStringLiteral("open"),
                                   QStringLiteral("today"),   QStringLiteral("current")};
    return text.isEmpty() || words.contains(text.toLower());
}

} // namespace

std::optional<QString> readLooseDate(QStringView text, DayOrder order, QString *why)
{
    constexpr qsizetype longest = 60; // characters; nothing longer is a date
    static const QRegularExpression about(
        QStringLiteral("^(?:about|around|circa|approximately|approx\\.?|ca?\\.|~) ?"),
        QRegularExpression::CaseInsensitiveOption);
    const QString simple = text.left(longest + 1).toString().simplified();
    if (simple.size() > longest)
        return refuseDate(why, QStringLiteral("this is too long for a date"));
    if (domain::EventDate::parse(simple))
        return simple;
    const Match match = about.match(simple);
    const QString plain = simple.mid(match.capturedLength());
    if (!match.hasMatch())
        return plainDate(plain, order, why);
    const auto parsed = domain::EventDate::parse(plain) ? plain : plainDate(plain, order, why);
    if (!parsed || !domain::EventDate::parse(*parsed + u'~', why))
        return std::nullopt;
    return *parsed + u'~';
}

std::optional<QString> readLoosePeriod(QStringView start, QStringView end, DayOrder order, QString *why)
{
    QString ends[2];
    const QStringView given[2] = {start, end};
    for (int i = 0; i < 2; ++i) {
        const QString text = given[i].toString().simplified();
        const auto date = isOpenEnd(text) ? QStringLiteral("..") : readLooseDate(text, order, why);
        if (!date)
            return std::nullopt;
        ends[i] = *date;
    }
    const QString text = ends[0] + u'/' + ends[1];
    const auto period = domain::Period::parse(text, why);
    if (!period)
        return std::nullopt;
    if (period->isInverted())
        return refuseDate(why, QStringLiteral("it ends before it starts: \"%1\"").arg(text));
    return text;
}

std::optional<QString> dateOfSerial(double serial, bool from1904)
{
    constexpr double lastSerial = 2'958'465; // 9999-12-31, the last day that spreadsheets know
    if (!std::isfinite(serial) || serial < 1 || serial > lastSerial)
        return std::nullopt;
    // Spreadsheets hold 1900 for a leap year: from March 1900 on, day numbers are one too high.
    constexpr int falseLeapDay = 60;
    const int days = int(std::floor(serial));
    const QDate before = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, days < falseLeapDay ? 31 : 30);
    return before.addDays(days).toString(Qt::ISODate);
}

} // namespace entente::formats
