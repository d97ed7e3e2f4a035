#pragma once

#include "analysis/conflicttests.h"

namespace entente::analysis {

struct Judgement
{
    Conflict conflict;
    QList<Fact> facts;     // what the verdict rests on beside the two clauses
    bool reversed = false; // it is the other clause that prohibits
};

// All seven tests of the pair; nothing where it doesn't conflict.
std::optional<Judgement> judge(const ClausePair &pair, const AsOf &asOf);

// Of two clauses that each name an only channel either may be the prohibition: the stronger verdict counts,
// and the pair is told with the earlier clause first.
bool prohibitEachOther(const HeldClause &a, const HeldClause &b);
std::optional<Judgement> judgeEitherWay(const ClausePair &pair, const AsOf &asOf);

} // namespace entente::analysis
