#include "analysis/conflicttests.h"

#include <algorithm>

namespace entente::analysis {

namespace {

using domain::Exception;

Truth negated(Truth truth)
{
    return truth == Truth::Yes ? Truth::No : truth == Truth::No ? Truth::Yes : Truth::Depends;
}

Truth coversField(const domain::Scenario &scenario, const QString &excepted, const QString &other)
{
    if (excepted.isEmpty())
        return Truth::Yes;
    return other.isEmpty() ? Truth::No : contains(scenario, excepted, other).truth;
}

Truth coversPeriod(const std::optional<domain::Period> &excepted, const std::optional<domain::Period> &other)
{
    if (!excepted)
        return Truth::Yes;
    const domain::DaySpan span = other ? other->possible() : domain::DaySpan();
    if (span.intersected(excepted->certain()) == span)
        return Truth::Yes;
    return excepted->possible().overlaps(span) ? Truth::Depends : Truth::No;
}

Truth byReading(const std::optional<domain::Reading> &reading)
{
    if (!reading || *reading == domain::Reading::Agreed)
        return Truth::Yes;
    return *reading == domain::Reading::Disputed ? Truth::Depends : Truth::No;
}

bool isParty(const domain::Agreement &agreement, const domain::FirmId &firm)
{
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&firm](const domain::Party &party) { return party.firm == firm; });
}

// Whether the exception takes the other clause out of the prohibition: every field given covers it, and no
// exception of the exception takes it back.
Truth applies(const ClausePair &pair, const Exception &exception)
{
    const domain::Clause &other = *pair.other.clause;
    Truth truth = byReading(exception.reading);
    truth = both(truth, coversField(pair.scenario, exception.action, other.action));
    truth = both(truth, coversField(pair.scenario, exception.object, other.object));
    truth = both(truth, coversPeriod(exception.period, pair.other.period()));
    if (!exception.counterparty.isEmpty() && exception.counterparty != other.counterparty)
        truth = both(truth, isParty(*pair.other.agreement, exception.counterparty) ? Truth::Yes : Truth::No);
    if (!exception.territory.isEmpty() && exception.territory != other.territory)
        truth = Truth::No;
    if (!exception.agreement.isEmpty() && exception.agreement != pair.other.agreement->id)
        truth = Truth::No;
    for (const Exception &back : exception.exceptions)
        truth = both(truth, negated(applies(pair, back)));
    return truth;
}

Finding byExceptions(const ClausePair &pair)
{
    Finding result;
    for (const Exception &exception : pair.prohibiting.clause->exceptions) {
        const Truth truth = applies(pair, exception);
        if (truth == Truth::No)
            continue;
        const QString pointer = pair.prohibiting.pointer() + QStringLiteral("/exceptions/") + exception.id;
        const bool waiver = exception.kind == domain::ExceptionKind::Waiver;
        const QString name = waiver ? QStringLiteral("waiver") : QStringLiteral("exception");
        Finding finding{negated(truth), {}, {}, false};
        if (truth == Truth::Depends) {
            finding.because = {QStringLiteral("Whether the %1 “%2” reaches %3 is open.")
                                   .arg(name, exception.id, pair.other.agreement->title)};
            finding.dependsOn = {{pointer, QStringLiteral("the %1 does not reach it").arg(name), {}, {}}};
        }
        result = conjunction(result, finding);
    }
    return result;
}

bool supersedes(const QStringList &list, const HeldClause &held)
{
    return list.contains(held.agreement->id.text()) || list.contains(domain::ThingRef::toText(held.ref()));
}

// A newer agreement or clause puts an older one out of force from its own start on, if whom the older one was
// owed to is party to it.
Finding bySupersession(const ClausePair &pair, const HeldClause &older)
{
    for (const domain::Agreement &newer : pair.scenario.agreements) {
        bool listed = supersedes(newer.supersedes, older);
        std::optional<domain::Period> since = newer.period;
        for (const domain::Clause &clause : newer.clauses) {
            if (!listed && supersedes(clause.supersedes, older)) {
                listed = true;
                since = clause.period ? clause.period : newer.period;
            }
        }
        if (!listed || &newer == older.agreement || !isParty(newer, older.clause->counterparty))
            continue;
        if (!since || !since->start())
            return {Truth::No, {}, {}, false};
        // Before the newer one starts the older one holds; only the other clause's days matter.
        const HeldClause &rest = &older == &pair.other ? pair.prohibiting : pair.other;
        const std::optional<domain::Period> days = rest.period();
        const bool before = !days || !days->start() || days->start()->latest() < since->start()->earliest();
        if (!before)
            return {Truth::No, {}, {}, false};
    }
    return {};
}

Finding byCondition(const HeldClause &held)
{
    const domain::Condition &condition = held.clause->condition;
    if (condition.isEmpty() || condition.state == domain::ConditionState::Met)
        return {};
    if (condition.state == domain::ConditionState::Unmet)
        return {Truth::No, {}, {}, false};
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

Finding testDefeat(const ClausePair &pair)
{
    Finding result = byExceptions(pair);
    for (const HeldClause *held : {&pair.prohibiting, &pair.other}) {
        result = conjunction(result, bySupersession(pair, *held));
        result = conjunction(result, byCondition(*held));
    }
    return result;
}

} // namespace entente::analysis
