#pragma once

#include <atomic>

namespace entente::document {

// What a thread that reads tells one that waits for it, which may ask it to stop.
struct ReadProgress
{
    static constexpr int whole = 1000;

    std::atomic_int done = 0; // of the whole, roughly
    std::atomic_bool isCancelled = false;
    std::atomic_bool hasComments = false; // such were met, which a document doesn't keep
};

} // namespace entente::document
