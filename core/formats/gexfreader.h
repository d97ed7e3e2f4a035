#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// GEXF 1.1 to 1.3 (gexf.net): attributes by declared keys, start and end of edges as periods, nodes in nodes
// and `pid` as groups. How things are drawn (viz) is left out.
Likeness recogniseGexf(QByteArrayView bytes);
Outcome<document::Document> readGexf(const ForeignFile &file);

} // namespace entente::formats
