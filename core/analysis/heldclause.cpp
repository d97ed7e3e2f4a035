#include "analysis/heldclause.h"

#include "analysis/holding.h"

namespace entente::analysis {

namespace {

// What every period given allows; no period allows every day.
domain::DaySpan daysWithin(const HeldClause &held, domain::DaySpan (domain::Period::*days)() const)
{
    domain::DaySpan span;
    for (const auto &period : {held.clause->period, periodOf(*held.agreement)}) {
        if (period)
            span = span.intersected((*period.*days)());
    }
    return span;
}

} // namespace

domain::DaySpan HeldClause::certainDays() const
{
    return daysWithin(*this, &domain::Period::certain);
}

domain::DaySpan HeldClause::possibleDays() const
{
    return daysWithin(*this, &domain::Period::possible);
}

QString HeldClause::name() const
{
    return clause->title.isEmpty() || clause->title == agreement->title
               ? QStringLiteral("“%1”").arg(agreement->title)
               : QStringLiteral("“%1” of “%2”").arg(clause->title, agreement->title);
}

QString pointerToPeriod(const domain::Agreement &agreement)
{
    const bool dated = agreement.period || !(agreement.signedOn || agreement.announced);
    const QString key = dated                ? QStringLiteral("/period")
                        : agreement.signedOn ? QStringLiteral("/signed")
                                             : QStringLiteral("/announced");
    return pointerTo(agreement.id) + key;
}

bool isComparable(const domain::Clause &clause)
{
    return !clause.bearer.isEmpty() && !clause.action.isEmpty() && clause.modality.has_value();
}

bool prohibits(const domain::Clause &clause)
{
    return clause.modality == domain::Modality::Prohibition || !clause.onlyThrough.isEmpty();
}

} // namespace entente::analysis
