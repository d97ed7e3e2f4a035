#include "analysis/conflicttests.h"

namespace entente::analysis {

// A clause that only names its channel neither obliges nor permits: as the other one it is never breached.
Finding testModality(const ClausePair &pair)
{
    const auto breach = [&pair](const char *doing) {
        return Finding{
            Truth::Yes,
            {QStringLiteral("%1 %2 would breach %3.")
                 .arg(QString::fromLatin1(doing), pair.nameOf(pair.other), pair.nameOf(pair.prohibiting))}};
    };
    if (pair.other.clause->modality == domain::Modality::Obligation)
        return breach("Performing");
    if (pair.other.clause->modality == domain::Modality::Permission)
        return breach("Exercising");
    return {Truth::No};
}

} // namespace entente::analysis
