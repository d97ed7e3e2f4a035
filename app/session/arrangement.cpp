#include "session/arrangement.h"

namespace entente::session {

namespace {

template <typename Map> Map differing(const Map &of, const Map &from)
{
    Map rest;
    for (auto entry = of.begin(); entry != of.end(); ++entry) {
        const auto same = from.constFind(entry.key());
        if (same == from.cend() || !(*same == entry.value()))
            rest.insert(entry.key(), entry.value());
    }
    return rest;
}

} // namespace

void Arrangement::merge(const Arrangement &newer)
{
    places.insert(newer.places);
    sizes.insert(newer.sizes);
    lines.insert(newer.lines);
}

void Arrangement::complete(const Arrangement &newer)
{
    Arrangement all = newer;
    all.merge(*this);
    *this = all;
}

Arrangement Arrangement::without(const Arrangement &other) const
{
    return {differing(places, other.places), differing(sizes, other.sizes), differing(lines, other.lines)};
}

QString lineKey(const QString &agreement, const QString &firm)
{
    return agreement + u' ' + firm;
}

QString linkKey(const QString &conflict)
{
    return u'~' + conflict;
}

} // namespace entente::session
