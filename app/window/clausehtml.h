#pragma once

#include "window/htmlwriter.h"

namespace entente::window {

QString clauseTitle(const domain::Clause &clause); // its kind in words where it has none; plain text
QString periodHtml(const std::optional<domain::Period> &period);

// What a clause says: who owes what to whom, how far, on what condition and save what, and who reads it how.
void writeClauseBody(HtmlWriter &out, const domain::Clause &clause);

} // namespace entente::window
