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

// "/agreements/a/period", "/agreements/a/clauses/c/period", "/agreements/a/signed": says when something runs.
// An exception's period is no such date: it is always kept.
bool isDate(const QString &pointer)
{
    if (pointer.contains(QLatin1String("/exceptions/")))
        return false;
    const QString key = pointer.section(u'/', -1);
    return key == QLatin1String("period") || key == QLatin1String("signed") ||
           key == QLatin1String("announced");
}

void runDuring(domain::Scenario &scenario, const QString &pointer,
               const std::optional<domain::Period> &period)
{
    const bool isOfClause = pointer.section(u'/', 3, 3) == QLatin1String("clauses");
    for (domain::Agreement &agreement : scenario.agreements) {
        if (agreement.id.text() != pointer.section(u'/', 2, 2))
            continue;
        for (domain::Clause &clause : agreement.clauses) {
            if (isOfClause && clause.id.text() == pointer.section(u'/', 4, 4))
                clause.period = period;
        }
        if (isOfClause)
            continue;
        agreement.period = period;
        agreement.signedOn.reset();
        agreement.announced.reset();
    }
}

// Whether the verdict turns on when something runs: it would be another long ago, in a far future or always.
bool turnsOnDate(const domain::Scenario &excerpt, const QString &pointer, const Pairing &pairing,
                 const AsOf &asOf)
{
    const Outcome before = outcomeIn(excerpt, pairing, asOf);
    for (const char16_t *period : {u"1900/1901", u"2900/..", u"../.."}) {
        domain::Scenario changed = excerpt;
        runDuring(changed, pointer, domain::Period::parse(period));
        if (outcomeIn(changed, pairing, asOf) != before)
            return true;
    }
    return false;
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
    domain::Scenario excerpt = excerptFor(index, first, second);
    if (!judgement->facts.isEmpty()) {
        keepOnly(excerpt, judgement->facts);
        for (const Fact &fact : thatMatter(excerpt, judgement->facts, pairing, asOf))
            set.append(pointerOf(fact));
    }
    QStringList ofFacts;
    for (const Fact &fact : judgement->facts)
        ofFacts.append(pointerOf(fact));
    for (const Dependency &dependency : judgement->conflict.dependsOn) { // dates, channels, newer agreements
        const bool isKnown = ofFacts.contains(dependency.fact) || set.contains(dependency.fact);
        if (!isKnown && (!isDate(dependency.fact) || turnsOnDate(excerpt, dependency.fact, pairing, asOf)))
            set.append(dependency.fact);
    }
    return set;
}

QStringList minimalSet(const domain::Scenario &scenario, const Conflict &conflict, const AsOf &asOf)
{
    return minimalSet(ScenarioIndex(scenario), conflict, asOf);
}

} // namespace entente::analysis
