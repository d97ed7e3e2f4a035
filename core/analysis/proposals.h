#pragma once

#include "analysis/judging.h"
#include "analysis/remedies.h"

namespace entente::analysis {

struct Proposal
{
    Remedy remedy;
    QString sentence;
    bool clearsAlone = false; // by what it is: it needs no trying
    bool operator==(const Proposal &other) const
    {
        return toAmendment(remedy, sentence) == toAmendment(other.remedy, other.sentence);
    }
};

// Single changes that may help where the pair conflicts as judged, those that take least from the clauses
// first: a waiver, the readings and conditions it hangs on, a carve-out, another channel, an end.
QList<Proposal> proposalsFor(const ClausePair &pair, const Judgement &judgement, const AsOf &asOf);

} // namespace entente::analysis
