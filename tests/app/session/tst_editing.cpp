#include "analysis/readings.h"
#include "app/session/randomedits.h"
#include "app/session/sessionfixture.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "resources/resources.h"
#include "session/recovery.h"
#include "session/viewfile.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace tst_editing {

using namespace entente;
using namespace entente::session;
using document::Change;
using document::Value;

namespace {

QByteArray textOf(const Session &session)
{
    return document::toJson(session.document().root);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Edit rename(const QString &title)
{
    return {QStringLiteral("Change the title"),
            {Change::set(QStringLiteral("/title"), Value::string(title))},
            {}};
}

Edit addFirm(const QString &id)
{
    Value firm = Value::object();
    firm.set(QStringLiteral("name"), Value::string(id.toUpper()));
    firm.set(QStringLiteral("kind"), Value::string(QStringLiteral("company")));
    return {QStringLiteral("Add firm"),
            {Change::set(QStringLiteral("/firms/") + id, firm)},
            domain::ThingRef::of(domain::FirmId(id))};
}

} // namespace

// Edits of what is open: made, refused, taken back, saved and recovered.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void movesNothingElse();
    void refusesWhatIsNotSound();
    void undoesAndRedoesToTheByte_data();
    void undoesAndRedoesToTheByte();
    void savesAndReadsBackTheSame_data();
    void savesAndReadsBackTheSame();
    void alternateHoldsOnlyTheDifference();
    void savedOverlayStaysAnOverlay();
    void startsFromNothing();
    void bundledScenariosAreNotWritten();
    void ownSaveIsNoChangeOnDisk();
    void changeOnDiskIsAskedAbout();
    void changeWhileReadingIsNoticed();
    void changeThatCantBeReadIsAskedAbout();
    void savingOverAFileForgetsItsPlaces();
    void alternateKeepsWhoSaysWhatOfACondition();
    void pastedTableIsKeptForACrash();
    void switchingForgetsTheSteps();
    void unsavedWorkIsGoneAfterSaving();
    void keptWorkMayBeAsDeepAsAFile();
    void survivesAKill();

private:
    static QString recoveryFolder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
               QStringLiteral("/recovery");
    }
};

void TestEditing::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    loadResources();
}

void TestEditing::init()
{
    QDir(recoveryFolder()).removeRecursively();
}

void TestEditing::movesNothingElse()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const Places before = open.places();
    QSignalSpy modified(&open.session, &Session::modifiedChanged);
    QVERIFY(open.session.apply(addFirm(QStringLiteral("nova"))).isEmpty());
    QCOMPARE(modified.size(), 1);
    QVERIFY(open.session.isModified());
    QCOMPARE(open.session.selection().id, QStringLiteral("nova"));
    Places after = open.places();
    QVERIFY(after.contains(QStringLiteral("nova")));
    after.remove(QStringLiteral("nova"));
    QCOMPARE(after, before);
    open.session.undoStack().undo();
    QVERIFY(!open.session.isModified());
    QCOMPARE(open.places(), before);
}

void TestEditing::refusesWhatIsNotSound()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const QByteArray before = textOf(open.session);
    const ProblemList problems = open.session.apply(
        {QStringLiteral("Bad"),
         {Change::set(QStringLiteral("/firms/alpha/kind"), Value::string(QStringLiteral("compny")))},
         {}});
    QCOMPARE(problems.errorCount(), 1);
    QCOMPARE(problems.all().first().path, QStringLiteral("/firms/alpha/kind"));
    QVERIFY(problems.all().first().hint.contains(QStringLiteral("company")));
    QCOMPARE(textOf(open.session), before);
    QVERIFY(!open.session.isModified());
    QCOMPARE(open.session.undoStack().count(), 0);
    QVERIFY(open.session.apply({QStringLiteral("Gone"), {Change::remove(QStringLiteral("/firms/none"))}, {}})
                .hasErrors());
}

void TestEditing::undoesAndRedoesToTheByte_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; seed += test::everyNth) {
        QTest::addRow("whole %u", seed) << QByteArray("base.entente.json") << seed;
        QTest::addRow("overlay %u", seed) << QByteArray("more.entente.json") << seed;
    }
}

void TestEditing::undoesAndRedoesToTheByte()
{
    QFETCH(QByteArray, file);
    QFETCH(quint32, seed);
    test::OpenSession open;
    QVERIFY(open.open(file));
    test::RandomEdits edits(seed);
    QList<QByteArray> texts{textOf(open.session)};
    for (int i = 0; i < 12; ++i) {
        const ProblemList refused = open.session.apply(edits.next(open.session));
        QVERIFY2(refused.isEmpty(),
                 qPrintable(refused.isEmpty() ? QString() : toLine(refused.all().first())));
        texts.append(textOf(open.session));
    }
    for (qsizetype i = texts.size() - 2; i >= 0; --i) {
        open.session.undoStack().undo();
        QCOMPARE(textOf(open.session), texts.at(i));
    }
    QVERIFY(!open.session.isModified());
    for (qsizetype i = 1; i < texts.size(); ++i) {
        open.session.undoStack().redo();
        QCOMPARE(textOf(open.session), texts.at(i));
    }
}

