#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

namespace entente::bench {

template <typename Work> double millisecondsOf(const Work &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

template <typename Work> double medianOf(int runs, const Work &work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run)
        times.push_back(millisecondsOf(work));
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// The power of the size with which time grows: the slope of the line of least squares through the logarithms
// of (size, time).
double exponentOf(const std::vector<std::pair<double, double>> &times);

// What this process holds in memory, after what it no longer uses is given back; 0 where the system doesn't
// say.
double residentMegabytes();

const char *verdict(bool isMet);

} // namespace entente::bench
