#include "app/session/sessionfixture.h"
#include "support/registration.h"

namespace tst_session {

using namespace entente;
using test::OpenSession;
using test::ScenarioFolder;

namespace {

// The alternates beside the open file: the bundled ones are offered with any.
qsizetype besideIt(const session::Session &session)
{
    const QList<session::Alternate> all = session.alternates();
    return std::count_if(all.begin(), all.end(), [](const session::Alternate &alternate) {
        return !alternate.path.startsWith(u':');
    });
}

} // namespace

// Opening, switching, reloading and failing, with real files.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void opensAScenario()
    {
        OpenSession open;
        QVERIFY(!open.session.isOpen());
        QVERIFY(open.open("base.entente.json"));
        QVERIFY(open.session.isOpen());
        QVERIFY(!open.session.isBusy());
        QCOMPARE(open.session.scenario().title, QStringLiteral("Base"));
        QCOMPARE(open.session.asOf().toText(), QStringLiteral("2026-03"));
        QVERIFY(open.item(picture::Role::Firm, QStringLiteral("alpha")));
        QVERIFY(open.item(picture::Role::Agreement, QStringLiteral("loan")));
        QCOMPARE(besideIt(open.session), 3);
    }

    void keepsTheOpenOneWhenAnotherIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << ScenarioFolder::baseText("Half").first(300);
        QTest::newRow("no scenario") << QByteArray("[1, 2]");
        QTest::newRow("dangling")
            << ScenarioFolder::baseText("Dangling").replace("\"firm\": \"alpha\"", "\"firm\": \"nobody\"");
    }

    void keepsTheOpenOneWhenAnotherIsBroken()
    {
        QFETCH(QByteArray, text);
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const picture::Picture before = open.session.picture();
        open.folder.write("broken.entente.json", text);
        QSignalSpy failed(&open.session, &session::Session::openFailed);
        open.session.open(open.folder.path("broken.entente.json"));
        QVERIFY(failed.wait());
        QVERIFY(!failed.first().first().toString().isEmpty());
        QVERIFY(open.session.problems().hasErrors());
        QVERIFY(!open.session.isBusy());
        QCOMPARE(open.session.path(), open.folder.path("base.entente.json"));
        QVERIFY(open.session.picture() == before);
    }

    void showsTheTextThatProblemsAreAbout()
    {
        OpenSession open;
        open.folder.write("broken.entente.json", "{\n  \"format\": }\n");
        QSignalSpy failed(&open.session, &session::Session::openFailed);
        open.session.open(open.folder.path("broken.entente.json"));
        QVERIFY(failed.wait());
        const Place place = open.session.problems().all().first().place;
        QCOMPARE(place.line, 2);
        QCOMPARE(open.session.sourceText(place.file), QByteArray("{\n  \"format\": }\n"));
    }

    void tellsOfAMissingFile()
    {
        OpenSession open;
        QSignalSpy failed(&open.session, &session::Session::openFailed);
        open.session.open(open.folder.path("nowhere.entente.json"));
        QVERIFY(failed.wait());
        QVERIFY(open.session.problems().hasErrors(Cause::File));
        QVERIFY(!open.session.isOpen());
    }

    void reloadsAfterAnAtomicSave()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const session::Places before = open.places();
        open.session.select(domain::ThingRef::of(domain::FirmId(QStringLiteral("gamma"))));
        QSignalSpy messages(&open.session, &session::Session::messageShown);
        open.folder.replace("base.entente.json", ScenarioFolder::baseText("Saved again"));
        QTRY_COMPARE(open.session.scenario().title, QStringLiteral("Saved again"));
        QCOMPARE(open.places(), before);
        QCOMPARE(open.session.selection().id, QStringLiteral("gamma"));
        QCOMPARE(messages.size(), 1);
    }

    void reloadsAnOverlayWhenItsBaseChanges()
    {
        OpenSession open;
        QVERIFY(open.open("more.entente.json"));
        QByteArray changed = ScenarioFolder::baseText("Base");
        open.folder.replace("base.entente.json", changed.replace("\"Gamma\"", "\"Gamma Holding\""));
        QTRY_COMPARE(open.session.scenario().nameOf(domain::FirmId(QStringLiteral("gamma"))),
                     QStringLiteral("Gamma Holding"));
        QCOMPARE(open.session.scenario().title, QStringLiteral("More"));
    }

    void keepsTheLastGoodPictureAfterABrokenSave()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const picture::Picture before = open.session.picture();
        QSignalSpy failed(&open.session, &session::Session::openFailed);
        open.folder.replace("base.entente.json", "{ \"format\": \"entente-sc");
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(open.session.problems().hasErrors());
        QVERIFY(open.session.picture() == before);
        open.folder.replace("base.entente.json", ScenarioFolder::baseText("Mended"));
        QTRY_COMPARE(open.session.scenario().title, QStringLiteral("Mended"));
        QVERIFY(!open.session.problems().hasErrors());
    }

    void opensABrokenFileAsSoonAsItIsMended()
    {
        OpenSession open;
        open.folder.write("base.entente.json", "{ \"format\": \"entente-sc");
        QVERIFY(!open.open("base.entente.json"));
        open.folder.replace("base.entente.json", ScenarioFolder::baseText("Mended"));
        QTRY_COMPARE(open.session.scenario().title, QStringLiteral("Mended"));
    }

    void findsAnOverlayThatAppearsBesideIt()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        open.folder.write("new.entente.json", R"({"format": "entente-scenario", "version": "1.0", "id": "new",
            "title": "New", "extends": {"file": "base.entente.json", "id": "base"}})");
        QTRY_COMPARE(besideIt(open.session), 4);
    }

    void switchKeepsPlacesFilterAndSelection()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const session::Places before = open.places();
        open.session.select(domain::ThingRef::of(domain::AgreementId(QStringLiteral("loan"))));
        QSignalSpy messages(&open.session, &session::Session::messageShown);
        QSignalSpy resets(&open.session, &session::Session::viewReset);
        QVERIFY(open.switchTo("more.entente.json"));
        const session::Places after = open.places();
        for (auto place = before.begin(); place != before.end(); ++place)
            QCOMPARE(after.value(place.key()), place.value());
        QVERIFY(after.contains(QStringLiteral("delta")));
        QCOMPARE(open.session.selection().id, QStringLiteral("loan"));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(messages.size(), 1);
        QVERIFY(messages.first().first().toString().startsWith(QLatin1String("More (hypothetical): ")));
    }

    void switchDropsASelectionThatIsGone()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        open.session.select(domain::ThingRef::of(domain::AgreementId(QStringLiteral("loan"))));
        QVERIFY(open.switchTo("less.entente.json"));
        QVERIFY(open.session.selection().isNone());
        QVERIFY(!open.item(picture::Role::Agreement, QStringLiteral("loan")));
    }

    void switchKeepsADateThatWasSet()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        open.session.setAsOf({domain::EventDate::parse(u"2022")});
        QVERIFY(open.switchTo("more.entente.json"));
        QCOMPARE(open.session.asOf().toText(), QStringLiteral("2022"));
        open.session.resetAsOf();
        QCOMPARE(open.session.asOf().toText(), QStringLiteral("2026-03"));
    }

    void asOfFadesAndMovesNothing()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        QVERIFY(open.item(picture::Role::Agreement, QStringLiteral("loan"))->faded);
        const layout::Placement before = open.session.composition().placement;
        QSignalSpy changed(&open.session, &session::Session::pictureChanged);
        open.session.setAsOf({domain::EventDate::parse(u"2022")});
        QCOMPARE(changed.size(), 1);
        QVERIFY(!open.item(picture::Role::Agreement, QStringLiteral("loan"))->faded);
        QCOMPARE(open.session.composition().placement.centres, before.centres);
        QCOMPARE(open.session.composition().placement.edges, before.edges);
        QCOMPARE(open.session.composition().placement.groupBoxes, before.groupBoxes);
    }

    void filterLeavesPlacesEmpty()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        const session::Places before = open.places();
        const QRectF box = open.item(picture::Role::Firm, QStringLiteral("alpha"))->box;
        graph::Filter filter;
        filter.focus = domain::FirmId(QStringLiteral("alpha"));
        open.session.setFilter(filter);
        QVERIFY(!open.item(picture::Role::Firm, QStringLiteral("gamma")));
        QCOMPARE(open.item(picture::Role::Firm, QStringLiteral("alpha"))->box, box);
        QCOMPARE(open.places(), before);
    }

    void aNewerRequestOvertakesTheOlder()
    {
        OpenSession open;
        QSignalSpy opened(&open.session, &session::Session::opened);
        open.session.open(open.folder.path("base.entente.json"));
        open.session.open(open.folder.path("less.entente.json"));
        QTRY_COMPARE(open.session.scenario().title, QStringLiteral("Less"));
        QCOMPARE(opened.size(), 1);
    }

    void cancelLeavesTheOpenOne()
    {
        OpenSession open;
        QVERIFY(open.open("base.entente.json"));
        open.session.open(open.folder.path("less.entente.json"));
        QVERIFY(open.session.isBusy());
        open.session.cancel();
        QVERIFY(!open.session.isBusy());
        QVERIFY(open.switchTo("more.entente.json")); // and what was cancelled never comes
        QCOMPARE(open.session.scenario().title, QStringLiteral("More"));
    }
};

ENTENTE_TEST(TestSession, QCoreApplication)

} // namespace tst_session

#include "tst_session.moc"
