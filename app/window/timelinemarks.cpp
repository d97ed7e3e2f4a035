#include "window/timelinemarks.h"

#include <algorithm>
#include <vector>

namespace entente::window {

namespace {

constexpr int mostLanes = 6; // thinner bars could neither be told apart nor hit
constexpr double widestPitch = 11;
constexpr double barShare = 0.73; // of a lane's pitch
constexpr double leastWidth = 6;  // a day is a mark that can be seen and hit
constexpr double apart = 2;

QRectF barOf(const TimelineScale &scale, int from, int to)
{
    const double left = scale.xAt(from);
    const double right = scale.xAt(to + 1);
    return {left, 0, std::max(leastWidth, right - left), 1};
}

// Each mark goes to the lowest lane in which it is free; past `most` lanes to the one above them all.
int fillLanes(QList<TimelineMark> &marks, int most)
{
    QList<double> taken; // right end of each lane
    for (TimelineMark &mark : marks) {
        const auto free = std::find_if(taken.begin(), taken.end(), [&mark](double right) {
            return right + apart <= mark.possible.left();
        });
        mark.lane = int(free - taken.begin());
        if (mark.lane == taken.size() && mark.lane < most)
            taken.append(0);
        if (mark.lane < taken.size())
            taken[mark.lane] = mark.possible.right();
    }
    return int(taken.size());
}

// Marks of a lane that would overlap become one bar.
void heap(QList<TimelineMark> &marks, int lane)
{
    std::vector<qsizetype> inLane; // from the left: what is approximate begins before its first day
    for (qsizetype i = 0; i < marks.size(); ++i) {
        if (marks[i].lane == lane)
            inLane.push_back(i);
    }
    std::stable_sort(inLane.begin(), inLane.end(), [&marks](qsizetype a, qsizetype b) {
        return marks[a].possible.left() < marks[b].possible.left();
    });
    QList<QList<qsizetype>> heaps;
    double right = 0;
    for (const qsizetype i : inLane) {
        if (heaps.isEmpty() || marks[i].possible.left() > right + apart)
            heaps.append(QList<qsizetype>());
        right =
            heaps.last().isEmpty() ? marks[i].possible.right() : std::max(right, marks[i].possible.right());
        heaps.last().append(i);
    }
    for (const QList<qsizetype> &members : heaps) {
        QRectF bar = marks[members.first()].possible;
        for (const qsizetype member : members)
            bar = bar.united(marks[member].possible);
        for (const qsizetype member : members) {
            if (members.size() > 1)
                marks[member].certain = marks[member].possible = bar;
            marks[member].together = int(members.size());
            marks[member].isFirst = member == members.first();
        }
    }
}

} // namespace

QList<TimelineMark> marksOf(const QList<analysis::DatedEvent> &events, const TimelineScale &scale,
                            const LaneRoom &room)
{
    QList<TimelineMark> marks;
    marks.reserve(events.size());
    for (const analysis::DatedEvent &event : events) {
        const QRectF certain = barOf(scale, event.days.first, event.days.last);
        marks.append({certain, certain.united(barOf(scale, event.days.earliest, event.days.latest))});
    }
    int lanes = fillLanes(marks, mostLanes + 1);
    if (lanes > mostLanes) {
        lanes = fillLanes(marks, mostLanes - 1) + 1;
        heap(marks, lanes - 1);
    }
    const double pitch = std::min(widestPitch, (room.bottom - room.top) / std::max(1, lanes));
    for (TimelineMark &mark : marks) {
        const double top = room.bottom - mark.lane * pitch - pitch * barShare;
        for (QRectF *bar : {&mark.certain, &mark.possible})
            bar->setRect(bar->left(), top, bar->width(), pitch * barShare);
    }
    return marks;
}

} // namespace entente::window
