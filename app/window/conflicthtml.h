#pragma once

#include "window/htmlwriter.h"

namespace entente::window {

// What a conflict says: its verdict and what it depends on, the positions side by side, the chain of reasons,
// what would clear it, both clauses with their sources.
void writeConflict(HtmlWriter &out, const analysis::Conflict &conflict);

} // namespace entente::window
