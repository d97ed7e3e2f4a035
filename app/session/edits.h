#pragma once

#include "session/session.h"

namespace entente::session {

// JSON Pointer of a firm, agreement, clause, defined term or source; empty for others.
QString pointerOf(const domain::ThingRef &thing);

// An id for something new of that name, which nothing in the same map has yet.
QString freeId(const QString &name, const QStringList &taken);
QStringList idsOf(const domain::Scenario &scenario, domain::ThingKind kind); // that are taken for the kind

// The thing with this id and value in place of what it is now: every mention of it follows another id.
QList<document::Change> replacing(const Session &session, const domain::ThingRef &thing, const QString &id,
                                  const document::Value &value);

// Takes a thing away with every mention of it. `touched` gets the names of what loses something by it.
Edit removing(const Session &session, const domain::ThingRef &thing, QStringList *touched = nullptr);

} // namespace entente::session
