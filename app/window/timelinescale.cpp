#include "window/timelinescale.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace entente::window {

using analysis::DatedEvent;
using domain::EventDate;

namespace {

constexpr double leastDays = 28;
constexpr double mostDays = 500 * 365.25;
constexpr double daysAYear = 365.25;
constexpr double daysAMonth = daysAYear / 12;

// The years 1 to 9999, which every date of the format lies in.
constexpr double firstOfAll = 1721426;
constexpr double lastOfAll = 5373484;

double startOf(QDate day)
{
    return double(day.toJulianDay());
}

double endOf(QDate day)
{
    return double(day.toJulianDay()) + 1;
}

} // namespace

TimelineScale::TimelineScale(double firstDay, double lastDay, double left, double right)
    : m_first(std::clamp(firstDay, firstOfAll, lastOfAll - leastDays))
    , m_last(std::clamp(lastDay, m_first + leastDays, lastOfAll))
    , m_left(left)
    , m_right(std::max(right, left + 1))
{}

double TimelineScale::pixelsPerDay() const
{
    return (m_right - m_left) / (m_last - m_first);
}

double TimelineScale::xAt(double day) const
{
    return m_left + (day - m_first) * pixelsPerDay();
}

double TimelineScale::dayAt(double x) const
{
    return m_first + (x - m_left) / pixelsPerDay();
}

TimelineScale TimelineScale::zoomed(double factor, double aboutX) const
{
    const double days = std::clamp((m_last - m_first) / factor, leastDays, mostDays);
    const double about = dayAt(aboutX);
    const double share = (aboutX - m_left) / (m_right - m_left);
    return {about - days * share, about + days * (1 - share), m_left, m_right};
}

TimelineScale TimelineScale::panned(double pixels) const
{
    const double days = pixels / pixelsPerDay();
    return {m_first + days, m_last + days, m_left, m_right};
}

EventDate TimelineScale::dateAt(double x) const
{
    constexpr double widest = 12; // pixels: the end of such a unit is at most half of it away
    const auto fits = [this](double days) { return days * pixelsPerDay() <= widest; };
    const double unit = fits(daysAYear) ? daysAYear : fits(daysAMonth) ? daysAMonth : 1;
    const char *format = unit == daysAYear ? "yyyy" : unit == daysAMonth ? "yyyy-MM" : "yyyy-MM-dd";
    const QDate day = QDate::fromJulianDay(qint64(std::floor(dayAt(x) - unit / 2)));
    return EventDate::parse(day.toString(QLatin1String(format))).value_or(*EventDate::parse(u"2000"));
}

QList<Tick> ticksOf(const TimelineScale &scale, double leastGap)
{
    // Steps that divide years evenly, in months.
    constexpr int steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    int months = steps[std::size(steps) - 1];
    for (int step : steps) {
        if (step * daysAMonth * scale.pixelsPerDay() >= leastGap) {
            months = step;
            break;
        }
    }
    const QDate first = QDate::fromJulianDay(qint64(scale.firstDay()));
    const int monthsBefore = first.year() * 12 + first.month() - 1;
    const int firstMonth = std::max(12, monthsBefore / months * months); // there is no year 0
    QDate at = QDate(firstMonth / 12, firstMonth % 12 + 1, 1);
    QList<Tick> ticks;
    for (; at.isValid() && startOf(at) <= scale.lastDay(); at = at.addMonths(months)) {
        if (startOf(at) < scale.firstDay())
            continue;
        const QString year = QString::number(at.year());
        const QString label = at.month() == 1 ? year : QLocale::c().toString(at, QStringLiteral("MMM"));
        ticks.append({scale.xAt(startOf(at)), label});
    }
    return ticks;
}

TimelineScale wholeScale(const QList<DatedEvent> &events, std::optional<QDate> day, double left, double right)
{
    if (events.isEmpty() && !day)
        return {startOf(QDate(2020, 1, 1)), startOf(QDate(2030, 1, 1)), left, right};
    double first = day ? startOf(*day) : lastOfAll;
    double last = day ? endOf(*day) : firstOfAll;
    for (const DatedEvent &event : events) {
        first = std::min<double>(first, event.days.earliest);
        last = std::max<double>(last, event.days.latest + 1);
    }
    const double room = std::max(60.0, (last - first) * 0.04);
    return {first - room, last + room, left, right};
}

} // namespace entente::window
