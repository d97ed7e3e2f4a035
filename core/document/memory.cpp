#include "document/memory.h"

#include <QFile>

#include <algorithm>
#include <limits>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace entente::document {

namespace {

constexpr qint64 unbounded = std::numeric_limits<qint64>::max();

// Of "MemAvailable:   12345 kB" in Linux's list.
qint64 machineMemory()
{
    QFile list(QStringLiteral("/proc/meminfo"));
    if (!list.open(QIODevice::ReadOnly))
        return unbounded;
    constexpr qint64 kibibyte = 1024;
    const QList<QByteArray> lines = list.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toLongLong() * kibibyte;
    }
    return unbounded;
}

// What `ulimit -v` leaves; what is in use already counts little beside a file for which this matters.
qint64 permittedMemory()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        return qint64(std::min(limit.rlim_cur, rlim_t(unbounded)));
#endif
    return unbounded;
}

} // namespace

qint64 availableMemory()
{
    return std::min(machineMemory(), permittedMemory());
}

} // namespace entente::document
