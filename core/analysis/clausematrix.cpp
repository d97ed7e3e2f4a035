#include "analysis/clausematrix.h"

#include "domain/words.h"

namespace entente::analysis {

namespace {

QStringList kindsIn(const domain::Scenario &scenario)
{
    QStringList occurring;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Clause &clause : agreement.clauses) {
            if (!occurring.contains(clause.kind))
                occurring.append(clause.kind);
        }
    }
    QStringList kinds;
    for (const QString &kind : domain::clauseKinds()) {
        if (occurring.removeAll(kind) > 0)
            kinds.append(kind);
    }
    return kinds + occurring;
}

} // namespace

ClauseMatrix clauseMatrix(const domain::Scenario &scenario, const AsOf &asOf)
{
    ClauseMatrix matrix{kindsIn(scenario), {}};
    for (const domain::Agreement &agreement : scenario.agreements) {
        if (agreement.clauses.isEmpty())
            continue;
        MatrixRow row{agreement.id, QList<MatrixCell>(matrix.kinds.size())};
        for (const domain::Clause &clause : agreement.clauses) {
            row.cells[matrix.kinds.indexOf(clause.kind)].append(
                {{agreement.id, clause.id}, holding(clause, agreement, asOf).truth});
        }
        matrix.rows.append(row);
    }
    return matrix;
}

} // namespace entente::analysis
