#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Node-link JSON, as NetworkX and D3 write it: "nodes", and "links" or "edges" whose ends are nodes' ids, or
// their numbers from 0 where nodes have no ids.
Likeness recogniseNodeLink(QByteArrayView bytes);
Outcome<document::Document> readNodeLink(const ForeignFile &file);

// Cytoscape.js JSON: "elements", in two lists or in one; a node's "parent" is the group it is in.
Likeness recogniseCytoscape(QByteArrayView bytes);
Outcome<document::Document> readCytoscape(const ForeignFile &file);

} // namespace entente::formats
