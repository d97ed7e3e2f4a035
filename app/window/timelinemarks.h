#pragma once

#include "window/timelinescale.h"

namespace entente::window {

// A bar for each event: its days, faded where its date is approximate. Bars never overlap: they lie in lanes,
// as many and as thin as the events need. Where that would be too many, those that found none share bars in
// the uppermost lane, which tell how many they stand for.
struct TimelineMark
{
    QRectF certain;      // of the precision given
    QRectF possible;     // widened by ~ and ?
    int lane = 0;        // 0 is the lowest
    int together = 1;    // events that share this bar
    bool isFirst = true; // of those: it is drawn once
};

// The room for lanes, in pixels from the widget's top.
struct LaneRoom
{
    double top = 0;
    double bottom = 0;
};

// Of events in the order of their first days, as datedEvents() gives them.
QList<TimelineMark> marksOf(const QList<analysis::DatedEvent> &events, const TimelineScale &scale,
                            const LaneRoom &room);

} // namespace entente::window
