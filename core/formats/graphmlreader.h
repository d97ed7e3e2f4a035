#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// GraphML, by its primer (graphml.graphdrawing.org): typed keys with defaults, graphs within nodes as groups,
// hyperedges as agreements of several parties, the labels of yEd. Ports are left out.
Likeness recogniseGraphml(QByteArrayView bytes);
Outcome<document::Document> readGraphml(const ForeignFile &file);

} // namespace entente::formats
