#include "analysis/conflicttests.h"
#include "analysis/disputes.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace entente::analysis {

namespace {

// One step up from a firm or term; rejected readings lead nowhere.
struct Step
{
    QString from;
    QString to;
    bool disputed = false;
    Fact fact;
};

QList<Step> stepsFrom(const domain::Scenario &scenario, const QString &id)
{
    QList<Step> steps;
    if (const domain::Firm *firm = scenario.firm(domain::FirmId(id)); firm && !firm->partOf.isEmpty())
        steps.append({id, firm->partOf.text(), false, PartOfFact{firm->id}});
    const domain::DefinedTerm *term = scenario.term(domain::TermId(id));
    if (!term)
        return steps;
    for (const domain::NarrowerThan &narrower : term->narrowerThan) {
        if (narrower.reading != domain::Reading::Rejected)
            steps.append({id, narrower.term.text(), narrower.reading == domain::Reading::Disputed,
                          NarrowerFact{term->id, narrower.term}});
    }
    return steps;
}

// The step by which each thing above `narrow` is reached with the fewest disputed steps; ends at `wide`.
QHash<QString, Step> reach(const domain::Scenario &scenario, const QString &wide, const QString &narrow)
{
    QHash<QString, Step> reachedBy;
    QList<Step> level{{{}, narrow, false, {}}}; // all with as many disputed steps
    while (!level.isEmpty() && !reachedBy.contains(wide)) {
        QList<Step> next; // with one more
        for (qsizetype i = 0; i < level.size() && !reachedBy.contains(wide); ++i) {
            const Step step = level[i]; // a copy: the list grows
            if (reachedBy.contains(step.to))
                continue;
            reachedBy.insert(step.to, step);
            for (const Step &further : stepsFrom(scenario, step.to))
                (further.disputed ? next : level).append(further);
        }
        level = next;
    }
    return reachedBy;
}

// What is reached from a thing without a disputed step.
QSet<QString> agreedlyAbove(const domain::Scenario &scenario, const QString &thing)
{
    QSet<QString> above{thing};
    QStringList open{thing};
    while (!open.isEmpty()) {
        for (const Step &step : stepsFrom(scenario, open.takeLast())) {
            if (!step.disputed && !above.contains(step.to)) {
                above.insert(step.to);
                open.append(step.to);
            }
        }
    }
    return above;
}

// Every step of every way from `narrow` up to `wide` that some reading may make the only one: no dispute is
// entered where an agreed way leads to the same, and none is left unread below `wide`.
QList<Step> stepsOfAllWays(const domain::Scenario &scenario, const QString &wide, const QString &narrow)
{
    const QSet<QString> agreed = agreedlyAbove(scenario, narrow);
    QList<Step> steps;
    QSet<QString> seen{narrow};
    QStringList open{narrow};
    while (!open.isEmpty()) {
        const QString at = open.takeFirst();
        const bool isAgreedFromHere = at != wide && agreedlyAbove(scenario, at).contains(wide);
        for (const Step &step : at == wide ? QList<Step>() : stepsFrom(scenario, at)) {
            if (step.disputed && (isAgreedFromHere || agreed.contains(step.to)))
                continue;
            steps.append(step);
            if (!seen.contains(step.to))
                open.append(step.to);
            seen.insert(step.to);
        }
    }
    QSet<QString> leading{wide}; // what lies below `wide` on such a way
    for (bool grows = true; grows;) {
        grows = false;
        for (const Step &step : std::as_const(steps)) {
            if (leading.contains(step.to) && !leading.contains(step.from)) {
                leading.insert(step.from);
                grows = true;
            }
        }
    }
    steps.removeIf([&leading](const Step &step) { return !leading.contains(step.to); });
    return steps;
}

// Other ways than the one that is told first: readings that bear the same by themselves.
void addOtherWays(Containment &found, const domain::Scenario &scenario, const QString &wide,
                  const QString &narrow)
{
    for (const Step &step : stepsOfAllWays(scenario, wide, narrow)) {
        if (found.facts.contains(step.fact))
            continue;
        found.facts.append(step.fact);
        if (!step.disputed)
            continue;
        Dependency dependency = dependencyOn(scenario, std::get<NarrowerFact>(step.fact));
        dependency.isAlternative = true;
        found.dependsOn.append(dependency);
    }
}

// Of very deep terms only the first way is told: to follow all takes the square of their number.
bool hasSeveralWays(const domain::Scenario &scenario, const QHash<QString, Step> &reachedBy)
{
    constexpr qsizetype mostFollowed = 256;
    return reachedBy.size() <= mostFollowed &&
           std::any_of(reachedBy.begin(), reachedBy.end(),
                       [&scenario](const Step &step) { return stepsFrom(scenario, step.to).size() > 1; });
}

} // namespace

Containment contains(const domain::Scenario &scenario, const QString &wide, const QString &narrow)
{
    if (wide == narrow)
        return {Truth::Yes, {}, {}};
    const QHash<QString, Step> reachedBy = reach(scenario, wide, narrow);
    if (!reachedBy.contains(wide))
        return {};
    Containment found{Truth::Yes, {}, {}};
    for (Step step = reachedBy.value(wide); step.to != narrow; step = reachedBy.value(step.from)) {
        found.facts.prepend(step.fact);
        if (step.disputed) {
            found.truth = Truth::Depends;
            found.dependsOn.prepend(dependencyOn(scenario, std::get<NarrowerFact>(step.fact)));
        }
    }
    if (found.truth == Truth::Depends && hasSeveralWays(scenario, reachedBy))
        addOtherWays(found, scenario, wide, narrow);
    return found;
}

} // namespace entente::analysis
