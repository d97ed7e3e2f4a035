#include "layoutworker/processlimits.h"

#include <csignal>
#include <pthread.h>
#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace entente::layoutworker {

namespace {

constexpr size_t stackBytes = size_t(256) << 20; // `dot` recurses along chains

} // namespace

void limitThisProcess([[maybe_unused]] qint64 addressSpace)
{
#ifndef ENTENTE_SANITIZED
    constexpr qint64 arenaBytes = qint64(128) << 20; // what glibc reserves at once for a thread's heap
    const auto most = rlim_t(addressSpace + qint64(stackBytes) + arenaBytes);
    const rlimit memory{most, most};
    setrlimit(RLIMIT_AS, &memory);
#endif
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
}

namespace {

void *runIt(void *task)
{
    (*static_cast<const std::function<void()> *>(task))();
    return nullptr;
}

} // namespace

void fixMmapThreshold()
{
#ifdef __GLIBC__
    constexpr int threshold = 32 << 20;
    mallopt(M_MMAP_THRESHOLD, threshold);
#endif
}

bool runOnFreshHeap(const std::function<void()> &task)
{
    pthread_attr_t attributes;
    pthread_t thread{};
    if (pthread_attr_init(&attributes) != 0)
        return false;
    const bool ran = pthread_attr_setstacksize(&attributes, stackBytes) == 0 &&
                     pthread_create(&thread, &attributes, runIt,
                                    const_cast<void *>(static_cast<const void *>(&task))) == 0 &&
                     pthread_join(thread, nullptr) == 0;
    pthread_attr_destroy(&attributes);
    return ran;
}

void dieWithParent()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

} // namespace entente::layoutworker
