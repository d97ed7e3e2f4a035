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

// On the day that is asked of.
Truth coversDay(const domain::Period &excepted, QDate day)
{
    if (excepted.certain().contains(day) && !excepted.certain().isEmpty())
        return Truth::Yes;
    return excepted.possible().contains(day) ? Truth::Depends : Truth::No;
}

// Whether a clause begins, or ends, on the very date that is excepted, however vague that is.
bool hasBound(const HeldClause &held, const std::optional<domain::EventDate> &date,
              const std::optional<domain::EventDate> &(domain::Period::*bound)() const)
{
    for (const auto &period : {held.clause->period, periodOf(*held.agreement)}) {
        if (date && period && (*period.*bound)() == date)
            return true;
    }
    return false;
}

// On every day on which both clauses hold: a day that surely isn't excepted is enough for a conflict.
Truth coversClash(const ClausePair &pair, const domain::Period &excepted)
{
    const domain::DaySpan possible = pair.prohibiting.possibleDays().intersected(pair.other.possibleDays());
    const domain::DaySpan certain = pair.prohibiting.certainDays().intersected(pair.other.certainDays());
    const domain::DaySpan perhaps = excepted.possible();
    const domain::DaySpan surely = excepted.certain();
    const auto bounds = [&](const auto &date, auto bound) {
        return hasBound(pair.prohibiting, date, bound) || hasBound(pair.other, date, bound);
    };
    const bool fromStart = !surely.first || (possible.first && *surely.first <= *possible.first) ||
                           bounds(excepted.start(), &domain::Period::start);
    const bool toEnd = !surely.last || (possible.last && *possible.last <= *surely.last) ||
                       bounds(excepted.end(), &domain::Period::end);
    if (fromStart && toEnd)
        return Truth::Yes;
    const bool clashesOutside = !certain.isEmpty() && certain.intersected(perhaps) != certain;
    return clashesOutside || !possible.overlaps(perhaps) ? Truth::No : Truth::Depends;
}

Finding coversPeriod(const ClausePair &pair, const Exception &exception, const ExceptionFact &fact,
                     const AsOf &asOf)
{
    if (!exception.period)
        return {};
    const Truth truth =
        asOf.day() ? coversDay(*exception.period, *asOf.day()) : coversClash(pair, *exception.period);
    if (truth != Truth::Depends)
        return {truth};
    const QString days = asOf.day() ? QStringLiteral("%1 is asked of on a day that “%2” does not cover")
                                    : QStringLiteral("%1 reaches beyond the days that “%2” covers");
    const QString sentence = days.arg(pair.nameOf(pair.other), exception.id);
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

// The other clause is owed to whom the exception names; where it doesn't say to whom, one of its agreement's
// parties will do, other than who owes it.
bool coversCounterparty(const Exception &exception, const HeldClause &other)
{
    const domain::FirmId &named = exception.counterparty;
    if (named.isEmpty())
        return true;
    if (!other.clause->counterparty.isEmpty())
        return named == other.clause->counterparty;
    return named != other.clause->bearer && isParty(*other.agreement, named);
}

// Whom, where and which agreement the exception names: what needs no reading.
bool coversPlainFields(const Exception &exception, const HeldClause &other)
{
    const bool territory =
        exception.territory.isEmpty() || isTerritoryWithin(other.clause->territory, exception.territory);
    const bool agreement = exception.agreement.isEmpty() || exception.agreement == other.agreement->id;
    return coversCounterparty(exception, other) && territory && agreement;
}

// Whether the exception takes the other clause out of the prohibition: every field given covers it, and no
// exception of the exception takes it back.
Finding applies(const ClausePair &pair, const Exception &exception, const ExceptionFact &fact,
                const AsOf &asOf)
{
    const domain::Clause &other = *pair.other.clause;
    Finding finding = answer(coversPlainFields(exception, pair.other));
    finding = conjunction(finding, byReading(exception, fact));
    finding = conjunction(finding, coversField(pair.scenario(), exception.action, other.action, fact));
    finding = conjunction(finding, coversField(pair.scenario(), exception.object, other.object, fact));
    finding = conjunction(finding, coversPeriod(pair, exception, fact, asOf));
    for (const Exception &back : exception.exceptions) {
        const ExceptionFact nested{fact.clause, fact.path + QStringList(back.id)};
        finding = conjunction(finding, negated(applies(pair, back, nested, asOf)));
    }
    return finding;
}

QString openQuestion(const ClausePair &pair, const Exception &exception)
{
    const bool waiver = exception.kind == domain::ExceptionKind::Waiver;
    return QStringLiteral("Whether the %1 “%2” reaches %3 is open.")
        .arg(waiver ? QStringLiteral("waiver") : QStringLiteral("exception"), exception.id,
             pair.nameOf(pair.other));
}

Finding byExceptions(const ClausePair &pair, const AsOf &asOf)
{
    Finding result;
    for (const Exception &exception : pair.prohibiting.clause->exceptions) {
        Finding undefeated =
            negated(applies(pair, exception, {pair.prohibiting.ref(), {exception.id}}, asOf));
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

const domain::Exception *exceptionThatApplies(const ClausePair &pair, const AsOf &asOf)
{
    for (const Exception &exception : pair.prohibiting.clause->exceptions) {
        if (applies(pair, exception, {pair.prohibiting.ref(), {exception.id}}, asOf).truth == Truth::Yes)
            return &exception;
    }
    return nullptr;
}

Finding testDefeat(const ClausePair &pair, const AsOf &asOf)
{
    Finding result = byExceptions(pair, asOf);
    for (const HeldClause *held : {&pair.prohibiting, &pair.other}) {
        result = conjunction(result, testSupersession(pair, *held, asOf));
        result = conjunction(result, byCondition(*held));
    }
    return result;
}

} // namespace entente::analysis
