#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <QByteArray>

namespace entente::formats {

// The agreements as a table that reads back: a row for each pair of an agreement's first party with another
// one, and for each further amount; rows of one agreement have its id. Cells that spreadsheets would take for
// formulas get an apostrophe in front, which reading takes away. UTF-8; CSV with a byte order mark, by which
// spreadsheets know it.
Outcome<QByteArray> writeCsv(const domain::Scenario &scenario);
Outcome<QByteArray> writeTsv(const domain::Scenario &scenario);

} // namespace entente::formats
