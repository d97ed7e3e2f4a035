#include "analysis/conflicttests.h"

#include <QHash>
#include <QQueue>

namespace entente::analysis {

namespace {

Truth truthOf(domain::Reading reading)
{
    switch (reading) {
    case domain::Reading::Agreed:
        return Truth::Yes;
    case domain::Reading::Disputed:
        return Truth::Depends;
    case domain::Reading::Rejected:
        break;
    }
    return Truth::No;
}

QString withArticle(const QString &name)
{
    const bool vowel = QStringView(u"aeiouAEIOU").contains(name.front());
    return (vowel ? QStringLiteral("an ") : QStringLiteral("a ")) + name;
}

Dependency dependencyOn(const domain::Scenario &scenario, const domain::DefinedTerm &term,
                        const domain::NarrowerThan &narrower)
{
    Dependency dependency;
    dependency.fact = QStringLiteral("/defined_terms/%1/narrower_than/%2/reading")
                          .arg(term.id.text(), narrower.term.text());
    dependency.sentence =
        QStringLiteral("%1 is %2")
            .arg(withArticle(term.name), withArticle(scenario.nameOfThing(narrower.term.text())));
    for (const domain::Position &position : narrower.positions) {
        if (position.stance == domain::StanceKind::Affirms)
            dependency.affirmedBy.append(position.by);
        else if (position.stance == domain::StanceKind::Denies)
            dependency.deniedBy.append(position.by);
    }
    return dependency;
}

struct Step
{
    QString to;
    Truth truth = Truth::Yes;
    std::optional<Dependency> dependency;
};

QList<Step> stepsFrom(const domain::Scenario &scenario, const QString &id)
{
    QList<Step> steps;
    if (const domain::Firm *firm = scenario.firm(domain::FirmId(id)); firm && !firm->partOf.isEmpty())
        steps.append({firm->partOf.text(), Truth::Yes, std::nullopt});
    const domain::DefinedTerm *term = scenario.term(domain::TermId(id));
    if (!term)
        return steps;
    for (const domain::NarrowerThan &narrower : term->narrowerThan) {
        Step step{narrower.term.text(), truthOf(narrower.reading), std::nullopt};
        if (step.truth == Truth::Depends)
            step.dependency = dependencyOn(scenario, *term, narrower);
        if (step.truth != Truth::No)
            steps.append(step);
    }
    return steps;
}

} // namespace

Containment contains(const domain::Scenario &scenario, const QString &wide, const QString &narrow)
{
    QHash<QString, Containment> best{{narrow, {Truth::Yes, {}}}};
    QQueue<QString> open;
    open.enqueue(narrow);
    while (!open.isEmpty()) {
        const QString at = open.dequeue();
        const Containment here = best.value(at);
        for (const Step &step : stepsFrom(scenario, at)) {
            Containment next{both(here.truth, step.truth), here.dependsOn};
            if (step.dependency)
                next.dependsOn.append(*step.dependency);
            if (best.contains(step.to) && best.value(step.to).truth >= next.truth)
                continue;
            best.insert(step.to, next);
            open.enqueue(step.to);
        }
    }
    return best.value(wide);
}

} // namespace entente::analysis
