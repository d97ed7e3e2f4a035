#include "analysis/proposals.h"

#include "analysis/disputes.h"
#include "domain/freeid.h"

#include <algorithm>

namespace entente::analysis {

namespace {

using domain::Reading;

QString freeExceptionId(const QList<domain::Exception> &exceptions, const QString &wanted)
{
    return domain::freeId(wanted, [&exceptions](const QString &id) {
        return std::any_of(exceptions.begin(), exceptions.end(),
                           [&id](const domain::Exception &exception) { return exception.id == id; });
    });
}

Proposal waiver(const ClausePair &pair, bool partial)
{
    const domain::Clause &prohibiting = *pair.prohibiting.clause;
    const QString sentence = prohibiting.counterparty.isEmpty()
                                 ? QStringLiteral("%1 is waived for %2.")
                                       .arg(pair.nameOf(pair.prohibiting), pair.nameOf(pair.other))
                                 : QStringLiteral("%1 waives %2 for %3.")
                                       .arg(pair.scenario().nameOf(prohibiting.counterparty),
                                            pair.nameOf(pair.prohibiting), pair.nameOf(pair.other));
    domain::Exception exception;
    exception.id = freeExceptionId(prohibiting.exceptions,
                                   QStringLiteral("waiver-for-%1-%2")
                                       .arg(pair.other.agreement->id.text(), pair.other.clause->id.text()));
    exception.kind = domain::ExceptionKind::Waiver;
    exception.text = sentence;
    exception.action = partial ? QString() : pair.other.clause->action;
    exception.agreement = pair.other.agreement->id;
    return {AddException{pair.prohibiting.ref(), exception}, sentence};
}

// Takes the narrower action out of the wider; where both are the same nothing would be left of the clause.
QList<Proposal> carveOut(const ClausePair &pair, bool partial)
{
    const domain::Clause &prohibiting = *pair.prohibiting.clause;
    const QString &action = pair.other.clause->action;
    if (partial || action == prohibiting.action)
        return {};
    const QString sentence = QStringLiteral("%1 is changed so that it no longer covers “%2”.")
                                 .arg(pair.nameOf(pair.prohibiting), pair.scenario().nameOfThing(action));
    domain::Exception exception;
    exception.id = freeExceptionId(prohibiting.exceptions, QStringLiteral("except-%1").arg(action));
    exception.text = sentence;
    exception.action = action;
    return {{AddException{pair.prohibiting.ref(), exception}, sentence}};
}

bool isInQuestion(const domain::Scenario &scenario, const NarrowerFact &fact)
{
    const domain::DefinedTerm *term = scenario.term(fact.term);
    const auto found = std::find_if(term->narrowerThan.begin(), term->narrowerThan.end(),
                                    [&fact](const domain::NarrowerThan &n) { return n.term == fact.wider; });
    return found->reading == Reading::Disputed || !found->positions.isEmpty();
}

QString joined(const domain::Scenario &scenario, const QList<domain::FirmId> &firms)
{
    QStringList names;
    for (const domain::FirmId &firm : firms)
        names.append(scenario.nameOf(firm));
    const QString last = names.takeLast();
    return names.isEmpty() ? last : names.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

Proposal settled(const domain::Scenario &scenario, const NarrowerFact &fact, Reading reading)
{
    const Dependency dependency = dependencyOn(scenario, fact);
    const QList<domain::FirmId> &holders =
        reading == Reading::Agreed ? dependency.affirmedBy : dependency.deniedBy;
    const QString as =
        holders.isEmpty() ? QString() : QStringLiteral(", as %1 read it,").arg(joined(scenario, holders));
    const QString what = reading == Reading::Agreed ? dependency.sentence : deniedSentence(scenario, fact);
    return {ReadTerm{fact, reading}, QStringLiteral("It is settled%1 that %2.").arg(as, what)};
}

QList<Proposal> byReading(const domain::Scenario &scenario, const Fact &fact)
{
    return std::visit(
        Overloaded{
            [&](const NarrowerFact &f) -> QList<Proposal> {
                if (!isInQuestion(scenario, f))
                    return {};
                return {settled(scenario, f, Reading::Rejected), settled(scenario, f, Reading::Agreed)};
            },
            [&](const ExceptionFact &f) -> QList<Proposal> {
                const Reading clearing = isAgainst(f) ? Reading::Agreed : Reading::Rejected;
                const QString words =
                    isAgainst(f) ? QStringLiteral("It is settled that the exception “%1” applies.")
                                 : QStringLiteral("It is settled that “%1”, which takes an exception "
                                                  "back, does not apply.");
                return {{readingOf(scenario, f, clearing), words.arg(f.path.last())}};
            },
            [&](const ConditionFact &f) -> QList<Proposal> {
                const QString text = scenario.clause(f.clause)->condition.text;
                return {{readingOf(scenario, f, Reading::Rejected),
                         QStringLiteral("It is settled that the condition is not met: %1.").arg(text)}};
            },
            [](const PartOfFact &) -> QList<Proposal> { return {}; },
            [](const AmountConditionFact &) -> QList<Proposal> { return {}; }},
        fact);
}

QList<Proposal> anotherChannel(const ClausePair &pair)
{
    if (!pair.byChannel())
        return {};
    const domain::Clause &other = *pair.other.clause;
    const domain::FirmId &channel = pair.prohibiting.clause->onlyThrough;
    const bool exclusively = other.through.isEmpty() && !other.onlyThrough.isEmpty();
    return {{RunThrough{pair.other.ref(), channel, exclusively},
             QStringLiteral("%1 runs %2 through %3.")
                 .arg(pair.scenario().nameOf(other.bearer), pair.nameOf(pair.other),
                      pair.scenario().nameOf(channel))}};
}

// The last date before the one asked of, with its precision; without one, before the other clause may begin.
QString lastDateBefore(const HeldClause &later, const AsOf &asOf)
{
    using Precision = domain::EventDate::Precision;
    if (!asOf.date) {
        const auto first = later.possibleDays().first;
        return first ? first->addDays(-1).toString(QStringLiteral("yyyy-MM-dd")) : QString();
    }
    const QDate before = asOf.date->first().addDays(-1);
    switch (asOf.date->precision()) {
    case Precision::Day:
        return before.toString(QStringLiteral("yyyy-MM-dd"));
    case Precision::Month:
        return before.toString(QStringLiteral("yyyy-MM"));
    case Precision::Year:
    case Precision::Decade:
        break;
    }
    return before.toString(QStringLiteral("yyyy"));
}

QList<Proposal> end(const ClausePair &pair, const HeldClause &ended, const HeldClause &later,
                    const AsOf &asOf)
{
    const auto agreed = periodOf(*ended.agreement);
    const auto &period = ended.clause->period ? ended.clause->period : agreed;
    const QString start = period && period->start() ? period->start()->text() : QStringLiteral("..");
    const auto limited = domain::Period::parse(start + u'/' + lastDateBefore(later, asOf));
    if (!limited || !limited->end() || limited->isInverted())
        return {};
    return {{LimitPeriod{ended.ref(), *limited},
             QStringLiteral("%1 ends with %2.").arg(pair.nameOf(ended), domain::toWords(*limited->end()))}};
}

} // namespace

QList<Proposal> proposalsFor(const ClausePair &pair, const Judgement &judgement, const AsOf &asOf)
{
    const bool partial = judgement.conflict.partial;
    // A waiver or an exception made for the other clause, its run through the allowed channel, and the end of
    // either leave nothing to judge; but where both prohibit, the other way may still conflict.
    const bool isOneWay = !prohibitEachOther(pair.prohibiting, pair.other);
    QList<Proposal> proposals;
    const auto add = [&proposals](const QList<Proposal> &more, bool clearsAlone) {
        for (Proposal proposal : more) {
            proposal.clearsAlone = clearsAlone;
            proposals.append(proposal);
        }
    };
    add({waiver(pair, partial)}, isOneWay);
    for (const Fact &fact : judgement.facts)
        add(byReading(pair.scenario(), fact), false);
    add(carveOut(pair, partial), isOneWay);
    add(anotherChannel(pair), isOneWay);
    add(end(pair, pair.prohibiting, pair.other, asOf), true);
    add(end(pair, pair.other, pair.prohibiting, asOf), true);
    return proposals;
}

} // namespace entente::analysis