void TestEditing::savesAndReadsBackTheSame_data()
{
    undoesAndRedoesToTheByte_data();
}

void TestEditing::savesAndReadsBackTheSame()
{
    QFETCH(QByteArray, file);
    QFETCH(quint32, seed);
    test::OpenSession open;
    QVERIFY(open.open(file));
    test::RandomEdits edits(seed);
    for (int i = 0; i < 12; ++i)
        QVERIFY(open.session.apply(edits.next(open.session)).isEmpty());
    const QString ways[] = {open.folder.path(file.constData()), open.folder.path("whole.entente.json"),
                            open.folder.path("overlay.entente.json")};
    for (const QString &path : ways) {
        const bool overlays = path.endsWith(QLatin1String("overlay.entente.json"));
        if (overlays)
            QVERIFY(open.switchTo(file) && open.session.apply(edits.next(open.session)).isEmpty());
        const domain::Scenario stands = open.session.scenario();
        const ProblemList problems =
            overlays ? open.session.saveAsOverlay(
                           path, {stands.id, stands.title, stands.summary, stands.hypothetical})
            : path == ways[0] ? open.session.save()
                              : open.session.saveAs(path);
        QVERIFY2(problems.isEmpty(),
                 qPrintable(problems.isEmpty() ? QString() : toLine(problems.all().first())));
        const Outcome<formats::ScenarioFile> read = formats::readScenario(path);
        QVERIFY(read);
        QVERIFY(test::sameBesidesPlaces(read.value->scenario, stands));
        QVERIFY(!open.session.isModified());
        QCOMPARE(open.session.path(), path);
    }
}

void TestEditing::alternateHoldsOnlyTheDifference()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.apply(addFirm(QStringLiteral("nova"))).isEmpty());
    QVERIFY(open.session
                .apply({QStringLiteral("Remove"), {Change::remove(QStringLiteral("/agreements/loan"))}, {}})
                .isEmpty());
    const QString path = open.folder.path("imagined.entente.json");
    QVERIFY(
        open.session.saveAsOverlay(path, {QStringLiteral("imagined"), QStringLiteral("Imagined"), {}, true})
            .isEmpty());
    QCOMPARE(QString::fromUtf8(bytesOf(path)), QString::fromUtf8(R"({
  "format": "entente-scenario",
  "version": "1.0",
  "extends": {
    "file": "base.entente.json",
    "id": "base"
  },
  "id": "imagined",
  "title": "Imagined",
  "firms": {
    "nova": {
      "name": "NOVA",
      "kind": "company"
    }
  },
  "agreements": {
    "loan": null
  },
  "hypothetical": true
}
)"));
    QVERIFY(open.session.isOverlay());
    QVERIFY(open.session.scenario().hypothetical);
    QCOMPARE(bytesOf(open.folder.path("base.entente.json")), test::ScenarioFolder::baseText("Base"));
    const ProblemList onto = open.session.saveAsOverlay(open.folder.path("base.entente.json"), {});
    QVERIFY(onto.hasErrors());
}

void TestEditing::savedOverlayStaysAnOverlay()
{
    test::OpenSession open;
    QVERIFY(open.open("more.entente.json"));
    QVERIFY(open.session.apply(addFirm(QStringLiteral("nova"))).isEmpty());
    QVERIFY(open.session.save().isEmpty());
    const QByteArray written = bytesOf(open.folder.path("more.entente.json"));
    QVERIFY(written.contains("\"extends\""));
    QVERIFY(written.contains("nova"));
    QVERIFY(written.contains("delta"));
    QVERIFY(!written.contains("gamma"));
    QVERIFY(
        test::sameBesidesPlaces(formats::readScenario(open.folder.path("more.entente.json")).value->scenario,
                                open.session.scenario()));
}

void TestEditing::startsFromNothing()
{
    test::OpenSession open;
    open.session.newScenario();
    QVERIFY(open.session.isOpen());
    QVERIFY(!open.session.isModified());
    QVERIFY(!open.session.hasOwnFile());
    QVERIFY(open.session.save().hasErrors());
    for (const char *id : {"one", "two", "three"})
        QVERIFY(open.session.apply(addFirm(QString::fromLatin1(id))).isEmpty());
    test::RandomEdits edits(7);
    for (int i = 0; i < 10; ++i)
        QVERIFY(open.session.apply(edits.next(open.session)).isEmpty());
    const QString path = open.folder.path("new.entente.json");
    QVERIFY(open.session.saveAs(path).isEmpty());
    QVERIFY(open.session.hasOwnFile());
    QVERIFY(test::sameBesidesPlaces(formats::readScenario(path).value->scenario, open.session.scenario()));
}

