#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// DOT, the language of Graphviz, which alone parses it, in another process: see ReadOptions::parseDot.
// Clusters are groups, labels in HTML are text; several graphs of a file are one, in which a name is one
// firm. Attributes for drawing are kept as they are.
Likeness recogniseDot(QByteArrayView bytes);
Outcome<document::Document> readDot(const ForeignFile &file);

} // namespace entente::formats
