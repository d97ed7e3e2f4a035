#pragma once

#include "layout/wireformat.h"

namespace entente::layoutworker {

// Starts Graphviz, so that the processes that are forked afterwards need not: it costs each of them longer
// than a small layout.
void startGraphviz();

// Lays the boxes out with Graphviz's `dot`. To be called once a process: with clusters `dot` remembers what
// it did before.
layout::wire::Answer layOutWithDot(const layout::wire::Job &job);

} // namespace entente::layoutworker
