#include "analysis/comparison.h"
#include "analysis/holdingchanges.h"
#include "formats/scenarioreader.h"

#include <QTest>

using namespace entente;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conflictsComeAndGo();
    void sameScenarioChangesNothing();
    void settlementAddsAnAgreementAndAWaiver();
    void namesTheFieldThatChanged();
    void twoDatesOfOneScenario();
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

void TestComparison::twoDatesOfOneScenario()
{
    const domain::Scenario base = bundled("cloud-dispute");
    const analysis::AsOf now = analysis::defaultAsOf(base);
    const analysis::AsOf then{domain::EventDate::parse(u"2024")};
    QVERIFY(analysis::compareHolding({base, now}, {base, now}).isEmpty());
    QCOMPARE(analysis::summary(QList<analysis::HoldingChange>()), QString());
    const auto changes = analysis::compareHolding({base, then}, {base, now});
    QVERIFY(!changes.isEmpty());
    const auto back = analysis::compareHolding({base, now}, {base, then});
    QCOMPARE(back.size(), changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) { // the same seen from the other side
        QCOMPARE(back[i].path, changes[i].path);
        QCOMPARE(back[i].before, changes[i].after);
        QCOMPARE(back[i].after, changes[i].before);
        const domain::Agreement *agreement =
            base.agreement(domain::AgreementId(changes[i].path.section(u'/', 2, 2)));
        QVERIFY(agreement);
        if (changes[i].thing.kind == domain::ThingKind::Agreement)
            QCOMPARE(changes[i].after, analysis::holding(*agreement, now).truth);
    }
}

void TestComparison::conflictsComeAndGo()
{
    const auto between = [](const char *a, const char *b, analysis::Verdict verdict) {
        analysis::Conflict conflict;
        conflict.prohibiting = {domain::AgreementId(QString::fromLatin1(a)),
                                domain::ClauseId(QStringLiteral("c"))};
        conflict.other = {domain::AgreementId(QString::fromLatin1(b)), domain::ClauseId(QStringLiteral("c"))};
        conflict.verdict = verdict;
        return conflict;
    };
    const auto possible = analysis::Verdict::Possible;
    const auto certain = analysis::Verdict::Conflict;
    const QList<analysis::Conflict> before{between("a", "b", possible), between("c", "d", certain),
                                           between("e", "f", certain)};
    const QList<analysis::Conflict> after{between("b", "a", certain), between("e", "f", certain),
                                          between("g", "h", possible)};
    const analysis::ConflictDifferences differences = analysis::compare(before, after);
    QCOMPARE(differences.added, QList<analysis::Conflict>{after.last()});
    QCOMPARE(differences.removed, QList<analysis::Conflict>{before.at(1)});
    QCOMPARE(differences.changed.size(), 1); // the same pair, though the other clause stands first
    QCOMPARE(differences.changed.first().after.verdict, certain);
    QCOMPARE(analysis::summary(differences),
             QStringLiteral("1 conflict new, 1 conflict gone, 1 conflict of another verdict"));
    QVERIFY(analysis::summary(analysis::compare(before, before)).isEmpty());
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
