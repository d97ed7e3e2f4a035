#include "analysis/heldclause.h"

#include "analysis/holding.h"

namespace entente::analysis {

domain::DaySpan HeldClause::certainDays() const
{
    return daysOf(*clause, *agreement).certain;
}

domain::DaySpan HeldClause::possibleDays() const
{
    return daysOf(*clause, *agreement).possible;
}

QString HeldClause::name() const
{
    return clause->title.isEmpty() || clause->title == agreement->title
               ? QStringLiteral("“%1”").arg(agreement->title)
               : QStringLiteral("“%1” of “%2”").arg(clause->title, agreement->title);
}

QString HeldClause::titleInAgreement() const
{
    const QString title = clause->title.isEmpty() ? domain::clauseKindInWords(clause->kind) : clause->title;
    return QStringLiteral("“%1”").arg(title);
}

QString pointerToPeriod(const domain::Agreement &agreement)
{
    const bool dated = agreement.period || !(agreement.signedOn || agreement.announced);
    const QString key = dated                ? QStringLiteral("/period")
                        : agreement.signedOn ? QStringLiteral("/signed")
                                             : QStringLiteral("/announced");
    return pointerTo(agreement.id) + key;
}

// What names an only channel prohibits every other one, whatever else it says.
bool isComparable(const domain::Clause &clause)
{
    return !clause.bearer.isEmpty() && !clause.action.isEmpty() &&
           (clause.modality || !clause.onlyThrough.isEmpty());
}

bool prohibits(const domain::Clause &clause)
{
    return clause.modality == domain::Modality::Prohibition || !clause.onlyThrough.isEmpty();
}

} // namespace entente::analysis
