#pragma once

#include <QByteArray>

namespace entente::tests {

struct ClauseCounts
{
    int firms = 5;
    int terms = 6;
    int clauses = 40;
};

// A valid scenario with clauses of every shape, the same for the same seed: firms in groups, a few of which
// hold most clauses, terms that are narrower than others by readings of all kinds.
QByteArray generatedClauses(const ClauseCounts &size, quint32 seed);

} // namespace entente::tests
