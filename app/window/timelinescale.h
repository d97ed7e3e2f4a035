#pragma once

#include "analysis/timeline.h"

#include <QList>
#include <QRectF>

namespace entente::window {

// Days on a line: which are seen, and where. Julian day numbers, so that halves of days exist.
class TimelineScale
{
public:
    TimelineScale() = default;
    TimelineScale(double firstDay, double lastDay, double left, double right);

    double xAt(double day) const;
    double dayAt(double x) const;
    double firstDay() const { return m_first; }
    double lastDay() const { return m_last; }
    double pixelsPerDay() const;
    // Zoomed by a factor about a point that stays; between four weeks and five centuries.
    TimelineScale zoomed(double factor, double aboutX) const;
    TimelineScale panned(double pixels) const;

    // The date whose end is nearest to a point: of a year, a month or a day, whichever is the longest that
    // ends within a hand's reach of it.
    domain::EventDate dateAt(double x) const;

private:
    double m_first = 0;
    double m_last = 1;
    double m_left = 0;
    double m_right = 1;
};

struct Tick
{
    double x = 0;
    QString label;
};
// Years, quarters or months, at least so many pixels apart.
QList<Tick> ticksOf(const TimelineScale &scale, double leastGap);

// What a timeline of these events and a date shows at first: all of them with room on both sides.
TimelineScale wholeScale(const QList<analysis::DatedEvent> &events, std::optional<QDate> day, double left,
                         double right);

} // namespace entente::window
