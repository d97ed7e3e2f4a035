#include "analysis/conflicttests.h"

namespace entente::analysis {

namespace {

// ISO 3166 codes: a country holds its subdivisions ("US" and "US-CA").
bool within(const QString &part, const QString &whole)
{
    return part == whole || part.startsWith(whole + u'-');
}

} // namespace

Finding testTerritory(const ClausePair &pair)
{
    const QString &a = pair.prohibiting.clause->territory;
    const QString &b = pair.other.clause->territory;
    if (a.isEmpty() || b.isEmpty())
        return {};
    if (!within(a, b) && !within(b, a))
        return {Truth::No, {}, {}, false};
    return {Truth::Yes, {QStringLiteral("Both apply in %1.").arg(a.size() > b.size() ? a : b)}, {}, false};
}

} // namespace entente::analysis
