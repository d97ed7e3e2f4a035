#pragma once

#include "exports/articles.h"

namespace entente::exports {

// The picture as lists: firms by group, agreements by heading, conflicts, defined terms, sources. It is how a
// keyboard and a screen reader use the page.
QString outlineHtml(const article::Context &context);

// The numbered sources, as a figure's footer has them: for paper.
QString sourceListHtml(const domain::Scenario &scenario);

// "Example, example.org, October 2025": as the figure's footer says it.
QString sourceLine(const domain::Source &source);

} // namespace entente::exports
