#pragma once

#include "analysis/holding.h"

namespace entente::analysis {

struct MatrixClause
{
    domain::ClauseRef ref;
    Truth holds = Truth::Yes;
    bool operator==(const MatrixClause &) const = default;
};
using MatrixCell = QList<MatrixClause>; // in the agreement's order

struct MatrixRow
{
    domain::AgreementId agreement;
    QList<MatrixCell> cells; // parallel to the matrix's kinds
    bool operator==(const MatrixRow &) const = default;
};

// Which agreement has clauses of which kind.
struct ClauseMatrix
{
    QStringList kinds;     // those that occur, in the format's order; others last, as they come
    QList<MatrixRow> rows; // agreements with a clause, in the scenario's order
    bool operator==(const ClauseMatrix &) const = default;
};
ClauseMatrix clauseMatrix(const domain::Scenario &scenario, const AsOf &asOf);

} // namespace entente::analysis
