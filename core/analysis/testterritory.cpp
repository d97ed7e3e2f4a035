#include "analysis/conflicttests.h"

namespace entente::analysis {

bool isTerritoryWithin(const QString &part, const QString &whole)
{
    return part == whole || part.startsWith(whole + u'-');
}

Finding testTerritory(const ClausePair &pair)
{
    const QString &a = pair.prohibiting.clause->territory;
    const QString &b = pair.other.clause->territory;
    if (a.isEmpty() || b.isEmpty())
        return {};
    if (!isTerritoryWithin(a, b) && !isTerritoryWithin(b, a))
        return {Truth::No, {}, {}, false};
    return {Truth::Yes, {QStringLiteral("Both apply in %1.").arg(a.size() > b.size() ? a : b)}, {}, false};
}

} // namespace entente::analysis
