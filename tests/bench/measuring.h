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

// Of processor time, in all threads: what else the machine does is left out.
template <typename Work> double processorMillisecondsOf(const Work &work)
{
    const std::clock_t start = std::clock();
    work();
    return 1000 * double(std::clock() - start) / CLOCKS_PER_SEC;
}

// Likewise, since the thread that asks was started; 0 where the system doesn't say.
double threadMilliseconds();

template <typename Work> double medianOf(int runs, const Work &timeOfOne)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run)
        times.push_back(timeOfOne());
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
