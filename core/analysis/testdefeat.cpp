#include "analysis/conflicttests.h"

#include <algorithm>

namespace entente::analysis {

namespace {

using domain::Exception;

// The opposite answer; what is settled hangs on nothing.
Finding negated(Finding finding)
{
    if (finding.truth == Truth::Depends)
        return finding;
    return {finding.truth == Truth::Yes ? Truth::No : Truth::Yes, {}, {}, false};
}

Finding answer(bool yes)
{
    return {yes ? Truth::Yes : Truth::No, {}, {}, false};
}

Finding open(const QString &fact, const QString &sentence)
{
    return {Truth::Depends, {}, {{fact, sentence, {}, {}}}, false};
}

Finding coversField(const domain::Scenario &scenario, const QString &excepted, const QString &other)
{
    if (excepted.isEmpty())
        return {};
    if (other.isEmpty())
        return answer(false);
    const Containment containment = contains(scenario, excepted, other);
    return {containment.truth, {}, containment.dependsOn, false};
}

Finding coversPeriod(const Exception &exception, const HeldClause &other, const QString &pointer)
{
    if (!exception.period)
        return {};
    const domain::DaySpan span = other.possibleDays();
    if (span.intersected(exception.period->certain()) == span)
        return {};
    if (!exception.period->possible().overlaps(span))
        return answer(false);
    return open(pointer + QStringLiteral("/period"),
                QStringLiteral("%1 reaches beyond the days that “%2” covers")
                    .arg(other.agreement->title, exception.id));
}

Finding byReading(const Exception &exception, const QString &pointer)
{
    if (exception.reading == domain::Reading::Disputed)
        return open(pointer + QStringLiteral("/reading"),
                    QStringLiteral("“%1” does not apply").arg(exception.id));
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
Finding applies(const ClausePair &pair, const Exception &exception, const QString &pointer)
{
    const domain::Clause &other = *pair.other.clause;
    Finding finding = answer(coversPlainFields(exception, pair.other));
    finding = conjunction(finding, byReading(exception, pointer));
    finding = conjunction(finding, coversField(pair.scenario, exception.action, other.action));
    finding = conjunction(finding, coversField(pair.scenario, exception.object, other.object));
    finding = conjunction(finding, coversPeriod(exception, pair.other, pointer));
    for (const Exception &back : exception.exceptions) {
        const QString nested = pointer + QStringLiteral("/exceptions/") + back.id;
        finding = conjunction(finding, negated(applies(pair, back, nested)));
    }
    return finding;
}

Finding byExceptions(const ClausePair &pair)
{
    Finding result;
    for (const Exception &exception : pair.prohibiting.clause->exceptions) {
        const QString pointer = pair.prohibiting.pointer() + QStringLiteral("/exceptions/") + exception.id;
        Finding undefeated = negated(applies(pair, exception, pointer));
        if (undefeated.truth == Truth::Depends) {
            const bool waiver = exception.kind == domain::ExceptionKind::Waiver;
            undefeated.because = {QStringLiteral("Whether the %1 “%2” reaches %3 is open.")
                                      .arg(waiver ? QStringLiteral("waiver") : QStringLiteral("exception"),
                                           exception.id, pair.other.agreement->title)};
        }
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
    Dependency dependency{held.pointer() + QStringLiteral("/condition"), condition.text, {}, {}};
    for (const domain::Position &position : condition.positions) {
        if (position.stance == domain::StanceKind::Affirms)
            dependency.affirmedBy.append(position.by);
        else if (position.stance == domain::StanceKind::Denies)
            dependency.deniedBy.append(position.by);
    }
    return {Truth::Depends,
            {QStringLiteral("It hangs on a condition: %1.").arg(condition.text)},
            {dependency},
            false};
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
