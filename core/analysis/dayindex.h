#pragma once

#include "domain/eventdate.h"

#include <vector>

namespace entente::analysis {

// Things by the spans of days on which they may run, to find those that share a day with another span in
// time that grows with how many do: spans sorted by first day, each knowing the latest day below it (an
// interval tree in an array).
class DayIndex
{
public:
    void add(const domain::DaySpan &span, int thing);
    void build(); // once all are added

    template <typename Visit> void overlapping(const domain::DaySpan &span, Visit &&visit) const
    {
        search(0, m_entries.size(), firstDay(span), lastDay(span), visit);
    }

private:
    struct Entry
    {
        qint64 first = 0; // Julian days
        qint64 last = 0;
        qint64 latest = 0; // last day of any in the half-open range of which this is the middle
        int thing = 0;
    };

    static qint64 firstDay(const domain::DaySpan &span);
    static qint64 lastDay(const domain::DaySpan &span);
    qint64 setLatest(size_t from, size_t to);

    // As deep as the logarithm of the number of entries.
    template <typename Visit>
    void search(size_t from, size_t to, qint64 first, qint64 last, Visit &visit) const
    {
        if (from == to)
            return;
        const size_t middle = from + (to - from) / 2;
        const Entry &entry = m_entries[middle];
        if (entry.latest < first)
            return;
        search(from, middle, first, last, visit);
        if (entry.first > last)
            return;
        if (entry.last >= first)
            visit(entry.thing);
        search(middle + 1, to, first, last, visit);
    }

    std::vector<Entry> m_entries;
};

} // namespace entente::analysis
