#pragma once

#include "window/htmlwriter.h"

namespace entente::window {

QString clauseTitle(const domain::Clause &clause); // its kind in words where it has none; plain text
QString periodHtml(const std::optional<domain::Period> &period);

// One thing that a clause says, under its label; ready html.
struct ClauseField
{
    QString label;
    QString html;
};
QList<ClauseField> clauseFields(const HtmlWriter &out, const domain::Clause &clause);

// What a clause says: who owes what to whom, how far, on what condition and save what, and who reads it how.
void writeClauseBody(HtmlWriter &out, const domain::Clause &clause);

// The same of two clauses against each other, each under its own heading.
void writeSideBySide(HtmlWriter &out, const domain::ClauseRef &first, const domain::ClauseRef &second);

} // namespace entente::window
