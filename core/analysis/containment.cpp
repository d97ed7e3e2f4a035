#include "analysis/conflicttests.h"
#include "analysis/disputes.h"

#include <QHash>

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
    return found;
}

} // namespace entente::analysis
