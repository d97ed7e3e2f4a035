#include "analysis/conflicttests.h"
#include "analysis/disputes.h"

#include <algorithm>

namespace entente::analysis {

namespace {

using domain::Exception;

// The opposite answer, for the same facts; what is settled hangs on nothing.
Finding negated(const Finding &finding)
{
    if (finding.truth == Truth::Depends)
        return finding;
    return {finding.truth == Truth::Yes ? Truth::No : Truth::Yes, {}, {}, false, finding.facts};
}

Finding answer(bool yes)
{
    return {yes ? Truth::Yes : Truth::No};
}

// Whether what is excepted holds the other's action or object.
Finding coversField(const domain::Scenario &scenario, const QString &excepted, const QString &other,
                    const ExceptionFact &fact)
{
    if (excepted.isEmpty())
        return {};
    if (other.isEmpty())
        return answer(false);
    Containment containment = contains(scenario, excepted, other);
    for (Dependency &dependency : containment.dependsOn)
        dependency.clears = isAgainst(fact);
    return {containment.truth, {}, containment.dependsOn, false, containment.facts};
}

Finding coversPeriod(const Exception &exception, const HeldClause &other, const ExceptionFact &fact)
{
    if (!exception.period)
        return {};
    const domain::DaySpan span = other.possibleDays();
    if (span.intersected(exception.period->certain()) == span)
        return {};
    if (!exception.period->possible().overlaps(span))
        return answer(false);
    const QString sentence = QStringLiteral("%1 reaches beyond the days that “%2” covers")
                                 .arg(other.agreement->title, exception.id);
    return {Truth::Depends,
            {},
            {{pointerTo(fact) + QStringLiteral("/period"), sentence, {}, {}, !isAgainst(fact)}}};
}

Finding byReading(const Exception &exception, const ExceptionFact &fact)
{
    if (exception.reading == domain::Reading::Disputed)
        return {Truth::Depends, {}, {dependencyOn(fact)}, false, {fact}};
    return answer(exception.reading != domain::Reading::Rejected);
}

bool isParty(const domain::Agreement &agreement, const domain::FirmId &firm)
{
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&firm](const domain::Party &party) { return party.firm == firm; });
}

// Whom, where and which agreement the exception names: what needs no reading.
bool coversPlainFields(const Exception &exception, const HeldClause &other)
{
    const bool counterparty = exception.counterparty.isEmpty() ||
                              exception.counterparty == other.clause->counterparty ||
                              isParty(*other.agreement, exception.counterparty);
    const bool territory =
        exception.territory.isEmpty() || isTerritoryWithin(other.clause->territory, exception.territory);
    const bool agreement = exception.agreement.isEmpty() || exception.agreement == other.agreement->id;
    return counterparty && territory && agreement;
}

// Whether the exception takes the other clause out of the prohibition: every field given covers it, and no
// exception of the exception takes it back.
Finding applies(const ClausePair &pair, const Exception &exception, const ExceptionFact &fact)
{
    const domain::Clause &other = *pair.other.clause;
    Finding finding = answer(coversPlainFields(exception, pair.other));
    finding = conjunction(finding, byReading(exception, fact));
    finding = conjunction(finding, coversField(pair.scenario(), exception.action, other.action, fact));
    finding = conjunction(finding, coversField(pair.scenario(), exception.object, other.object, fact));
    finding = conjunction(finding, coversPeriod(exception, pair.other, fact));
    for (const Exception &back : exception.exceptions) {
        const ExceptionFact nested{fact.clause, fact.path + QStringList(back.id)};
        finding = conjunction(finding, negated(applies(pair, back, nested)));
    }
    return finding;
}

QString openQuestion(const ClausePair &pair, const Exception &exception)
{
    const bool waiver = exception.kind == domain::ExceptionKind::Waiver;
    return QStringLiteral("Whether the %1 “%2” reaches %3 is open.")
        .arg(waiver ? QStringLiteral("waiver") : QStringLiteral("exception"), exception.id,
             pair.other.agreement->title);
}

Finding byExceptions(const ClausePair &pair)
{
    Finding result;
    for (const Exception &exception : pair.prohibiting.clause->exceptions) {
        Finding undefeated = negated(applies(pair, exception, {pair.prohibiting.ref(), {exception.id}}));
        if (undefeated.truth == Truth::Depends)
            undefeated.because = {openQuestion(pair, exception)};
        result = conjunction(result, undefeated);
    }
    return result;
}

Finding byCondition(const HeldClause &held)
{
    const domain::Condition &condition = held.clause->condition;
    if (condition.isEmpty() || condition.state == domain::ConditionState::Met)
        return {};
    if (condition.state == domain::ConditionState::Unmet)
        return answer(false);
    const ConditionFact fact{held.ref()};
    return {Truth::Depends,
            {QStringLiteral("It hangs on a condition: %1.").arg(condition.text)},
            {dependencyOn(fact, condition)},
            false,
            {fact}};
}

} // namespace

Finding testDefeat(const ClausePair &pair, const AsOf &asOf)
{
    Finding result = byExceptions(pair);
    for (const HeldClause *held : {&pair.prohibiting, &pair.other}) {
        result = conjunction(result, testSupersession(pair, *held, asOf));
        result = conjunction(result, byCondition(*held));
    }
    return result;
}

} // namespace entente::analysis
