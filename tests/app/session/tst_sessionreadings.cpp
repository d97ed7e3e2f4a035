#include "app/session/sessionfixture.h"
#include "formats/scenarioreader.h"
#include "resources/resources.h"
#include "session/edits.h"
#include "support/registration.h"

#include <QDir>

namespace tst_sessionreadings {

using namespace entente;
using namespace entente::session;
using domain::Reading;

// Disputed facts read otherwise than the file does, and such a reading saved as an alternate.
class TestSessionReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadResources(); }
    void answersAtOnce_data();
    void answersAtOnce();
    void whatTheFileSaysIsNoReading();
    void endsWhenAnotherScenarioIsOpened();
    void movesNothing();
    void staysThroughAnEdit();
    void endsWithTheDispute();
    void newScenarioStartsAfresh();
    void savesAsAnAlternate();
    void leavesAStrangersFileAlone();
    void saysWhyItCantBeWritten();
};

namespace {

struct Open
{
    test::FixedMeasure measure;
    Session session{measure, test::quickOptions()};

    Open()
    {
        QSignalSpy opened(&session, &Session::opened);
        session.open(bundledScenario());
        QVERIFY(opened.wait(20'000));
    }

    ProblemList saveReadings(const QString &path)
    {
        const OverlayHeading heading{freeId(QStringLiteral("If a call is a “call”"), {}),
                                     QStringLiteral("If a call is a “call”"),
                                     {},
                                     true};
        return session.saveAsOverlay(path, heading,
                                     analysis::amendmentsFor(session.asWritten(), session.readings()));
    }
    QString fact() const { return analysis::disputedFacts(session.asWritten()).constFirst().fact.fact; }
};

} // namespace

void TestSessionReadings::answersAtOnce_data()
{
    QTest::addColumn<int>("reading");
    QTest::addColumn<QStringList>("verdicts");
    QTest::newRow("as Microsoft reads it") << int(Reading::Agreed) << QStringList{QStringLiteral("conflict")};
    QTest::newRow("as OpenAI reads it") << int(Reading::Rejected) << QStringList();
    QTest::newRow("open") << int(Reading::Disputed) << QStringList{QStringLiteral("possible")};
}

void TestSessionReadings::answersAtOnce()
{
    QFETCH(int, reading);
    Open open;
    open.session.setReading(open.fact(), Reading(reading));
    QStringList verdicts;
    for (const analysis::Conflict &conflict : open.session.composition().conflicts)
        verdicts.append(conflict.verdict == analysis::Verdict::Conflict ? QStringLiteral("conflict")
                                                                        : QStringLiteral("possible"));
    QTEST(verdicts, "verdicts");
    QCOMPARE(open.session.scenario().hypothetical, Reading(reading) != Reading::Disputed);
    QVERIFY(!open.session.asWritten().hypothetical);
}

void TestSessionReadings::whatTheFileSaysIsNoReading()
{
    Open open;
    QSignalSpy changed(&open.session, &Session::readingsChanged);
    open.session.setReading(open.fact(), Reading::Agreed);
    open.session.setReading(open.fact(), Reading::Disputed);
    QVERIFY(open.session.readings().isEmpty());
    QCOMPARE(open.session.scenario(), open.session.asWritten());
    open.session.setReading(open.fact(), Reading::Rejected);
    open.session.resetReadings();
    QVERIFY(open.session.readings().isEmpty());
    QCOMPARE(changed.size(), 4);
}

void TestSessionReadings::endsWhenAnotherScenarioIsOpened()
{
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    QSignalSpy opened(&open.session, &Session::opened);
    open.session.switchTo(QStringLiteral(":/entente/scenarios/openais-reading.entente.json"));
    QVERIFY(opened.wait(20'000));
    QVERIFY(open.session.readings().isEmpty());
    QVERIFY(open.session.composition().conflicts.isEmpty());
}

void TestSessionReadings::movesNothing()
{
    Open open;
    const Places before = placesOf(open.session.composition());
    for (Reading reading : {Reading::Agreed, Reading::Rejected, Reading::Disputed}) {
        open.session.setReading(open.fact(), reading);
        QCOMPARE(placesOf(open.session.composition()), before);
    }
}

void TestSessionReadings::staysThroughAnEdit()
{
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    Edit edit;
    edit.text = QStringLiteral("Rename");
    edit.changes = {
        document::Change::set(QStringLiteral("/title"), document::Value::string(QStringLiteral("Another")))};
    QVERIFY(open.session.apply(edit).isEmpty());
    QCOMPARE(open.session.readings().size(), 1);
    QCOMPARE(open.session.composition().conflicts.first().verdict, analysis::Verdict::Conflict);
    QCOMPARE(open.session.asWritten().title, QStringLiteral("Another"));
    QVERIFY(!open.session.asWritten().hypothetical);
}

void TestSessionReadings::endsWithTheDispute()
{
    Open open;
    const QString fact = open.fact();
    open.session.setReading(fact, Reading::Agreed);
    QVERIFY(
        open.session
            .apply({QStringLiteral("Remove"), {document::Change::remove(document::parentPointer(fact))}, {}})
            .isEmpty());
    QVERIFY(open.session.readings().isEmpty());
    QVERIFY(!open.session.scenario().hypothetical);
}

void TestSessionReadings::newScenarioStartsAfresh()
{
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    open.session.compareWithDate({domain::EventDate::parse(u"2024")});
    for (int times = 0; times < 2; ++times)
        open.session.newScenario();
    QVERIFY(open.session.readings().isEmpty());
    QVERIFY(!open.session.scenario().hypothetical);
    QVERIFY(!open.session.changes());
    QVERIFY(!open.session.comparedScenario());
    QCOMPARE(open.session.alternates().size(), 1);
    QSignalSpy failed(&open.session, &Session::openFailed);
    open.session.switchTo(open.session.alternates().first().path);
    QVERIFY(!open.session.isBusy());
    QVERIFY(failed.isEmpty());
}

void TestSessionReadings::savesAsAnAlternate()
{
    QTemporaryDir folder;
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    const QString path = folder.filePath(QStringLiteral("if.entente.json"));
    QVERIFY(open.saveReadings(path).isEmpty());
    QCOMPARE(open.session.path(), path);
    QVERIFY(open.session.readings().isEmpty());                     // the file says them itself now
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2); // with a copy of its base
    const auto read = formats::readScenario(path);
    QVERIFY(read);
    QVERIFY(!read.problems.hasErrors());
    const domain::Scenario &scenario = read.value->scenario;
    QVERIFY(scenario.hypothetical);
    QCOMPARE(scenario.id, QStringLiteral("if-a-call-is-a-call"));
    const auto conflicts = analysis::findConflicts(scenario, analysis::defaultAsOf(scenario));
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().verdict, analysis::Verdict::Conflict);
}

void TestSessionReadings::leavesAStrangersFileAlone()
{
    QTemporaryDir folder;
    const QString base = folder.filePath(QFileInfo(bundledScenario()).fileName());
    const QString path = folder.filePath(QStringLiteral("if.entente.json"));
    QFile stranger(base);
    QVERIFY(stranger.open(QIODevice::ReadWrite));
    stranger.write(test::ScenarioFolder::baseText("Stranger"));
    stranger.close();
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    QVERIFY(open.saveReadings(path).hasErrors(Cause::File));
    QVERIFY(!QFile::exists(path));
    QVERIFY(stranger.open(QIODevice::ReadOnly));
    QCOMPARE(stranger.readAll(), test::ScenarioFolder::baseText("Stranger"));
}

void TestSessionReadings::saysWhyItCantBeWritten()
{
    Open open;
    open.session.setReading(open.fact(), Reading::Agreed);
    QVERIFY(open.saveReadings(QStringLiteral("/nowhere/at/all/x.entente.json")).hasErrors(Cause::File));
    test::OpenSession own;
    QVERIFY(own.open("base.entente.json"));
    const OverlayHeading heading{QStringLiteral("x"), QStringLiteral("X"), {}, true};
    QVERIFY(own.session.saveAsOverlay(QStringLiteral("/elsewhere/x.entente.json"), heading).hasErrors());
    const analysis::Amendments gone{{QStringLiteral("/firms/nobody"), QStringLiteral("null"), {}}};
    QVERIFY(own.session.saveAsOverlay(own.folder.path("x.entente.json"), heading, gone).hasErrors());
}

ENTENTE_TEST(TestSessionReadings, QApplication)

} // namespace tst_sessionreadings

#include "tst_sessionreadings.moc"
