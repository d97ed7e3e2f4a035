#pragma once

#include <QByteArray>

namespace entente::tests {

struct BigScenario
{
    int firms = 1'000;
    int agreements = 2'000;
    quint32 seed = 1;
};

// The text of a scenario as large as asked, shaped like real ones: few firms are in many agreements (the
// number of agreements falls off as a power of the rank), a firm in eight is part of another, one agreement
// in ten runs parallel to the one before, one in ten has three to six parties; with amounts, dates, statuses,
// cites of sources, a clause in one of twenty, and names of which 15 % are in Japanese, Arabic, Cyrillic or
// Greek. The same numbers give the same text.
QByteArray bigScenario(const BigScenario &size);

} // namespace entente::tests
