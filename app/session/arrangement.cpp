#include "session/arrangement.h"

namespace entente::session {

void Arrangement::merge(const Arrangement &newer)
{
    places.insert(newer.places);
    sizes.insert(newer.sizes);
    lines.insert(newer.lines);
}

QString lineKey(const QString &agreement, const QString &firm, int occurrence)
{
    return agreement + u' ' + firm + u' ' + QString::number(occurrence);
}

QString linkKey(const QString &conflict)
{
    return u'~' + conflict;
}

} // namespace entente::session
