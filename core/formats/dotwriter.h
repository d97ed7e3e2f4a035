#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Nodes are firms, edges agreements as in other graphs (graphtables), clusters firms that have parts: the
// attribute "firm" of a cluster names the node that is the whole. Valid for `dot`.
Outcome<QByteArray> writeDot(const domain::Scenario &scenario);

} // namespace entente::formats
