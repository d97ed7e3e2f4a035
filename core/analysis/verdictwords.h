#pragma once

#include "analysis/conflicts.h"

namespace entente::analysis {

QString toWord(Verdict verdict);  // as programs read it: "conflict", "possible"
QString toWords(Verdict verdict); // of a pair of clauses: "conflict", "may conflict"
QString toVerb(Verdict verdict);  // of one clause and another: "conflicts with", "may conflict with"

} // namespace entente::analysis