void TestEditing::bundledScenariosAreNotWritten()
{
    test::OpenSession open;
    QSignalSpy opened(&open.session, &Session::opened);
    open.session.open(bundledScenario());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    QVERIFY(!open.session.hasOwnFile());
    QVERIFY(open.session.save().hasErrors());
    QVERIFY(open.session.apply(rename(QStringLiteral("Mine"))).isEmpty());
    const QString path = open.folder.path("mine.entente.json");
    QVERIFY(open.session.saveAsOverlay(path, {QStringLiteral("mine"), QStringLiteral("Mine"), {}, true})
                .isEmpty());
    QVERIFY(QFile::exists(open.folder.path("cloud-dispute.entente.json")));
    QVERIFY(bytesOf(path).size() < 500);
    QVERIFY(formats::readScenario(path));
}

void TestEditing::ownSaveIsNoChangeOnDisk()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.apply(rename(QStringLiteral("Other"))).isEmpty());
    QSignalSpy read(&open.session, &Session::busyChanged);
    QSignalSpy alternates(&open.session, &Session::alternatesChanged);
    QVERIFY(open.session.save().isEmpty());
    alternates.clear();
    open.folder.write("beside.entente.json", test::ScenarioFolder::baseText("Beside"));
    QTRY_VERIFY(!open.session.isOutdated());
    QVERIFY(read.isEmpty());
    QCOMPARE(open.session.scenario().title, QStringLiteral("Other"));
}

void TestEditing::changeOnDiskIsAskedAbout()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.apply(rename(QStringLiteral("Mine"))).isEmpty());
    QSignalSpy changed(&open.session, &Session::changedOnDisk);
    open.folder.replace("base.entente.json", test::ScenarioFolder::baseText("Theirs, which is longer"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(open.session.scenario().title, QStringLiteral("Mine"));
    QVERIFY(open.session.isOutdated());
    QSignalSpy opened(&open.session, &Session::opened);
    open.session.reload();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(open.session.scenario().title, QStringLiteral("Theirs, which is longer"));
    QVERIFY(!open.session.isModified());
    QVERIFY(!open.session.isOutdated());
}

void TestEditing::changeWhileReadingIsNoticed()
{
    test::OpenSession open;
    const auto connection =
        connect(&open.session, &Session::busyChanged, &open.session, [&open](bool, const QString &what) {
            if (what.startsWith(QStringLiteral("Laying out"))) // after it was read, before it stands
                open.folder.replace("base.entente.json", test::ScenarioFolder::baseText("Theirs, longer"));
        });
    QVERIFY(open.open("base.entente.json"));
    disconnect(connection);
    QVERIFY(open.session.isOutdated() || open.session.scenario().title == QStringLiteral("Theirs, longer"));
    QTRY_COMPARE_WITH_TIMEOUT(open.session.scenario().title, QStringLiteral("Theirs, longer"), 30'000);
}

void TestEditing::changeThatCantBeReadIsAskedAbout()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QSignalSpy failed(&open.session, &Session::openFailed);
    open.folder.replace("base.entente.json", "{ \"title\": \"Theirs, with a slip\" ");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(open.session.apply(rename(QStringLiteral("Mine"))).isEmpty());
    QVERIFY(open.session.isOutdated()); // saving would undo theirs
    open.folder.replace("base.entente.json", test::ScenarioFolder::baseText("Theirs, mended"));
    QSignalSpy opened(&open.session, &Session::opened);
    open.session.reload();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!open.session.isOutdated());
}

void TestEditing::savingOverAFileForgetsItsPlaces()
{
    test::OpenSession open;
    const QString path = open.folder.path("other.entente.json");
    QVERIFY(writeView(path, {{QStringLiteral("alpha"), QPointF(4000, 4000)}}).isEmpty());
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.saveAs(path).isEmpty());
    open.session.saveView();
    QVERIFY(readViewsOf({path}).value.value_or(Places()).isEmpty());
}

