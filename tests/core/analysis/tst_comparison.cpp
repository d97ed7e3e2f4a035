#include "analysis/comparison.h"
#include "formats/scenarioreader.h"

#include <QTest>

using namespace entente;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameScenarioChangesNothing();
    void settlementAddsAnAgreementAndAWaiver();
    void namesTheFieldThatChanged();
};

namespace {

domain::Scenario bundled(const char *name)
{
    const auto file =
        formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json")
                                  .arg(QString::fromLatin1(name)));
    return file ? file.value->scenario : domain::Scenario();
}

} // namespace

void TestComparison::sameScenarioChangesNothing()
{
    const domain::Scenario base = bundled("cloud-dispute");
    QCOMPARE(base.firms.size(), 12);
    QVERIFY(analysis::compare(base, base) == analysis::Comparison());
    QCOMPARE(analysis::summary(analysis::compare(base, base)), QStringLiteral("nothing changed"));
}

void TestComparison::settlementAddsAnAgreementAndAWaiver()
{
    const auto comparison = analysis::compare(bundled("cloud-dispute"), bundled("settlement"));
    QCOMPARE(comparison.agreements.added, QStringList(QStringLiteral("/agreements/sre-revenue-share")));
    QCOMPARE(comparison.agreements.removed, QStringList(QStringLiteral("/agreements/threatened-lawsuit")));
    QVERIFY(!comparison.clauses.changed.isEmpty());
    QVERIFY(comparison.clauses.changed.first().path.startsWith(
        QStringLiteral("/agreements/api-routing/clauses/routing/exceptions/sre-waiver")));
    QVERIFY(comparison.firms.isEmpty());
    QCOMPARE(analysis::summary(comparison),
             QStringLiteral("1 agreement added, 1 agreement removed, 1 clause changed"));
}

void TestComparison::namesTheFieldThatChanged()
{
    const auto comparison = analysis::compare(bundled("cloud-dispute"), bundled("microsofts-reading"));
    const analysis::Change expected{QStringLiteral("/agreements/threatened-lawsuit/status"),
                                    QStringLiteral("\"considered\""), QStringLiteral("\"filed\"")};
    QVERIFY(comparison.agreements.changed.contains(expected));
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
