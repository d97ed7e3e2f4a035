#pragma once

#include "domain/thingref.h"
#include "session/composition.h"

#include <QSet>

namespace entente::session {

// The ids of the picture's items that stand for a thing: of an agreement its pill and lines, of a clause its
// agreement's, of a source the pills that it supports. A defined term is not drawn.
QStringList itemsOf(const domain::ThingRef &thing, const Composition &composition,
                    const picture::Picture &picture);

// What an item stands for; none for the legend and the footer.
domain::ThingRef thingOf(const picture::Item &item, const Composition &composition,
                         const picture::Picture &picture);

// What lights up with a thing: it, what it is tied to, the lines between and the areas around them.
QSet<QString> itemsLitWith(const domain::ThingRef &thing, const Composition &composition,
                           const picture::Picture &picture);

// What lights up of several firms and agreements: they, the lines between them and the areas around them.
QSet<QString> itemsLitBetween(const QList<domain::ThingRef> &things, const Composition &composition,
                              const picture::Picture &picture);

// Whether the scenario still has it, at this date for a conflict.
bool exists(const domain::ThingRef &thing, const Composition &composition);

} // namespace entente::session
