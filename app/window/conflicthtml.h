#pragma once

#include "window/htmlwriter.h"

namespace entente::window {

// What a conflict says: its verdict and what it depends on, the positions side by side, the chain of reasons,
// what would clear it, both clauses with their sources.
void writeConflict(HtmlWriter &out, const analysis::Conflict &conflict);

// "<b>if</b> a stateful runtime call is an API call, and <b>unless</b> …": all of what it depends on.
QString conditionsHtml(const analysis::Conflict &conflict);

} // namespace entente::window
