#include "analysis/remedies.h"

#include "analysis/jsontext.h"

#include <algorithm>

namespace entente::analysis {

namespace {

domain::Clause *clauseIn(domain::Scenario &scenario, const domain::ClauseRef &ref)
{
    for (domain::Agreement &agreement : scenario.agreements) {
        if (agreement.id != ref.agreement)
            continue;
        for (domain::Clause &clause : agreement.clauses) {
            if (clause.id == ref.clause)
                return &clause;
        }
    }
    return nullptr;
}

void applyTo(domain::Scenario &scenario, const ReadTerm &remedy)
{
    for (domain::DefinedTerm &term : scenario.terms) {
        if (term.id != remedy.fact.term)
            continue;
        for (domain::NarrowerThan &narrower : term.narrowerThan) {
            if (narrower.term == remedy.fact.wider)
                narrower.reading = remedy.reading;
        }
    }
}

void applyTo(domain::Clause &clause, const ReadException &remedy)
{
    QList<domain::Exception> *exceptions = &clause.exceptions;
    domain::Exception *found = nullptr;
    for (const QString &id : remedy.fact.path) {
        const auto place = std::find_if(exceptions->begin(), exceptions->end(),
                                        [&id](const domain::Exception &e) { return e.id == id; });
        if (place == exceptions->end())
            return;
        found = &*place;
        exceptions = &found->exceptions;
    }
    if (found)
        found->reading = remedy.reading;
}

domain::Condition *conditionIn(domain::Scenario &scenario, const Fact &fact)
{
    if (const auto *ofClause = std::get_if<ConditionFact>(&fact)) {
        domain::Clause *clause = clauseIn(scenario, ofClause->clause);
        return clause ? &clause->condition : nullptr;
    }
    const auto *ofAmount = std::get_if<AmountConditionFact>(&fact);
    for (domain::Agreement &agreement : scenario.agreements) {
        if (!ofAmount || agreement.id != ofAmount->agreement)
            continue;
        for (domain::Amount &amount : agreement.amounts) {
            if (amount.id == ofAmount->amount)
                return &amount.condition;
        }
    }
    return nullptr;
}

void applyTo(domain::Scenario &scenario, const SettleCondition &remedy)
{
    if (domain::Condition *condition = conditionIn(scenario, remedy.fact))
        condition->state = remedy.state;
}

void applyTo(domain::Clause &clause, const AddException &remedy)
{
    clause.exceptions.append(remedy.exception);
}

void applyTo(domain::Clause &clause, const RunThrough &remedy)
{
    (remedy.exclusively ? clause.onlyThrough : clause.through) = remedy.channel;
}

void applyTo(domain::Clause &clause, const LimitPeriod &remedy)
{
    clause.period = remedy.period;
}

void applyTo(domain::Scenario &scenario, const LeaveGroup &remedy)
{
    for (domain::Firm &firm : scenario.firms) {
        if (firm.id == remedy.firm)
            firm.partOf = {};
    }
}

domain::ClauseRef clauseOf(const ReadException &remedy)
{
    return remedy.fact.clause;
}

template <typename R> domain::ClauseRef clauseOf(const R &remedy)
{
    return remedy.clause;
}

QString exceptionJson(const domain::Exception &exception)
{
    const bool waiver = exception.kind == domain::ExceptionKind::Waiver;
    QStringList members{QStringLiteral("\"kind\": ") +
                        (waiver ? quoted(QStringLiteral("waiver")) : quoted(QStringLiteral("exception")))};
    const auto add = [&members](const char *key, const QString &value) {
        if (!value.isEmpty())
            members.append(QStringLiteral("\"%1\": %2").arg(QLatin1String(key), quoted(value)));
    };
    add("text", exception.text);
    add("action", exception.action);
    add("object", exception.object);
    add("agreement", exception.agreement.text());
    return QStringLiteral("{ %1 }").arg(members.join(QStringLiteral(", ")));
}

// Only its state, so that who says what of it stays; one that says no more than its text may be a text alone
// in the file.
std::pair<QString, QString> amendmentOf(const SettleCondition &remedy)
{
    const QString pointer = pointerOf(remedy.fact);
    const QString state = quoted(domain::toWord(remedy.state));
    domain::Condition bare;
    bare.text = remedy.condition.text;
    if (remedy.condition != bare)
        return {pointer + QStringLiteral("/state"), state};
    return {pointer, QStringLiteral("{ \"text\": %1, \"state\": %2 }").arg(quoted(bare.text), state)};
}

} // namespace

void applyRemedy(domain::Scenario &scenario, const Remedy &remedy)
{
    std::visit(Overloaded{[&](const ReadTerm &r) { applyTo(scenario, r); },
                          [&](const LeaveGroup &r) { applyTo(scenario, r); },
                          [&](const SettleCondition &r) { applyTo(scenario, r); },
                          [&](const auto &r) {
                              if (domain::Clause *clause = clauseIn(scenario, clauseOf(r)))
                                  applyTo(*clause, r);
                          }},
               remedy);
}

Amendment toAmendment(const Remedy &remedy, const QString &sentence)
{
    const auto [path, value] = std::visit(
        Overloaded{
            [](const ReadTerm &r) { return std::pair(pointerOf(r.fact), quoted(domain::toWord(r.reading))); },
            [](const ReadException &r) {
                return std::pair(pointerOf(r.fact), quoted(domain::toWord(r.reading)));
            },
            [](const SettleCondition &r) { return amendmentOf(r); },
            [](const AddException &r) {
                const QString pointer = pointerTo(ExceptionFact{r.clause, {r.exception.id}});
                return std::pair(pointer, exceptionJson(r.exception));
            },
            [](const RunThrough &r) {
                const QString key =
                    r.exclusively ? QStringLiteral("/only_through") : QStringLiteral("/through");
                return std::pair(pointerTo(r.clause) + key, quoted(r.channel.text()));
            },
            [](const LimitPeriod &r) {
                return std::pair(pointerTo(r.clause) + QStringLiteral("/period"), quoted(r.period.text()));
            },
            [](const LeaveGroup &r) {
                return std::pair(pointerOf(PartOfFact{r.firm}), QStringLiteral("null"));
            }},
        remedy);
    return {path, value, sentence};
}

namespace {

domain::Condition conditionOf(const domain::Scenario &scenario, const AmountConditionFact &fact)
{
    const domain::Agreement *agreement = scenario.agreement(fact.agreement);
    for (const domain::Amount &amount : agreement ? agreement->amounts : QList<domain::Amount>()) {
        if (amount.id == fact.amount)
            return amount.condition;
    }
    return {};
}

domain::ConditionState stateFor(domain::Reading reading)
{
    switch (reading) {
    case domain::Reading::Agreed:
        return domain::ConditionState::Met;
    case domain::Reading::Rejected:
        return domain::ConditionState::Unmet;
    case domain::Reading::Disputed:
        break;
    }
    return domain::ConditionState::Disputed;
}

} // namespace

Remedy readingOf(const domain::Scenario &scenario, const Fact &fact, domain::Reading reading)
{
    return std::visit(Overloaded{[&](const NarrowerFact &f) -> Remedy {
                                     return ReadTerm{f, reading};
                                 },
                                 [&](const ExceptionFact &f) -> Remedy {
                                     return ReadException{f, reading};
                                 },
                                 [&](const ConditionFact &f) -> Remedy {
                                     const domain::Clause *clause = scenario.clause(f.clause);
                                     return SettleCondition{f,
                                                            clause ? clause->condition : domain::Condition(),
                                                            stateFor(reading)};
                                 },
                                 [&](const AmountConditionFact &f) -> Remedy {
                                     return SettleCondition{f, conditionOf(scenario, f), stateFor(reading)};
                                 },
                                 [&](const PartOfFact &f) -> Remedy { return LeaveGroup{f.firm}; }},
                      fact);
}

} // namespace entente::analysis
