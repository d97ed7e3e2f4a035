#include "session/arrangement.h"

namespace entente::session {

namespace {

template <typename Map> void addUnknown(Map &to, const Map &from)
{
    for (auto entry = from.begin(); entry != from.end(); ++entry) {
        if (!to.contains(entry.key()))
            to.insert(entry.key(), entry.value());
    }
}

} // namespace

void Arrangement::merge(const Arrangement &newer)
{
    spots.insert(newer.spots);
    lines.insert(newer.lines);
}

void Arrangement::complete(const Arrangement &newer)
{
    addUnknown(spots, newer.spots);
    addUnknown(lines, newer.lines);
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
