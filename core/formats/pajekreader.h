#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Pajek's networks (.net) and projects (.paj): vertices, arcs and edges, their lists, matrices, two-mode
// networks, relations that are numbered and named. Partitions and vectors are attributes of the vertices. How
// things are drawn is left out.
Likeness recognisePajek(QByteArrayView bytes);
Outcome<document::Document> readPajek(const ForeignFile &file);

} // namespace entente::formats
