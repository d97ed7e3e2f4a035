#include "domain/thingref.h"

#include <array>

namespace entente::domain {

namespace {

struct KindWord
{
    ThingKind kind;
    QLatin1String word;
};

constexpr std::array kindWords{
    KindWord{ThingKind::Firm, QLatin1String("firm")},
    KindWord{ThingKind::Agreement, QLatin1String("agreement")},
    KindWord{ThingKind::Clause, QLatin1String("clause")},
    KindWord{ThingKind::Term, QLatin1String("term")},
    KindWord{ThingKind::Source, QLatin1String("source")},
    KindWord{ThingKind::Conflict, QLatin1String("conflict")},
};

} // namespace

ThingRef ThingRef::conflict(const ClauseRef &a, const ClauseRef &b)
{
    return {ThingKind::Conflict, toText(a) + u'~' + toText(b)};
}

ClauseRef ThingRef::clauseRef() const
{
    const qsizetype slash = id.indexOf(u'/');
    if (kind != ThingKind::Clause || slash < 0)
        return {};
    return {AgreementId(id.left(slash)), ClauseId(id.mid(slash + 1))};
}

QString ThingRef::toString() const
{
    for (const KindWord &entry : kindWords) {
        if (entry.kind == kind)
            return entry.word + u':' + id;
    }
    return {};
}

ThingRef ThingRef::fromString(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    for (const KindWord &entry : kindWords) {
        if (colon > 0 && text.left(colon) == entry.word)
            return {entry.kind, text.mid(colon + 1).toString()};
    }
    return {};
}

} // namespace entente::domain
