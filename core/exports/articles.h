#pragma once

#include "exports/articlecontext.h"

namespace entente::exports::article {

// All that is said of a thing, for the inspector and the web page alike.
Article articleOn(const Context &context, const domain::Firm &firm);
Article articleOn(const Context &context, const domain::Agreement &agreement); // its clauses within it
Article articleOn(const Context &context, const domain::ClauseRef &clause);    // empty where it isn't there
Article articleOn(const Context &context, const domain::DefinedTerm &term);
Article articleOn(const Context &context, const domain::Source &source);
// As it stands at `asOf`. Of two conflicts between the same clauses the nth sections are of the same.
Article articleOn(const Context &context, const analysis::Conflict &conflict, const analysis::AsOf &asOf);
Article overview(const Context &context); // of the scenario, with its conflicts

// The article on whatever is selected; of a conflict, among the subject's. The overview where there is none.
Article articleOn(const Context &context, const domain::ThingRef &thing);

QString titleOf(const Context &context, const analysis::Conflict &conflict); // "A may conflict with B"

} // namespace entente::exports::article
