#include "analysis/minimalset.h"

#include "analysis/excerpt.h"
#include "analysis/judging.h"
#include "analysis/remedies.h"

#include <algorithm>

namespace entente::analysis {

namespace {

// The clauses of a conflict as judged: the one that prohibits first.
struct Pairing
{
    domain::ClauseRef prohibiting;
    domain::ClauseRef other;
};

using Outcome = std::optional<Verdict>; // none: no conflict

Outcome outcomeIn(const domain::Scenario &scenario, const Pairing &pairing, const AsOf &asOf)
{
    const ScenarioIndex index(scenario);
    const auto judgement = judge({index, index.held(pairing.prohibiting), index.held(pairing.other)}, asOf);
    return judgement ? Outcome(judgement->conflict.verdict) : std::nullopt;
}

// Rejects every reading and dissolves every group that is not among the facts.
void keepOnly(domain::Scenario &excerpt, const QList<Fact> &facts)
{
    for (domain::DefinedTerm &term : excerpt.terms) {
        for (domain::NarrowerThan &narrower : term.narrowerThan) {
            if (!facts.contains(Fact(NarrowerFact{term.id, narrower.term})))
                narrower.reading = domain::Reading::Rejected;
        }
    }
    for (domain::Firm &firm : excerpt.firms) {
        if (!facts.contains(Fact(PartOfFact{firm.id})))
            firm.partOf = {};
    }
}

// Leaves out, one after the other, each fact that the verdict doesn't turn on.
QList<Fact> thatMatter(domain::Scenario excerpt, const QList<Fact> &facts, const Pairing &pairing,
                       const AsOf &asOf)
{
    const Outcome before = outcomeIn(excerpt, pairing, asOf);
    const auto turnsOn = [&](const Fact &fact, domain::Reading reading) {
        domain::Scenario changed = excerpt;
        applyRemedy(changed, readingOf(excerpt, fact, reading));
        return outcomeIn(changed, pairing, asOf) != before;
    };
    QList<Fact> kept;
    for (const Fact &fact : facts) {
        const bool isReadable = !std::holds_alternative<PartOfFact>(fact); // a group is left or not
        if (turnsOn(fact, domain::Reading::Rejected) ||
            (isReadable && turnsOn(fact, domain::Reading::Agreed)))
            kept.append(fact);
        else
            applyRemedy(excerpt, readingOf(excerpt, fact, domain::Reading::Rejected));
    }
    return kept;
}

} // namespace

QStringList minimalSet(const ScenarioIndex &index, const Conflict &conflict, const AsOf &asOf)
{
    const HeldClause first = index.held(conflict.prohibiting);
    const HeldClause second = index.held(conflict.other);
    if (!first.clause || !second.clause)
        return {};
    const auto judgement = judgeEitherWay({index, first, second}, asOf);
    if (!judgement)
        return {};
    const Pairing pairing = judgement->reversed ? Pairing{conflict.other, conflict.prohibiting}
                                                : Pairing{conflict.prohibiting, conflict.other};
    QStringList set{first.pointer(), second.pointer()};
    if (!judgement->facts.isEmpty()) {
        domain::Scenario excerpt = excerptFor(index, first, second);
        keepOnly(excerpt, judgement->facts);
        for (const Fact &fact : thatMatter(excerpt, judgement->facts, pairing, asOf))
            set.append(pointerOf(fact));
    }
    QStringList ofFacts;
    for (const Fact &fact : judgement->facts)
        ofFacts.append(pointerOf(fact));
    for (const Dependency &dependency : judgement->conflict.dependsOn) { // dates, channels, newer agreements
        if (!ofFacts.contains(dependency.fact) && !set.contains(dependency.fact))
            set.append(dependency.fact);
    }
    return set;
}

QStringList minimalSet(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf)
{
    return minimalSet(ScenarioIndex(scenario), conflict, asOf);
}

} // namespace entente::analysis
