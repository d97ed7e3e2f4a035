#include "analysis/disputes.h"

#include <algorithm>

namespace entente::analysis {

namespace {

QString withArticle(const QString &name)
{
    const bool vowel = !name.isEmpty() && QStringView(u"aeiouAEIOU").contains(name.front());
    return (vowel ? QStringLiteral("an ") : QStringLiteral("a ")) + name;
}

Dependency withPositions(Dependency dependency, const domain::Positions &positions)
{
    for (const domain::Position &position : positions) {
        if (position.stance == domain::StanceKind::Affirms)
            dependency.affirmedBy.append(position.by);
        else if (position.stance == domain::StanceKind::Denies)
            dependency.deniedBy.append(position.by);
    }
    return dependency;
}

QString sentenceOn(const domain::Scenario &scenario, const NarrowerFact &fact, const QString &verb)
{
    return QStringLiteral("%1 %2 %3")
        .arg(withArticle(scenario.nameOfThing(fact.term.text())), verb,
             withArticle(scenario.nameOfThing(fact.wider.text())));
}

} // namespace

Dependency dependencyOn(const domain::Scenario &scenario, const NarrowerFact &fact)
{
    const domain::DefinedTerm *term = scenario.term(fact.term);
    domain::Positions positions;
    for (const domain::NarrowerThan &narrower : term ? term->narrowerThan : QList<domain::NarrowerThan>()) {
        if (narrower.term == fact.wider)
            positions = narrower.positions;
    }
    return withPositions({pointerOf(fact), sentenceOn(scenario, fact, QStringLiteral("is")), {}, {}},
                         positions);
}

QString deniedSentence(const domain::Scenario &scenario, const NarrowerFact &fact)
{
    return sentenceOn(scenario, fact, QStringLiteral("is not"));
}

Dependency dependencyOn(const Fact &fact, const domain::Condition &condition)
{
    return withPositions({pointerOf(fact), condition.text, {}, {}}, condition.positions);
}

Dependency dependencyOn(const ExceptionFact &fact)
{
    const QString sentence =
        isAgainst(fact) ? QStringLiteral("“%1” does not apply") : QStringLiteral("“%1” applies");
    return {pointerOf(fact), sentence.arg(fact.path.last()), {}, {}};
}

bool isAgainst(const ExceptionFact &fact)
{
    return fact.path.size() % 2 == 1;
}

QString toCondition(const Dependency &dependency)
{
    return (dependency.clears ? QStringLiteral("unless %1") : QStringLiteral("if %1"))
        .arg(dependency.sentence);
}

QString toConditions(const QList<Dependency> &dependencies)
{
    QString text;
    for (const Dependency &dependency : dependencies) {
        if (!text.isEmpty())
            text += dependency.isAlternative ? QStringLiteral(", or ") : QStringLiteral(", and ");
        text += toCondition(dependency);
    }
    return text;
}

} // namespace entente::analysis
