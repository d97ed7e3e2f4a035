#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Maps of Oligrapher (LittleSis): older ones hold lists of "entities", "rels" and "texts", newer ones maps of
// "nodes", "edges" and "captions" by id, whose attributes may stand in "display". Annotations and captions
// are kept with the scenario; how things are drawn is left out.
Likeness recogniseOligrapher(QByteArrayView bytes);
Outcome<document::Document> readOligrapher(const ForeignFile &file);

} // namespace entente::formats
