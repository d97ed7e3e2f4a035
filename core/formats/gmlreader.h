#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// GML, the Graph Modelling Language: keys and values in brackets. Dialects differ in what a node goes by (id,
// or label only), in nested lists and in letters beyond ASCII (entities, Latin-1 or UTF-8); all are read. How
// things are drawn ("graphics") is left out.
Likeness recogniseGml(QByteArrayView bytes);
Outcome<document::Document> readGml(const ForeignFile &file);

} // namespace entente::formats
