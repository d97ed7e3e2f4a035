#include "analysis/clausejoin.h"
#include "analysis/judging.h"

#include <algorithm>
#include <vector>

namespace entente::analysis {

namespace {

struct Found
{
    Meeting meeting;
    Conflict conflict;
};

} // namespace

QList<Conflict> findConflicts(const domain::Scenario &scenario, const AsOf &asOf, qsizetype most)
{
    const ScenarioIndex index(scenario);
    const QList<HeldClause> clauses = comparableClauses(scenario, asOf);
    std::vector<Found> found;
    visitMeetings(index, clauses, [&](Meeting meeting) {
        const bool eachOther = prohibitEachOther(clauses[meeting.prohibiting], clauses[meeting.other]);
        if (eachOther && meeting.other < meeting.prohibiting)
            std::swap(meeting.prohibiting, meeting.other); // the pair is told once, the earlier first
        const ClausePair pair{index, clauses[meeting.prohibiting], clauses[meeting.other]};
        if (auto judgement = judgeEitherWay(pair, asOf))
            found.push_back({meeting, std::move(judgement->conflict)});
        return qsizetype(found.size()) < most;
    });
    std::sort(found.begin(), found.end(),
              [](const Found &a, const Found &b) { return a.meeting < b.meeting; });
    const auto end = std::unique(found.begin(), found.end(),
                                 [](const Found &a, const Found &b) { return a.meeting == b.meeting; });
    QList<Conflict> conflicts;
    std::for_each(found.begin(), end, [&](Found &one) { conflicts.append(std::move(one.conflict)); });
    return conflicts;
}

} // namespace entente::analysis
