#include "analysis/holding.h"

#include "analysis/heldclause.h"

#include <algorithm>

namespace entente::analysis {

using domain::Evidence;
using domain::Status;

Truth both(Truth a, Truth b)
{
    return std::min(a, b);
}

Truth either(Truth a, Truth b)
{
    return std::max(a, b);
}

QString toWord(Truth truth)
{
    switch (truth) {
    case Truth::No:
        return QStringLiteral("no");
    case Truth::Depends:
        return QStringLiteral("depends");
    case Truth::Yes:
        return QStringLiteral("yes");
    }
    return {};
}

std::optional<QDate> AsOf::day() const
{
    return date ? std::optional(date->last()) : std::nullopt;
}

QString AsOf::toText() const
{
    return date ? date->text() : QStringLiteral("any");
}

AsOf defaultAsOf(const domain::Scenario &scenario)
{
    return {scenario.asOf};
}

std::optional<domain::Period> periodOf(const domain::Agreement &agreement)
{
    const auto &since = agreement.signedOn ? agreement.signedOn : agreement.announced;
    if (agreement.period || !since)
        return agreement.period;
    return domain::Period::parse(since->text() + QStringLiteral("/.."));
}

RunningDays RunningDays::within(const RunningDays &other) const
{
    return {certain.intersected(other.certain), possible.intersected(other.possible)};
}

namespace {

// No longer the case: what is decided or settled is no longer pending.
bool isOver(const std::optional<Status> &status)
{
    return status && (domain::hasEnded(*status) || *status == Status::Decided || *status == Status::Settled);
}

// A suit was filed on some day: an open start only says that nobody knows when.
bool isOfKnownStart(const std::optional<domain::Period> &period, const domain::Agreement &agreement)
{
    const bool ofProceedings = agreement.heading() == domain::Heading::Proceedings;
    return period && (period->start() || !ofProceedings);
}

// What has ended on some day surely held when it began, where that day is known. Where it isn't there is no
// such day; the span still begins with the one by which it had begun.
domain::DaySpan surelyBeforeItsEnd(const domain::Period &period)
{
    const auto latest = period.certain().first;
    const bool isKnown = latest == period.possible().first;
    return {latest, isKnown ? *latest : latest->addDays(-1)};
}

// No day at all, of what had begun by the date that is spoken of.
domain::DaySpan noDay(const domain::SpokenOn &spokenOn)
{
    const QDate first = spokenOn.date ? spokenOn.date->last() : QDate(9999, 12, 31);
    return {first, first.addDays(-1)};
}

RunningDays daysBy(const std::optional<domain::Period> &period, const std::optional<Status> &status,
                   const domain::Agreement &agreement)
{
    RunningDays days;
    if (period)
        days = {period->certain(), period->possible()};
    const auto &spokenOn = agreement.spokenOn.date;
    if (spokenOn && !isOfKnownStart(period, agreement))
        days.certain.first =
            days.certain.last ? std::min(spokenOn->first(), *days.certain.last) : spokenOn->first();
    if (!isOver(status) || (period && period->end()))
        return days;
    if (spokenOn)
        days.possible.last = spokenOn->last().addDays(-1);
    days.certain = period && period->start() ? surelyBeforeItsEnd(*period) : noDay(agreement.spokenOn);
    return {days.certain.intersected(days.possible), days.possible};
}

using Holdings = QList<Holding>;

Holding byStatus(const std::optional<Status> &status, const QString &holder)
{
    const QString fact = holder + QStringLiteral("/status");
    if (!status)
        return {Truth::Depends, QStringLiteral("its status is not known"), fact};
    const QString word = domain::toReadable(domain::toWord(*status));
    switch (*status) {
    case Status::Rumoured:
    case Status::Planned:
    case Status::Considered:
        return {Truth::Depends, QStringLiteral("it is only %1").arg(word), fact};
    case Status::Suspended:
        return {Truth::No, QStringLiteral("it is suspended"), fact};
    default: // what has ended held before its end, which its period says
        return {};
    }
}

Holding byEvidence(Evidence evidence, const QString &holder)
{
    const QString fact = holder + QStringLiteral("/evidence");
    switch (evidence) {
    case Evidence::Alleged:
        return {Truth::Depends, QStringLiteral("it is only alleged"), fact};
    case Evidence::Disproven:
        return {Truth::No, QStringLiteral("it is disproven"), fact};
    case Evidence::Confirmed:
    case Evidence::Reported:
        break;
    }
    return {};
}

// A period of a clause or an agreement, with the status that bears on it.
struct Dated
{
    std::optional<domain::Period> period;
    std::optional<Status> status;
    QString fact; // JSON Pointer to the period
};

QString whyNotOn(const Dated &dated)
{
    if (isOver(dated.status) && !(dated.period && dated.period->end()))
        return (*dated.status == domain::Status::Completed ? QStringLiteral("it has been performed (%1)")
                                                           : QStringLiteral("it has ended (%1)"))
            .arg(domain::toReadable(domain::toWord(*dated.status)));
    return QStringLiteral("it holds %1").arg(domain::toWords(dated.period.value_or(domain::Period())));
}

QString whyPerhapsOn(const Dated &dated, const domain::Agreement &agreement)
{
    if (isOver(dated.status) && !(dated.period && dated.period->end()))
        return QStringLiteral("nothing says when it ended (%1)")
            .arg(domain::toReadable(domain::toWord(*dated.status)));
    if (!isOfKnownStart(dated.period, agreement))
        return QStringLiteral("nothing says since when it holds");
    return QStringLiteral("its dates are not known to the day (%1)").arg(domain::toWords(*dated.period));
}

Holding byDates(const Dated &dated, const domain::Agreement &agreement, const AsOf &asOf)
{
    const std::optional<QDate> day = asOf.day();
    if (!day)
        return {};
    const RunningDays days = daysBy(dated.period, dated.status, agreement);
    if (!days.certain.isEmpty() && days.certain.contains(*day))
        return {};
    if (!days.possible.contains(*day))
        return {Truth::No, whyNotOn(dated), dated.fact};
    return {Truth::Depends, whyPerhapsOn(dated, agreement), dated.fact};
}

// What a clause says of its own dates: a period, or that it has ended within its agreement's.
std::optional<Dated> datedItself(const domain::Clause &clause, const domain::Agreement &agreement)
{
    if (!clause.period && !isOver(clause.status))
        return std::nullopt;
    const QString fact = pointerTo(domain::ClauseRef{agreement.id, clause.id}) + QStringLiteral("/period");
    return Dated{clause.period ? clause.period : periodOf(agreement), clause.status, fact};
}

// Whatever the date.
Holdings byNature(const domain::Agreement &agreement)
{
    const QString pointer = pointerTo(agreement.id);
    Holdings all{byStatus(agreement.status, pointer), byEvidence(agreement.evidence, pointer)};
    if (agreement.binding == false)
        all.append({Truth::No, QStringLiteral("it is not binding"), pointer + QStringLiteral("/binding")});
    return all;
}

Holdings allOf(const domain::Agreement &agreement, const AsOf &asOf)
{
    const Dated dated{periodOf(agreement), agreement.status, pointerToPeriod(agreement)};
    return byNature(agreement) + Holdings{byDates(dated, agreement, asOf)};
}

Holdings allOf(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf)
{
    const QString pointer = pointerTo(domain::ClauseRef{agreement.id, clause.id});
    Holdings all = allOf(agreement, asOf);
    if (clause.status)
        all.append(byStatus(clause.status, pointer));
    if (clause.evidence)
        all.append(byEvidence(*clause.evidence, pointer));
    if (const auto own = datedItself(clause, agreement))
        all.append(byDates(*own, agreement, asOf));
    return all;
}

Holding weakest(const Holdings &all)
{
    return *std::min_element(all.begin(), all.end(),
                             [](const Holding &a, const Holding &b) { return a.truth < b.truth; });
}

Holdings openAmong(Holdings all)
{
    if (weakest(all).truth == Truth::No)
        return {};
    all.removeIf([](const Holding &holding) { return holding.truth == Truth::Yes; });
    return all;
}

} // namespace

RunningDays daysOf(const domain::Agreement &agreement)
{
    return daysBy(periodOf(agreement), agreement.status, agreement);
}

QList<DatingFact> datesOf(const domain::Clause &clause, const domain::Agreement &agreement)
{
    QList<DatingFact> dates{{pointerToPeriod(agreement), daysOf(agreement)}};
    if (const auto own = datedItself(clause, agreement))
        dates.append({own->fact, daysBy(own->period, own->status, agreement)});
    return dates;
}

RunningDays daysOf(const domain::Clause &clause, const domain::Agreement &agreement)
{
    RunningDays days;
    for (const DatingFact &fact : datesOf(clause, agreement))
        days = days.within(fact.days);
    return days;
}

Holding holding(const domain::Agreement &agreement, const AsOf &asOf)
{
    return weakest(allOf(agreement, asOf));
}

Holding holding(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf)
{
    return weakest(allOf(clause, agreement, asOf));
}

QList<Holding> openFacts(const domain::Agreement &agreement, const AsOf &asOf)
{
    return openAmong(allOf(agreement, asOf));
}

QList<Holding> openFacts(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf)
{
    return openAmong(allOf(clause, agreement, asOf));
}

bool mayDepend(const domain::Agreement &agreement)
{
    const Truth truth = weakest(byNature(agreement)).truth;
    const RunningDays days = daysOf(agreement);
    return truth == Truth::Depends || (truth == Truth::Yes && days.certain != days.possible);
}

} // namespace entente::analysis
