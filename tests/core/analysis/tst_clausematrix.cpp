#include "analysis/clausematrix.h"
#include "core/analysis/flowscenario.h"
#include "support/registration.h"

namespace tst_clausematrix {

using namespace entente;

class TestClauseMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bundled();
    void kindsAreInTheFormatsOrder();
    void everyClauseIsInOneCell_data();
    void everyClauseIsInOneCell();
    void cellsSayWhatHolds();
    void nothingIsAnEmptyMatrix();
};

namespace {

QByteArray withClauses(const QByteArray &id, const QByteArray &clauses, const QByteArray &more)
{
    return '"' + id +
           R"(": {"title": "D", "kind": "other", "parties": [{"firm": "alpha", "role": "party"}], "clauses": {)" +
           clauses + "}, " + more + '}';
}

const QByteArray inForce = R"("status": "in_force")";

} // namespace

void TestClauseMatrix::bundled()
{
    const domain::Scenario scenario = test::bundledScenario("cloud-dispute");
    const auto matrix = analysis::clauseMatrix(scenario, analysis::defaultAsOf(scenario));
    QCOMPARE(matrix.kinds, (QStringList{QStringLiteral("exclusivity"), QStringLiteral("other")}));
    QStringList rows;
    for (const analysis::MatrixRow &row : matrix.rows)
        rows.append(QStringLiteral("%1 %2 %3")
                        .arg(row.agreement.text())
                        .arg(row.cells[0].size())
                        .arg(row.cells[1].size()));
    QCOMPARE(rows, (QStringList{QStringLiteral("exclusive-cloud 1 0"), QStringLiteral("api-routing 1 0"),
                                QStringLiteral("frontier-distribution 1 0"),
                                QStringLiteral("sre-development 0 2"), QStringLiteral("wording-memo 0 2")}));
}

void TestClauseMatrix::kindsAreInTheFormatsOrder()
{
    const auto scenario = test::scenarioOf(test::flowScenario(withClauses(
        "d",
        R"("a": {"kind": "other"}, "b": {"kind": "license_grant"}, "c": {"kind": "non_compete"}, "e": {"kind": "license_grant"})",
        inForce)));
    const auto matrix = analysis::clauseMatrix(scenario, analysis::AsOf::any());
    QCOMPARE(matrix.kinds, (QStringList{QStringLiteral("non_compete"), QStringLiteral("license_grant"),
                                        QStringLiteral("other")}));
    const analysis::MatrixCell grants = matrix.rows.first().cells[1];
    QCOMPARE(grants.size(), 2);
    QCOMPARE(grants[0].ref.clause.text(), QStringLiteral("b"));
    QCOMPARE(grants[1].ref.clause.text(), QStringLiteral("e"));
}

void TestClauseMatrix::everyClauseIsInOneCell_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"cloud-dispute", "after-april-2026", "settlement", "microsofts-reading", "openais-reading"})
        QTest::newRow(name) << QByteArray(name);
}

void TestClauseMatrix::everyClauseIsInOneCell()
{
    QFETCH(QByteArray, name);
    const domain::Scenario scenario = test::bundledScenario(name.constData());
    const auto matrix = analysis::clauseMatrix(scenario, analysis::AsOf::any());
    int clauses = 0;
    for (const domain::Agreement &agreement : scenario.agreements)
        clauses += int(agreement.clauses.size());
    int inCells = 0;
    for (const analysis::MatrixRow &row : matrix.rows) {
        QCOMPARE(row.cells.size(), matrix.kinds.size());
        for (int kind = 0; kind < row.cells.size(); ++kind) {
            for (const analysis::MatrixClause &clause : row.cells[kind]) {
                QCOMPARE(scenario.clause(clause.ref)->kind, matrix.kinds[kind]);
                QCOMPARE(clause.ref.agreement, row.agreement);
                ++inCells;
            }
        }
    }
    QVERIFY(clauses > 0);
    QCOMPARE(inCells, clauses);
}

void TestClauseMatrix::cellsSayWhatHolds()
{
    const domain::Scenario scenario = test::bundledScenario("cloud-dispute");
    const auto matrix = analysis::clauseMatrix(scenario, test::asOfText(QStringLiteral("2026-03")));
    QCOMPARE(matrix.rows[0].cells[0].first().holds, analysis::Truth::No); // the exclusive cloud was waived
    QCOMPARE(matrix.rows[1].cells[0].first().holds, analysis::Truth::Yes);
}

void TestClauseMatrix::nothingIsAnEmptyMatrix()
{
    QCOMPARE(analysis::clauseMatrix({}, analysis::AsOf::any()), analysis::ClauseMatrix());
}

ENTENTE_TEST(TestClauseMatrix, QCoreApplication)

} // namespace tst_clausematrix

#include "tst_clausematrix.moc"
