#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

#include <QList>

namespace entente::graph {

struct SearchHit
{
    domain::ThingRef thing;
    int rank =
        0; // 0 best: exact, then prefix of the name, prefix of a word, within, in aliases, clauses, notes
};

// Firms, agreements, clauses, terms and sources whose words contain every word of `text`; case and accents
// don't count.
QList<SearchHit> search(const domain::Scenario &scenario, const QString &text, int most = 200);

} // namespace entente::graph
