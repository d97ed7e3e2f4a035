#include "bench/measuring.h"

#include <QFile>

#include <cmath>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace entente::bench {

double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
#endif
    return 0;
}

double exponentOf(const std::vector<std::pair<double, double>> &times)
{
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (const auto &[size, time] : times) {
        x += std::log(size);
        y += std::log(time);
        xx += std::log(size) * std::log(size);
        xy += std::log(size) * std::log(time);
    }
    const auto n = double(times.size());
    return (n * xy - x * y) / (n * xx - x * x);
}

double residentMegabytes()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile status(QStringLiteral("/proc/self/statm")); // in pages of 4096 bytes
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double bytesPerPage = 4096;
    return status.readAll().split(' ').value(1).toDouble() * bytesPerPage / 1e6;
}

const char *verdict(bool isMet)
{
    return isMet ? "met" : "**missed**";
}

} // namespace entente::bench
