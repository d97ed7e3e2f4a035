#include "app/session/sessionfixture.h"
#include "session/viewfile.h"
#include "support/registration.h"

namespace tst_places {

using namespace entente;
using test::OpenSession;
using test::ScenarioFolder;

namespace {

const QString alpha = QStringLiteral("alpha");
const QString gammaFirm = QStringLiteral("gamma");
const QString plan = QStringLiteral("plan"); // the pill of gamma alone

} // namespace

// Where things stand: moved, undone, saved, kept.
class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aMoveIsOneStepThatUndoPutsBack()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const layout::Placement before = open.session.composition().placement;
        const QPointF target(-400, 30);
        open.session.previewMove(alpha, target / 2);
        open.session.previewMove(alpha, target);
        open.session.moveTo(alpha, target);
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(open.places().value(alpha), target);
        QVERIFY(open.session.composition().placement.edges != before.edges);
        open.session.undoStack().undo();
        QCOMPARE(open.session.composition().placement.centres, before.centres);
        QCOMPARE(open.session.composition().placement.edges, before.edges);
        open.session.undoStack().redo();
        QCOMPARE(open.places().value(alpha), target);
    }

    void aFirmCarriesTheAgreementsOfItsOwn()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const session::Places before = open.places();
        const QPointF target(700, 450);
        const QPointF by = target - before.value(gammaFirm);
        open.session.moveTo(gammaFirm, target);
        QCOMPARE(open.places().value(plan), before.value(plan) + by);
        QCOMPARE(open.places().value(alpha), before.value(alpha));
        QCOMPARE(open.places().value(QStringLiteral("supply")), before.value(QStringLiteral("supply")));
    }

    void aCancelledMoveLeavesNothing()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const picture::Picture before = open.session.picture();
        open.session.previewMove(alpha, QPointF(-900, -900));
        QVERIFY(open.session.picture() != before);
        open.session.cancelMove();
        QVERIFY(open.session.picture() == before);
        QCOMPARE(open.session.undoStack().count(), 0);
    }

    void aCoveredPillGivesWay()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const QPointF loan = open.places().value(QStringLiteral("loan")).toPoint();
        open.session.moveTo(gammaFirm, loan);
        QCOMPARE(open.places().value(gammaFirm), loan);
        const QRectF card = open.item(picture::Role::Firm, gammaFirm)->box;
        const QRectF pill = open.item(picture::Role::Agreement, QStringLiteral("loan"))->box;
        QVERIFY(!card.intersects(pill));
    }

    void movesAreSavedBesideTheScenarioAndComeBack()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const QPointF target(-400, 8);
        open.session.moveTo(alpha, target);
        QTRY_VERIFY(QFile::exists(open.folder.path("base.view.json")));
        QVERIFY(open.open("base.entente.json"));
        QCOMPARE(open.session.undoStack().count(), 0);
        QCOMPARE(open.places().value(alpha), target);
        QVERIFY(open.open("more.entente.json")); // an overlay stands on its base, in its places
        QCOMPARE(open.places().value(alpha), target);
    }

    void arrangingLaysOutAnewAndCanBeUndone()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const session::Places laidOut = open.places();
        open.session.moveTo(alpha, laidOut.value(alpha) + QPointF(-700, 0));
        const session::Places dragged = open.places();
        QVERIFY(open.arrange());
        QCOMPARE(open.places(), laidOut);
        open.session.undoStack().undo();
        QCOMPARE(open.places(), dragged);
    }

    void aMoveCanBeUndoneAfterASwitch()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const QPointF before = open.places().value(alpha);
        open.session.moveTo(alpha, {-500, 10});
        QVERIFY(open.switchTo("more.entente.json"));
        QCOMPARE(open.places().value(alpha), QPointF(-500, 10));
        open.session.undoStack().undo();
        QCOMPARE(open.places().value(alpha), before);
        QVERIFY(open.places().contains(QStringLiteral("delta")));
    }

    void additionsKeepTheirPlaceThroughSwitches()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        QVERIFY(open.switchTo("more.entente.json"));
        const session::Places before = open.places();
        QVERIFY(open.switchTo("less.entente.json"));
        QVERIFY(open.switchTo("more.entente.json"));
        QCOMPARE(open.places(), before);
    }

    void theCommandLineDrawsWhatTheWindowShows()
    {
        OpenSession open;
        QVERIFY(open.open("more.entente.json"));
        auto file = formats::readScenario(open.folder.path("more.entente.json"));
        QVERIFY(file);
        layout::Layouter layouter;
        const auto composed = session::composeAndLayOut(*file.value, open.session.asOf(),
                                                        open.session.theme(), open.measure, {}, layouter);
        QVERIFY(composed);
        QVERIFY(composed.value->placement == open.session.composition().placement);
    }
};

ENTENTE_TEST(TestPlaces, QCoreApplication)

} // namespace tst_places

#include "tst_places.moc"
