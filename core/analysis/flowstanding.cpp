#include "analysis/disputes.h"
#include "analysis/flowparts.h"
#include "analysis/holding.h"

namespace entente::analysis {

using domain::Status;

namespace {

QString pointerToFact(const domain::Agreement &agreement, const char *fact)
{
    return QStringLiteral("/agreements/%1/%2").arg(agreement.id.text(), QString::fromLatin1(fact));
}

bool hasEndedBy(const std::optional<domain::Period> &period, QDate day)
{
    const auto last = period ? period->possible().last : std::nullopt;
    return last && *last < day;
}

// What has ended without a known end had by the date that the file speaks of; before that nobody knows.
bool isOfUnknownEnd(const domain::Agreement &agreement)
{
    return agreement.status && domain::hasEnded(*agreement.status) &&
           (!agreement.period || !agreement.period->end());
}

bool hadEndedBy(const domain::Agreement &agreement, QDate day)
{
    const auto last = daysOf(agreement).possible.last;
    return isOfUnknownEnd(agreement) && last && *last < day;
}

bool beginsAfter(const std::optional<domain::Period> &period, QDate day)
{
    const auto first = period ? period->possible().first : std::nullopt;
    return first && *first > day;
}

// What begins later is a commitment already where it was announced or signed by then; a plan without a date
// of its own is taken to be known.
bool isAgreedBy(const domain::Agreement &agreement, QDate day)
{
    for (const auto &date : {agreement.announced, agreement.signedOn}) {
        if (date && date->earliest() <= day)
            return true;
    }
    return agreement.status == Status::Planned && !agreement.announced && !agreement.signedOn;
}

QString whyLeftOut(const domain::Agreement &agreement, const domain::Amount &amount, const AsOf &asOf)
{
    if (agreement.evidence == domain::Evidence::Disproven)
        return QStringLiteral("it is disproven");
    if (agreement.status == Status::Rumoured)
        return QStringLiteral("it is only rumoured");
    const std::optional<QDate> day = asOf.day();
    if (!day)
        return {};
    const auto period = periodOf(agreement);
    const bool ended = agreement.status && domain::hasEnded(*agreement.status);
    if (hadEndedBy(agreement, *day) || hasEndedBy(period, *day)) {
        const QString word =
            ended ? domain::toReadable(domain::toWord(*agreement.status)) : QStringLiteral("ended");
        return period ? QStringLiteral("it has ended (%1, %2)").arg(word, domain::toWords(*period))
                      : QStringLiteral("it has ended (%1)").arg(word);
    }
    if (hasEndedBy(amount.over, *day))
        return QStringLiteral("it has ended (%1)").arg(domain::toWords(*amount.over));
    if (beginsAfter(period, *day) && !isAgreedBy(agreement, *day))
        return QStringLiteral("it had not begun (%1)").arg(domain::toWords(*period));
    return {};
}

std::optional<Reservation> byStatus(const domain::Agreement &agreement, const QString &name, const AsOf &asOf)
{
    if (!agreement.status)
        return std::nullopt;
    const auto said = [&](Mark mark, const char *words) {
        return Reservation{mark, pointerToFact(agreement, "status"), name + QString::fromUtf8(words)};
    };
    switch (*agreement.status) {
    case Status::Announced:
        return said(Mark::Announced, " is announced");
    case Status::Planned:
        return said(Mark::Planned, " is only planned");
    case Status::Considered:
    case Status::Filed:
    case Status::Pending:
        return said(Mark::Claimed, " is not decided");
    case Status::Suspended:
        return said(Mark::Suspended, " is suspended");
    default:
        break;
    }
    if (!asOf.date && domain::hasEnded(*agreement.status))
        return said(Mark::Ended, " has ended");
    return std::nullopt;
}

// Before the date that the file speaks of, what has no date of its own, or no known end, may have run or not.
QString whyUncertain(const domain::Agreement &agreement, const QString &name, QDate day)
{
    const auto period = periodOf(agreement);
    if (isOfUnknownEnd(agreement))
        return QStringLiteral("nothing says when %1 ended").arg(name);
    if (!period && agreement.spokenOn.date && day < agreement.spokenOn.date->first())
        return QStringLiteral("nothing says since when %1 runs").arg(name);
    if (period && !period->certain().contains(day))
        return QStringLiteral("the dates of %1 are not known to the day (%2)")
            .arg(name, domain::toWords(*period));
    return {};
}

QList<Reservation> byDate(const domain::Agreement &agreement, const domain::Amount &amount,
                          const QString &name, QDate day)
{
    const QString ownPeriod = AmountRef{agreement.id, amount.id}.pointer() + QStringLiteral("/over");
    const auto period = periodOf(agreement);
    if (beginsAfter(period, day))
        return {{Mark::NotBegun, pointerToFact(agreement, "period"),
                 QStringLiteral("%1 has not begun (%2)").arg(name, domain::toWords(*period))}};
    if (beginsAfter(amount.over, day))
        return {{Mark::NotBegun, ownPeriod,
                 QStringLiteral("the payment under %1 has not begun (%2)")
                     .arg(name, domain::toWords(*amount.over))}};
    const QString why = whyUncertain(agreement, name, day);
    if (why.isEmpty())
        return {};
    return {{Mark::DatesUncertain, pointerToFact(agreement, "period"), why}};
}

Reservation byCondition(const domain::Agreement &agreement, const domain::Amount &amount, const QString &name)
{
    const Dependency who = dependencyOn(AmountConditionFact{agreement.id, amount.id}, amount.condition);
    return {
        Mark::Conditional, who.fact,
        QStringLiteral("%1 of %2 only if: %3").arg(domain::toShortText(amount), name, amount.condition.text),
        who.affirmedBy, who.deniedBy};
}

} // namespace

Standing standingOf(const domain::Agreement &agreement, const domain::Amount &amount, const AsOf &asOf,
                    const domain::AgreementNames &names)
{
    using domain::ConditionState;
    const QString name = QStringLiteral("“%1”").arg(names.of(agreement.id));
    const bool isUnmet = amount.condition.state == ConditionState::Unmet;
    Standing standing{whyLeftOut(agreement, amount, asOf), {}, isUnmet};
    if (isUnmet && standing.leftOut.isEmpty())
        standing.leftOut = QStringLiteral("its condition is not met: %1").arg(amount.condition.text);
    if (const auto status = byStatus(agreement, name, asOf))
        standing.reservations.append(*status);
    if (agreement.evidence == domain::Evidence::Alleged)
        standing.reservations.append({Mark::Alleged, pointerToFact(agreement, "evidence"),
                                      QStringLiteral("%1 is only alleged").arg(name)});
    if (agreement.binding == false)
        standing.reservations.append({Mark::NotBinding, pointerToFact(agreement, "binding"),
                                      QStringLiteral("%1 is not binding").arg(name)});
    if (const auto day = asOf.day())
        standing.reservations += byDate(agreement, amount, name, *day);
    if (!amount.condition.isEmpty() && !isUnmet && amount.condition.state != ConditionState::Met)
        standing.reservations.append(byCondition(agreement, amount, name));
    return standing;
}

} // namespace entente::analysis
