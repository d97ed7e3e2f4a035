#pragma once

#include <algorithm>
#include <atomic>
#include <functional>

namespace entente::layout {

// How whoever asked for a long computation watches it and ends it. The computation looks at `cancelled`
// between its steps and then leaves off; what it returns is then of no use.
struct LayoutControl
{
    std::atomic<bool> cancelled = false;
    std::function<void(int percent)> progressed; // may be empty; called in the computing thread
    double total = 1;                            // work to be done, in any unit

    void advance(double work)
    {
        const int before = percent();
        m_done += work;
        if (progressed && percent() > before)
            progressed(percent());
    }

private:
    int percent() const
    {
        constexpr double rounding = 1e-6; // a sum of shares may fall short of their total by the last bits
        return m_done >= total ? 100 : std::min(100, int(100 * m_done / total + rounding));
    }

    double m_done = 0;
};

} // namespace entente::layout
