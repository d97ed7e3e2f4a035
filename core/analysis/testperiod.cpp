#include "analysis/conflicttests.h"

namespace entente::analysis {

namespace {

Dependency uncertain(const HeldClause &held, const QString &because)
{
    return {
        held.pointer(), QStringLiteral("%1 holds, though %2").arg(held.agreement->title, because), {}, {}};
}

Finding overlap(const ClausePair &pair)
{
    if (!pair.prohibiting.possibleDays().overlaps(pair.other.possibleDays()))
        return {Truth::No, {}, {}, false};
    if (pair.prohibiting.certainDays().overlaps(pair.other.certainDays()))
        return {};
    return {
        Truth::Depends,
        {QStringLiteral("Whether both hold on one day is not certain.")},
        {{pair.other.pointer() + QStringLiteral("/period"), QStringLiteral("both hold on one day"), {}, {}}},
        false};
}

} // namespace

Finding testPeriod(const ClausePair &pair, const AsOf &asOf)
{
    Finding result = overlap(pair);
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        const Holding holds = holding(*held.clause, *held.agreement, asOf);
        Finding finding{holds.truth, {}, {}, false};
        if (holds.truth == Truth::Depends) {
            finding.because = {
                QStringLiteral("Whether %1 holds is open: %2.").arg(held.agreement->title, holds.because)};
            finding.dependsOn = {uncertain(held, holds.because)};
        }
        result = conjunction(result, finding);
    }
    return result;
}

} // namespace entente::analysis
