#include "analysis/defeated.h"

#include "analysis/conflicttests.h"
#include "analysis/disputes.h"

#include <QSet>

#include <algorithm>

namespace entente::analysis {

QString toWord(DefeatKind kind)
{
    switch (kind) {
    case DefeatKind::Exception:
        return QStringLiteral("exception");
    case DefeatKind::Waiver:
        return QStringLiteral("waiver");
    case DefeatKind::Supersession:
        return QStringLiteral("supersession");
    case DefeatKind::Condition:
        return QStringLiteral("condition");
    case DefeatKind::Reading:
        return QStringLiteral("reading");
    }
    return {};
}

namespace {

using domain::Status;

bool isPutOutOfForce(const std::optional<Status> &status)
{
    return status == Status::Superseded || status == Status::Waived;
}

// As if it went on in force.
void revive(std::optional<domain::Period> &period, std::optional<Status> &status)
{
    if (!isPutOutOfForce(status))
        return;
    status = Status::InForce;
    if (period && period->end() && !period->isSingleDate()) {
        const QString start = period->start() ? period->start()->text() : QStringLiteral("..");
        period = domain::Period::parse(start + QStringLiteral("/.."));
    }
}

bool isAffirmed(const domain::NarrowerThan &narrower)
{
    return std::any_of(narrower.positions.begin(), narrower.positions.end(),
                       [](const domain::Position &p) { return p.stance == domain::StanceKind::Affirms; });
}

// The scenario without what can defeat a conflict.
domain::Scenario thoughtAway(domain::Scenario scenario)
{
    for (domain::DefinedTerm &term : scenario.terms) {
        for (domain::NarrowerThan &narrower : term.narrowerThan) {
            if (narrower.reading == domain::Reading::Rejected && isAffirmed(narrower))
                narrower.reading = domain::Reading::Disputed;
        }
    }
    for (domain::Agreement &agreement : scenario.agreements) {
        agreement.supersedes.clear();
        revive(agreement.period, agreement.status);
        for (domain::Clause &clause : agreement.clauses) {
            clause.supersedes.clear();
            clause.exceptions.clear();
            if (clause.condition.state == domain::ConditionState::Unmet)
                clause.condition.state = domain::ConditionState::Unknown;
            revive(clause.period, clause.status);
        }
    }
    scenario.index();
    return scenario;
}

using Reason = std::optional<Defeated>;

Reason byException(const ClausePair &pair, const AsOf &asOf)
{
    const domain::Exception *exception = exceptionThatApplies(pair, asOf);
    if (!exception)
        return std::nullopt;
    const bool isWaiver = exception->kind == domain::ExceptionKind::Waiver;
    const QString words = isWaiver ? QStringLiteral("The waiver “%1” of %2 covers %3.")
                                   : QStringLiteral("The exception “%1” to %2 covers %3.");
    return Defeated{isWaiver ? DefeatKind::Waiver : DefeatKind::Exception, pair.prohibiting.ref(),
                    pair.other.ref(), pointerTo(ExceptionFact{pair.prohibiting.ref(), {exception->id}}),
                    words.arg(exception->id, pair.nameOf(pair.prohibiting), pair.nameOf(pair.other))};
}

Reason bySupersession(const ClausePair &pair, const AsOf &asOf)
{
    for (const HeldClause &older : {pair.prohibiting, pair.other}) {
        const std::optional<HeldClause> newer = supersederOf(pair, older, asOf);
        if (!newer)
            continue;
        const QString by = pair.index.nameOf(*newer->agreement);
        return Defeated{DefeatKind::Supersession, pair.prohibiting.ref(), pair.other.ref(),
                        newer->clause ? newer->pointer() : pointerTo(newer->agreement->id),
                        QStringLiteral("%1 has superseded %2.").arg(by, pair.nameOf(older))};
    }
    return std::nullopt;
}

// It says itself that it is superseded or waived, and its period is over.
Reason byStatus(const ClausePair &pair, const AsOf &asOf)
{
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        const Holding holds = holding(*held.clause, *held.agreement, asOf);
        const bool isOfClause = isPutOutOfForce(held.clause->status);
        if (holds.truth != Truth::No || (!isOfClause && !isPutOutOfForce(held.agreement->status)))
            continue;
        const Status status = isOfClause ? *held.clause->status : *held.agreement->status;
        return Defeated{
            status == Status::Waived ? DefeatKind::Waiver : DefeatKind::Supersession, pair.prohibiting.ref(),
            pair.other.ref(),
            (isOfClause ? held.pointer() : pointerTo(held.agreement->id)) + QStringLiteral("/status"),
            QStringLiteral("%1 was %2: %3.").arg(pair.nameOf(held), domain::toWord(status), holds.because)};
    }
    return std::nullopt;
}

Reason byCondition(const ClausePair &pair)
{
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        const domain::Condition &condition = held.clause->condition;
        if (condition.isEmpty() || condition.state != domain::ConditionState::Unmet)
            continue;
        return Defeated{
            DefeatKind::Condition, pair.prohibiting.ref(), pair.other.ref(),
            pointerOf(ConditionFact{held.ref()}),
            QStringLiteral("The condition of %1 is not met: %2.").arg(pair.nameOf(held), condition.text)};
    }
    return std::nullopt;
}

// The conflict as thought, and what of it is written otherwise.
Reason byReading(const Conflict &thought, const domain::Scenario &written)
{
    for (const domain::DefinedTerm &term : written.terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            const NarrowerFact fact{term.id, narrower.term};
            const QString pointer = pointerOf(fact);
            const bool isNamed = std::any_of(thought.dependsOn.begin(), thought.dependsOn.end(),
                                             [&pointer](const Dependency &d) { return d.fact == pointer; });
            if (!isNamed || narrower.reading != domain::Reading::Rejected)
                continue;
            return Defeated{DefeatKind::Reading, thought.prohibiting, thought.other, pointer,
                            QStringLiteral("It is read so that %1.").arg(deniedSentence(written, fact))};
        }
    }
    return std::nullopt;
}

Reason reasonFor(const ClausePair &pair, const Conflict &thought, const AsOf &asOf)
{
    if (Reason found = byException(pair, asOf))
        return found;
    if (Reason found = bySupersession(pair, asOf))
        return found;
    if (Reason found = byStatus(pair, asOf))
        return found;
    if (Reason found = byCondition(pair))
        return found;
    return byReading(thought, pair.scenario());
}

} // namespace

QList<Defeated> findDefeated(const domain::Scenario &scenario, const AsOf &asOf, qsizetype most)
{
    QSet<domain::ThingRef> asWritten;
    for (const Conflict &conflict : findConflicts(scenario, asOf, most))
        asWritten.insert(conflict.ref());
    const ScenarioIndex index(scenario);
    QList<Defeated> defeated;
    for (const Conflict &thought : findConflicts(thoughtAway(scenario), asOf, most)) {
        if (asWritten.contains(thought.ref()))
            continue;
        const ClausePair pair{index, index.held(thought.prohibiting), index.held(thought.other)};
        if (Reason reason = reasonFor(pair, thought, asOf))
            defeated.append(std::move(*reason));
    }
    return defeated;
}

} // namespace entente::analysis
