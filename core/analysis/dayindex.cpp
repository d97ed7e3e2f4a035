#include "analysis/dayindex.h"

#include <algorithm>
#include <limits>

namespace entente::analysis {

qint64 DayIndex::firstDay(const domain::DaySpan &span)
{
    return span.first ? span.first->toJulianDay() : std::numeric_limits<qint64>::min();
}

qint64 DayIndex::lastDay(const domain::DaySpan &span)
{
    return span.last ? span.last->toJulianDay() : std::numeric_limits<qint64>::max();
}

void DayIndex::add(const domain::DaySpan &span, int thing)
{
    m_entries.push_back({firstDay(span), lastDay(span), 0, thing});
}

void DayIndex::build()
{
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry &a, const Entry &b) { return a.first < b.first; });
    setLatest(0, m_entries.size());
}

qint64 DayIndex::setLatest(size_t from, size_t to)
{
    if (from == to)
        return std::numeric_limits<qint64>::min();
    const size_t middle = from + (to - from) / 2;
    Entry &entry = m_entries[middle];
    entry.latest = std::max({entry.last, setLatest(from, middle), setLatest(middle + 1, to)});
    return entry.latest;
}

} // namespace entente::analysis
