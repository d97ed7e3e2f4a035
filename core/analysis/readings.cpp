#include "analysis/readings.h"

#include "analysis/disputes.h"
#include "analysis/heldclause.h"
#include "analysis/remedies.h"

namespace entente::analysis {

namespace {

using domain::Reading;

// A fact that can be read, and how it is.
struct Readable
{
    Fact fact;
    DisputeKind kind;
    Reading reading;
    bool isOpen;
    Dependency who;
};

bool isOnBothSides(const Dependency &dependency)
{
    return !dependency.affirmedBy.isEmpty() && !dependency.deniedBy.isEmpty();
}

Reading readingOfState(domain::ConditionState state)
{
    switch (state) {
    case domain::ConditionState::Met:
        return Reading::Agreed;
    case domain::ConditionState::Unmet:
        return Reading::Rejected;
    case domain::ConditionState::Unknown:
    case domain::ConditionState::Disputed:
        break;
    }
    return Reading::Disputed;
}

void addTerm(QList<Readable> &readables, const domain::Scenario &scenario, const domain::DefinedTerm &term)
{
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        const NarrowerFact fact{term.id, narrower.term};
        readables.append({fact, DisputeKind::Reading, narrower.reading, narrower.reading == Reading::Disputed,
                          dependencyOn(scenario, fact)});
    }
}

void addExceptions(QList<Readable> &readables, const HeldClause &held, const QStringList &path,
                   const QList<domain::Exception> &exceptions)
{
    for (const domain::Exception &exception : exceptions) {
        const ExceptionFact fact{held.ref(), path + QStringList(exception.id)};
        Dependency who = dependencyOn(fact);
        who.sentence = QStringLiteral("“%1” applies to %2").arg(exception.id, held.name());
        readables.append({fact, DisputeKind::Exception, exception.reading.value_or(Reading::Agreed),
                          exception.reading == Reading::Disputed, who});
        addExceptions(readables, held, fact.path, exception.exceptions);
    }
}

void addAmount(QList<Readable> &readables, const domain::Agreement &agreement, const domain::Amount &amount)
{
    if (amount.condition.isEmpty())
        return;
    const AmountConditionFact fact{agreement.id, amount.id};
    const Reading reading = readingOfState(amount.condition.state);
    Dependency who = dependencyOn(fact, amount.condition);
    who.sentence = QStringLiteral("the condition of %1 of “%2” is met: %3")
                       .arg(domain::toShortText(amount), agreement.title, amount.condition.text);
    readables.append({fact, DisputeKind::Condition, reading, reading == Reading::Disputed, who});
}

void addClause(QList<Readable> &readables, const HeldClause &held)
{
    const domain::Condition &condition = held.clause->condition;
    if (!condition.isEmpty()) {
        const ConditionFact fact{held.ref()};
        const Reading reading = readingOfState(condition.state);
        readables.append({fact, DisputeKind::Condition, reading, reading == Reading::Disputed,
                          dependencyOn(fact, condition)});
    }
    addExceptions(readables, held, {}, held.clause->exceptions);
}

QList<Readable> readableFacts(const domain::Scenario &scenario)
{
    QList<Readable> readables;
    for (const domain::DefinedTerm &term : scenario.terms)
        addTerm(readables, scenario, term);
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Amount &amount : agreement.amounts)
            addAmount(readables, agreement, amount);
        for (const domain::Clause &clause : agreement.clauses)
            addClause(readables, {&clause, &agreement});
    }
    return readables;
}

// "as OpenAI and Amazon read it" stands in the scenario; the sentence says only how it is read now.
QString sentenceFor(const Readable &readable, Reading reading)
{
    const QString how = reading == Reading::Agreed ? QStringLiteral("It is agreed that %1.")
                        : reading == Reading::Rejected
                            ? QStringLiteral("It is settled that this is not so: %1.")
                            : QStringLiteral("It is open whether %1.");
    return how.arg(readable.who.sentence);
}

} // namespace

QList<DisputedFact> disputedFacts(const domain::Scenario &scenario)
{
    QList<DisputedFact> disputed;
    for (const Readable &readable : readableFacts(scenario)) {
        if (readable.isOpen || isOnBothSides(readable.who))
            disputed.append({readable.kind, readable.who, readable.reading});
    }
    return disputed;
}

domain::Scenario withReadings(domain::Scenario scenario, const Readings &readings)
{
    for (const Readable &readable : readableFacts(scenario)) {
        const auto found = readings.constFind(readable.who.fact);
        if (found != readings.constEnd())
            applyRemedy(scenario, readingOf(scenario, readable.fact, *found));
    }
    return scenario;
}

Amendments amendmentsFor(const domain::Scenario &scenario, const Readings &readings)
{
    Amendments amendments;
    for (const Readable &readable : readableFacts(scenario)) {
        const auto found = readings.constFind(readable.who.fact);
        if (found != readings.constEnd())
            amendments.append(
                toAmendment(readingOf(scenario, readable.fact, *found), sentenceFor(readable, *found)));
    }
    return amendments;
}

} // namespace entente::analysis
