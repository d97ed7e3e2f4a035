#pragma once

#include "document/edit.h"
#include "domain/thingref.h"

namespace entente::formats {

// The JSON Pointer of a firm, agreement, clause, defined term or source; empty for others.
QString pointerOf(const domain::ThingRef &thing);

// Where a document names a thing beside its own definition, as JSON Pointers in the document's order: of the
// text that is its id, or of the member whose key is.
QStringList mentionsOf(const document::Document &document, const domain::ThingRef &thing);

// Gives a thing another id, and every mention of it with it.
QList<document::Change> renaming(const document::Document &document, const domain::ThingRef &thing,
                                 const QString &newId);

// What taking a thing away takes along, so that no mention is left of what isn't there: a party goes from its
// agreement, an agreement with its last party, a position with who holds it, a cite with its source; of
// anything else only the field that names it.
struct Removal
{
    QList<document::Change> changes;
    QStringList touched; // JSON Pointers of the things, beside the removed one, that lose something
};
Removal removal(const document::Document &document, const domain::ThingRef &thing);

// An id made of a name: "Café Nero" → "cafe-nero"; numbered where it is taken.
QString idFrom(const QString &name, const QStringList &taken);

} // namespace entente::formats
