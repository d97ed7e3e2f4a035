#pragma once

#include "layout/wireformat.h"

namespace entente::layoutworker {

// Lays the boxes out with Graphviz's `dot`. To be called once a process: with clusters `dot` remembers what
// it did before.
layout::wire::Answer layOutWithDot(const layout::wire::Job &job);

} // namespace entente::layoutworker
