#include "analysis/holding.h"

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

namespace {

Holding weaker(const Holding &a, const Holding &b)
{
    return b.truth < a.truth ? b : a;
}

Holding byStatus(const std::optional<Status> &status)
{
    if (!status)
        return {Truth::Depends, QStringLiteral("its status is not known")};
    const QString word = domain::toReadable(domain::toWord(*status));
    switch (*status) {
    case Status::Rumoured:
    case Status::Planned:
    case Status::Considered:
        return {Truth::Depends, QStringLiteral("it is only %1").arg(word)};
    case Status::Suspended:
        return {Truth::No, QStringLiteral("it is suspended")};
    default: // what has ended held before its end, which its period says
        return {};
    }
}

Holding byEvidence(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Alleged:
        return {Truth::Depends, QStringLiteral("it is only alleged")};
    case Evidence::Disproven:
        return {Truth::No, QStringLiteral("it is disproven")};
    case Evidence::Confirmed:
    case Evidence::Reported:
        break;
    }
    return {};
}

Holding byPeriod(const std::optional<domain::Period> &period, const std::optional<Status> &status,
                 const AsOf &asOf)
{
    const bool ended = status && domain::hasEnded(*status);
    const std::optional<QDate> day = asOf.day();
    if (!day)
        return {};
    if (ended && (!period || !period->end()))
        return {Truth::No,
                QStringLiteral("it has ended (%1)").arg(domain::toReadable(domain::toWord(*status)))};
    if (!period || period->certain().contains(*day))
        return {};
    if (!period->possible().contains(*day))
        return {Truth::No, QStringLiteral("it holds %1").arg(domain::toWords(*period))};
    return {Truth::Depends,
            QStringLiteral("its dates are not known to the day (%1)").arg(domain::toWords(*period))};
}

// Whatever the date.
Holding byNature(const domain::Agreement &agreement)
{
    const Holding result = weaker(byStatus(agreement.status), byEvidence(agreement.evidence));
    return agreement.binding == false ? weaker(result, {Truth::No, QStringLiteral("it is not binding")})
                                      : result;
}

} // namespace

std::optional<domain::Period> periodOf(const domain::Agreement &agreement)
{
    const auto &since = agreement.signedOn ? agreement.signedOn : agreement.announced;
    if (agreement.period || !since)
        return agreement.period;
    return domain::Period::parse(since->text() + QStringLiteral("/.."));
}

Holding holding(const domain::Agreement &agreement, const AsOf &asOf)
{
    return weaker(byNature(agreement), byPeriod(periodOf(agreement), agreement.status, asOf));
}

bool mayDepend(const domain::Agreement &agreement)
{
    const Truth truth = byNature(agreement).truth;
    const auto period = periodOf(agreement);
    return truth == Truth::Depends ||
           (truth == Truth::Yes && period && period->certain() != period->possible());
}

Holding holding(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf)
{
    Holding result = holding(agreement, asOf);
    if (clause.status)
        result = weaker(result, byStatus(clause.status));
    if (clause.evidence)
        result = weaker(result, byEvidence(*clause.evidence));
    const auto &period = clause.period ? clause.period : agreement.period;
    return weaker(result, byPeriod(period, clause.status, asOf));
}

} // namespace entente::analysis
