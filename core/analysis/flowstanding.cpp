#include "analysis/flowparts.h"
#include "analysis/holding.h"

namespace entente::analysis {

using domain::Status;

namespace {

QString pointerTo(const domain::Agreement &agreement, const char *fact)
{
    return QStringLiteral("/agreements/%1/%2").arg(agreement.id.text(), QString::fromLatin1(fact));
}

QString quotedTitle(const domain::Agreement &agreement)
{
    return QStringLiteral("“%1”").arg(agreement.title);
}

bool hasEndedBy(const std::optional<domain::Period> &period, QDate day)
{
    const auto last = period ? period->possible().last : std::nullopt;
    return last && *last < day;
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
    const bool withoutEnd = ended && (!agreement.period || !agreement.period->end());
    if (withoutEnd || hasEndedBy(period, *day)) {
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

std::optional<Reservation> byStatus(const domain::Agreement &agreement, const AsOf &asOf)
{
    if (!agreement.status)
        return std::nullopt;
    const auto said = [&agreement](Mark mark, const char *words) {
        return Reservation{mark, pointerTo(agreement, "status"),
                           quotedTitle(agreement) + QString::fromUtf8(words)};
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

QList<Reservation> byDate(const domain::Agreement &agreement, const domain::Amount &amount, QDate day)
{
    const QString ownPeriod = AmountRef{agreement.id, amount.id}.pointer() + QStringLiteral("/over");
    const auto period = periodOf(agreement);
    if (beginsAfter(period, day))
        return {
            {Mark::NotBegun, pointerTo(agreement, "period"),
             QStringLiteral("%1 has not begun (%2)").arg(quotedTitle(agreement), domain::toWords(*period))}};
    if (beginsAfter(amount.over, day))
        return {{Mark::NotBegun, ownPeriod,
                 QStringLiteral("the payment under %1 has not begun (%2)")
                     .arg(quotedTitle(agreement), domain::toWords(*amount.over))}};
    if (period && !period->certain().contains(day))
        return {{Mark::DatesUncertain, pointerTo(agreement, "period"),
                 QStringLiteral("the dates of %1 are not known to the day (%2)")
                     .arg(quotedTitle(agreement), domain::toWords(*period))}};
    return {};
}

} // namespace

Standing standingOf(const domain::Agreement &agreement, const domain::Amount &amount, const AsOf &asOf)
{
    Standing standing{whyLeftOut(agreement, amount, asOf), {}};
    if (const auto status = byStatus(agreement, asOf))
        standing.reservations.append(*status);
    if (agreement.evidence == domain::Evidence::Alleged)
        standing.reservations.append({Mark::Alleged, pointerTo(agreement, "evidence"),
                                      QStringLiteral("%1 is only alleged").arg(quotedTitle(agreement))});
    if (agreement.binding == false)
        standing.reservations.append({Mark::NotBinding, pointerTo(agreement, "binding"),
                                      QStringLiteral("%1 is not binding").arg(quotedTitle(agreement))});
    if (const auto day = asOf.day())
        standing.reservations += byDate(agreement, amount, *day);
    if (!amount.condition.isEmpty())
        standing.reservations.append(
            {Mark::Conditional, AmountRef{agreement.id, amount.id}.pointer() + QStringLiteral("/condition"),
             QStringLiteral("%1 of %2 only if: %3")
                 .arg(domain::toShortText(amount), quotedTitle(agreement), amount.condition)});
    return standing;
}

} // namespace entente::analysis
