#pragma once

#include "analysis/conflicts.h"
#include "exports/markup.h"

namespace entente::exports {

// A conflict as it stands at some of a page's dates: its verdict and reasons may differ from date to date.
struct ConflictAtDates
{
    analysis::Conflict conflict;
    analysis::AsOf asOf; // the first of the dates
    bool operator==(const ConflictAtDates &) const = default;
};

// One conflict of the page, with every way in which it stands at the page's dates.
struct PageConflict
{
    domain::ThingRef ref;
    QList<ConflictAtDates> variants;
};

// Each writes an article for every thing of its kind: all that the window's inspector says of it.
void writeFirms(Markup &out);
void writeAgreements(Markup &out, const QList<PageConflict> &conflicts);
void writeTerms(Markup &out);
void writeSources(Markup &out);
void writeConflict(Markup &out, const PageConflict &conflict);

// The fields, wording and positions of a clause, as part of another article.
void writeClauseBody(Markup &out, const domain::Clause &clause);
QString titleOf(const PageConflict &conflict, const domain::Scenario &scenario); // "A may conflict with B"

} // namespace entente::exports
