#include "analysis/conflicttests.h"

namespace entente::analysis {

Finding testModality(const ClausePair &pair)
{
    const QString prohibiting = pair.prohibiting.agreement->title;
    const QString other = pair.other.agreement->title;
    if (pair.other.clause->modality == domain::Modality::Obligation)
        return {Truth::Yes,
                {QStringLiteral("Performing “%1” would breach “%2”.").arg(other, prohibiting)},
                {},
                false};
    if (pair.other.clause->modality == domain::Modality::Permission)
        return {Truth::Yes,
                {QStringLiteral("Exercising “%1” would breach “%2”.").arg(other, prohibiting)},
                {},
                false};
    return {Truth::No, {}, {}, false};
}

} // namespace entente::analysis