void TestEditing::alternateKeepsWhoSaysWhatOfACondition()
{
    test::OpenSession open;
    QByteArray text = test::ScenarioFolder::baseText("Base");
    text.replace(R"("period": "2021/2024",)",
                 R"("period": "2021/2024", "amounts": {"t": {"value": 5, "currency": "USD", "condition":
                 {"text": "it rains", "positions": {"a": {"by": "alpha", "stance": "affirms"}}}}},)");
    open.folder.write("base.entente.json", text);
    QVERIFY(open.open("base.entente.json"));
    const analysis::Readings readings{
        {QStringLiteral("/agreements/loan/amounts/t/condition"), domain::Reading::Agreed}};
    const QString path = open.folder.path("rain.entente.json");
    QVERIFY(open.session
                .saveAsOverlay(path, {QStringLiteral("rain"), QStringLiteral("Rain"), {}, true},
                               analysis::amendmentsFor(open.session.scenario(), readings))
                .isEmpty());
    const domain::Condition saved = open.session.scenario().agreements.first().amounts.first().condition;
    QCOMPARE(saved.state, domain::ConditionState::Met);
    QCOMPARE(saved.text, QStringLiteral("it rains"));
    QCOMPARE(saved.positions.size(), 1);
}

void TestEditing::pastedTableIsKeptForACrash()
{
    test::OpenSession open;
    QSignalSpy opened(&open.session, &Session::opened);
    QVERIFY(open.session.openTable("source\ttarget\nAcme\tBolt\n", {}).isEmpty());
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(open.session.isModified());
    QTRY_COMPARE(QDir(recoveryFolder()).entryList({QStringLiteral("*.json")}).size(), 1);
}

void TestEditing::switchingForgetsTheSteps()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.apply(rename(QStringLiteral("Mine"))).isEmpty());
    QVERIFY(open.switchTo("more.entente.json"));
    QVERIFY(!open.session.undoStack().canUndo());
    QVERIFY(!open.session.isModified());
}

void TestEditing::unsavedWorkIsGoneAfterSaving()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    QVERIFY(open.session.apply(rename(QStringLiteral("Mine"))).isEmpty());
    const QDir folder(recoveryFolder());
    QTRY_COMPARE(folder.entryList({QStringLiteral("*.json")}).size(), 1);
    QVERIFY(recoveryFiles().isEmpty()); // it is held by this window
    QVERIFY(open.session.save().isEmpty());
    QCOMPARE(folder.entryList({QStringLiteral("*.json")}).size(), 0);
}

void TestEditing::keptWorkMayBeAsDeepAsAFile()
{
    Value root = Value::object();
    Value *inner = &root;
    for (int depth = 1; depth < document::JsonLimits().depth; ++depth)
        inner = &inner->add(QStringLiteral("x-in"), Value::object());
    QVERIFY(document::readJson(document::toJson(root), {}, 0));
    RecoveryStore store(0);
    QSignalSpy written(&store, &RecoveryStore::written);
    store.keep({{}, {}, QDateTime::currentDateTime(), root});
    QVERIFY(written.wait());
    const auto read = readRecovery(store.file());
    QVERIFY(read);
    QVERIFY(read.value->root.sameJson(root));
}

void TestEditing::survivesAKill()
{
    test::ScenarioFolder folder;
    for (const char *name : {"base.entente.json", "more.entente.json"}) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("tst_editing"), QStringLiteral("--edit"), folder.path(name)});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 30'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QStringList left = recoveryFiles();
        QCOMPARE(left.size(), 1);
        test::OpenSession again;
        QSignalSpy opened(&again.session, &Session::opened);
        again.session.recover(left.first());
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
        QVERIFY(again.session.isModified());
        QCOMPARE(again.session.path(), folder.path(name));
        QVERIFY(again.session.scenario().firm(domain::FirmId(QStringLiteral("nova"))));
        QVERIFY(recoveryFiles().isEmpty());
        QVERIFY(again.session.save().isEmpty());
        QVERIFY(formats::readScenario(folder.path(name))
                    .value->scenario.firm(domain::FirmId(QStringLiteral("nova"))));
        QCOMPARE(QDir(recoveryFolder()).entryList(QDir::Files).size(), 0);
    }
}

namespace {

// The process that is killed: it edits, says so once that is kept aside, and goes on for ever.
int editForEver(QCoreApplication &application)
{
    QStandardPaths::setTestModeEnabled(true);
    test::FixedMeasure measure;
    Session session(measure, test::quickOptions());
    QObject::connect(&session, &Session::opened, &session, [&session] {
        if (!session.isModified() && session.undoStack().count() == 0)
            QTimer::singleShot(0, &session, [&session] { session.apply(addFirm(QStringLiteral("nova"))); });
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &session, [&session] {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                          QStringLiteral("/recovery"));
        if (session.isModified() && !folder.entryList({QStringLiteral("*.json")}).isEmpty()) {
            std::puts("kept");
            std::fflush(stdout);
        }
    });
    look.start(10);
    session.open(QCoreApplication::arguments().last());
    return application.exec();
}

} // namespace

int run(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tst_editing"));
    if (argc > 2 && qstrcmp(argv[1], "--edit") == 0)
        return editForEver(application);
    TestEditing tests;
    return QTest::qExec(&tests, argc, argv);
}

ENTENTE_TEST_RUN(run)

} // namespace tst_editing

#include "tst_editing.moc"
