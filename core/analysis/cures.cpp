#include "analysis/cures.h"

#include "analysis/excerpt.h"
#include "analysis/judging.h"
#include "analysis/proposals.h"

#include <algorithm>

namespace entente::analysis {

namespace {

using Set = QList<int>; // places in a list of proposals, ascending

bool holdsOneOf(const Set &set, const QList<Set> &parts)
{
    return std::any_of(parts.begin(), parts.end(), [&set](const Set &part) {
        return std::includes(set.begin(), set.end(), part.begin(), part.end());
    });
}

// All sets that suffice of which no part does, the smallest first.
template <typename Suffices> QList<Set> smallestSets(int count, Suffices &&suffices)
{
    constexpr int mostTogether = 3;
    QList<Set> found;
    QList<Set> insufficient{Set()};
    for (int size = 1; size <= mostTogether; ++size) {
        QList<Set> larger;
        for (const Set &set : std::as_const(insufficient)) {
            for (int i = set.isEmpty() ? 0 : set.last() + 1; i < count; ++i) {
                const Set tried = set + Set{i};
                if (!holdsOneOf(tried, found))
                    (suffices(tried) ? found : larger).append(tried);
            }
        }
        insufficient = larger;
    }
    return found;
}

// Of two clauses that prohibit each other both ways may need a cure.
QList<Proposal> proposalsFor(const ClausePair &pair, const AsOf &asOf)
{
    constexpr qsizetype mostTried = 24; // sets of three of them are some thousands
    QList<Proposal> proposals;
    const auto add = [&](const ClausePair &way) {
        const auto judgement = judge(way, asOf);
        for (const Proposal &proposal :
             judgement ? analysis::proposalsFor(way, *judgement, asOf) : QList<Proposal>()) {
            if (!proposals.contains(proposal) && proposals.size() < mostTried)
                proposals.append(proposal);
        }
    };
    add(pair);
    if (prohibitEachOther(pair.prohibiting, pair.other))
        add({pair.index, pair.other, pair.prohibiting});
    return proposals;
}

bool isClear(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf)
{
    const ScenarioIndex index(scenario);
    return !judgeEitherWay({index, index.held(conflict.prohibiting), index.held(conflict.other)}, asOf);
}

} // namespace

QList<Amendments> cures(const ScenarioIndex &index, const Conflict &conflict, const AsOf &asOf)
{
    const ClausePair pair{index, index.held(conflict.prohibiting), index.held(conflict.other)};
    if (!pair.prohibiting.clause || !pair.other.clause)
        return {};
    const QList<Proposal> proposals = proposalsFor(pair, asOf);
    std::optional<domain::Scenario> excerpt; // made for the first that needs trying
    const auto clears = [&](const Set &set) {
        if (set.size() == 1 && proposals[set.first()].clearsAlone)
            return true;
        if (!excerpt)
            excerpt = excerptFor(index, pair.prohibiting, pair.other);
        domain::Scenario changed = *excerpt;
        for (const int place : set)
            applyRemedy(changed, proposals[place].remedy);
        changed.index();
        return isClear(changed, conflict, asOf);
    };
    QList<Amendments> found;
    for (const Set &set : smallestSets(int(proposals.size()), clears)) {
        Amendments cure;
        for (const int place : set)
            cure.append(toAmendment(proposals[place].remedy, proposals[place].sentence));
        found.append(cure);
    }
    return found;
}

QList<Amendments> cures(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf)
{
    return cures(ScenarioIndex(scenario), conflict, asOf);
}

} // namespace entente::analysis
