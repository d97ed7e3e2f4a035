#pragma once

#include "domain/words.h"
#include "exports/articles.h"

// What articles on different things have in common.
namespace entente::exports::article {

template <typename E> Text inWords(const std::optional<E> &value)
{
    return value ? plain(domain::toReadable(domain::toWord(*value))) : Text();
}
Text inWords(const std::optional<domain::Period> &period);

// "May hold as of March 2026: it depends on …"; empty where it plainly holds.
QString inWords(const analysis::Holding &holding, const analysis::AsOf &asOf);

// "agreed", "disputed"; where somebody says otherwise that it is only read so here.
QString readingInWords(const domain::NarrowerThan &narrower);

Sides sidesOf(const Context &context, const domain::Positions &positions);
Citations citationsOf(const Context &context, const domain::Cites &cites);    // each once
Points amountsOf(const Context &context, const domain::Agreement &agreement); // tranches below their wholes
Text supersededBy(const Context &context, const QStringList &ids);

// A title and what follows it; without blocks where there is nothing to follow.
Section sectionOf(const QString &title, const QList<Block> &blocks);
Section sourcesOf(const Context &context, const domain::Cites &cites);
Section otherAttributes(const domain::Extras &extras); // what a scenario has no word for

// ---- of clauses
QList<Row> fieldsOf(const Context &context, const domain::Clause &clause);
// Who owes what to whom, how far, on what condition and save what; who reads it how, and where that is said.
QList<Block> bodyOf(const Context &context, const domain::Clause &clause);
Comparison comparisonOf(const Context &context, const domain::ClauseRef &left,
                        const domain::ClauseRef &right);
bool holdsApart(const domain::Clause &clause); // from its agreement: it has a status or a period of its own
domain::Cites citesOf(const domain::Clause &clause); // anywhere within it

// ---- of conflicts
// "if it rains (affirmed by Host; denied by Alpha), and unless …": all that it depends on.
Text conditionsOf(const Context &context, const analysis::Conflict &conflict);
// A section on those of the subject's conflicts that are of the thing.
Section conflictsOf(const Context &context, const QList<analysis::Conflict> &conflicts);
// What a fact is called, by its JSON Pointer; with links to all that it names.
Text factInWords(const Context &context, const QString &pointer);

} // namespace entente::exports::article
