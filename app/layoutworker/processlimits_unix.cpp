#include "layoutworker/processlimits.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace entente::layoutworker {

void limitThisProcess([[maybe_unused]] qint64 addressSpace)
{
#ifndef ENTENTE_SANITIZED
    constexpr rlim_t stack = rlim_t(256) << 20; // `dot` recurses along chains
    rlimit current{};
    if (getrlimit(RLIMIT_STACK, &current) == 0) {
        current.rlim_cur = current.rlim_max == RLIM_INFINITY ? stack : std::min(stack, current.rlim_max);
        setrlimit(RLIMIT_STACK, &current);
    }
    const rlimit memory{rlim_t(addressSpace), rlim_t(addressSpace)};
    setrlimit(RLIMIT_AS, &memory);
#endif
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
}

void dieWithParent()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

} // namespace entente::layoutworker
