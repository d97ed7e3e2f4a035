#include "domain/eventdate.h"

#include <QLocale>

#include <algorithm>

namespace entente::domain {

bool DaySpan::overlaps(const DaySpan &other) const
{
    return !intersected(other).isEmpty() && !isEmpty() && !other.isEmpty();
}

DaySpan DaySpan::intersected(const DaySpan &other) const
{
    DaySpan result = *this;
    if (other.first && (!result.first || *other.first > *result.first))
        result.first = other.first;
    if (other.last && (!result.last || *other.last < *result.last))
        result.last = other.last;
    return result;
}

namespace {

bool isDigits(QStringView text, qsizetype length)
{
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void explain(QString *why, const QString &reason)
{
    if (why)
        *why = reason;
}

constexpr int firstYear = 1;

// One unit of the precision earlier or later, for what is approximate or uncertain.
QDate shifted(QDate date, EventDate::Precision precision, int by)
{
    switch (precision) {
    case EventDate::Precision::Decade:
        return date.addYears(10 * by);
    case EventDate::Precision::Year:
        return date.addYears(by);
    case EventDate::Precision::Month:
        return date.addMonths(by);
    case EventDate::Precision::Day:
        return date.addDays(by);
    }
    return date;
}

} // namespace

std::optional<EventDate> EventDate::parse(QStringView text, QString *why)
{
    EventDate date;
    date.m_text = text.toString();
    QStringView body = text;
    if (!body.isEmpty() && QStringView(u"~?%").contains(body.back())) {
        date.m_approximate = body.back() != u'?';
        date.m_uncertain = body.back() != u'~';
        body.chop(1);
    }
    if (body.size() == 4 && isDigits(body.left(3), 3) && body.back() == u'X') {
        date.m_precision = Precision::Decade;
        date.m_year = body.left(3).toInt() * 10;
        return date;
    }
    const bool hasMonth = body.size() >= 7 && body[4] == u'-';
    const bool hasDay = body.size() == 10 && hasMonth && body[7] == u'-';
    if (!isDigits(body.left(4), 4) || (body.size() > 4 && (!hasMonth || !isDigits(body.mid(5, 2), 2))) ||
        (body.size() > 7 && (!hasDay || !isDigits(body.mid(8), 2)))) {
        explain(why, QStringLiteral("it is not written like 2025, 2025-10, 2025-10-28, 2025~ or 201X"));
        return std::nullopt;
    }
    date.m_year = body.left(4).toInt();
    date.m_month = hasMonth ? body.mid(5, 2).toInt() : 0;
    date.m_day = hasDay ? body.mid(8).toInt() : 0;
    date.m_precision = hasDay ? Precision::Day : hasMonth ? Precision::Month : Precision::Year;
    if (date.m_year < firstYear) {
        explain(why, QStringLiteral("there is no year 0000"));
        return std::nullopt;
    }
    if (hasMonth && (date.m_month < 1 || date.m_month > 12)) {
        explain(why, QStringLiteral("there is no month %1").arg(date.m_month));
        return std::nullopt;
    }
    if (hasDay && !QDate::isValid(date.m_year, date.m_month, date.m_day)) {
        explain(why, QStringLiteral("that month has no day %1").arg(date.m_day));
        return std::nullopt;
    }
    return date;
}

QDate EventDate::first() const
{
    return {m_year > 0 ? m_year : firstYear, std::max(m_month, 1), std::max(m_day, 1)};
}

QDate EventDate::last() const
{
    switch (m_precision) {
    case Precision::Decade:
        return {m_year + 9, 12, 31};
    case Precision::Year:
        return {m_year, 12, 31};
    case Precision::Month:
        return {m_year, m_month, QDate(m_year, m_month, 1).daysInMonth()};
    case Precision::Day:
        break;
    }
    return {m_year, m_month, m_day};
}

QDate EventDate::earliest() const
{
    return m_approximate || m_uncertain ? shifted(first(), m_precision, -1) : first();
}

QDate EventDate::latest() const
{
    if (!m_approximate && !m_uncertain)
        return last();
    if (m_precision != Precision::Month)
        return shifted(last(), m_precision, 1);
    const QDate next = first().addMonths(1); // the last day of the next month, whatever its length
    return {next.year(), next.month(), next.daysInMonth()};
}

std::optional<Period> Period::parse(QStringView text, QString *why)
{
    Period period;
    period.m_text = text.toString();
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0) {
        period.m_start = EventDate::parse(text, why);
        period.m_end = period.m_start;
        period.m_single = true;
        if (!period.m_start && why)
            *why +=
                QStringLiteral("; from one date to another is written 2024/2029, without an end 2025-10/..");
        return period.m_start ? std::optional(period) : std::nullopt;
    }
    const auto readEnd = [why](QStringView part, std::optional<EventDate> &end) {
        if (part == QLatin1String(".."))
            return true;
        end = EventDate::parse(part, why);
        return end.has_value();
    };
    if (!readEnd(text.left(slash), period.m_start) || !readEnd(text.mid(slash + 1), period.m_end))
        return std::nullopt;
    return period;
}

bool Period::isInverted() const
{
    return m_start && m_end && m_start->earliest() > m_end->latest();
}

DaySpan Period::certain() const
{
    if (m_single)
        return {m_start->isApproximate() || m_start->isUncertain() ? m_start->latest() : m_start->first(),
                m_start->isApproximate() || m_start->isUncertain() ? m_start->earliest() : m_start->last()};
    DaySpan span;
    if (m_start)
        span.first = m_start->latest();
    if (m_end)
        span.last = m_end->earliest();
    return span;
}

DaySpan Period::possible() const
{
    DaySpan span;
    if (m_start)
        span.first = m_start->earliest();
    if (m_end)
        span.last = m_end->latest();
    return span;
}

QString toWords(const EventDate &date)
{
    QString words;
    switch (date.precision()) {
    case EventDate::Precision::Decade:
        words = QStringLiteral("%1s").arg(date.year());
        break;
    case EventDate::Precision::Year:
        words = QString::number(date.year());
        break;
    case EventDate::Precision::Month:
        words = QLocale::c().standaloneMonthName(date.month()) + u' ' + QString::number(date.year());
        break;
    case EventDate::Precision::Day:
        words = QString::number(date.day()) + u' ' + QLocale::c().standaloneMonthName(date.month()) + u' ' +
                QString::number(date.year());
        break;
    }
    if (date.isApproximate())
        words.prepend(QStringLiteral("about "));
    if (date.isUncertain())
        words.append(QStringLiteral(" (uncertain)"));
    return words;
}

QString toWords(const Period &period)
{
    if (period.isSingleDate())
        return toWords(*period.start());
    const auto side = [](const std::optional<EventDate> &end) {
        return end ? toWords(*end) : QStringLiteral("open");
    };
    if (period.start() && !period.end())
        return QStringLiteral("since %1").arg(toWords(*period.start()));
    if (!period.start() && period.end())
        return QStringLiteral("until %1").arg(toWords(*period.end()));
    return side(period.start()) + QStringLiteral(" – ") + side(period.end());
}

} // namespace entente::domain
