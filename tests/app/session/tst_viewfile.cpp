#include "document/filewriter.h"
#include "session/viewfile.h"
#include "support/registration.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tst_viewfile {

using namespace entente;

class TestViewFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBesideTheScenario_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("view");
        QTest::newRow("entente.json") << QStringLiteral("a.entente.json") << QStringLiteral("a.view.json");
        QTest::newRow("json") << QStringLiteral("a.json") << QStringLiteral("a.view.json");
        QTest::newRow("dots") << QStringLiteral("a.b.entente.json") << QStringLiteral("a.b.view.json");
    }

    void standsBesideTheScenario()
    {
        QFETCH(QString, scenario);
        QFETCH(QString, view);
        QTemporaryDir folder;
        QCOMPARE(session::viewFileFor(folder.filePath(scenario)), folder.filePath(view));
    }

    void standsInTheUsersDataForWhatTheProgramCarries()
    {
        const QString view =
            session::viewFileFor(QStringLiteral(":/entente/scenarios/cloud-dispute.entente.json"));
        QVERIFY(view.startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
        QVERIFY(QFileInfo(view).fileName().startsWith(QLatin1String("cloud-dispute-")));
    }

    void comesBackAsWritten()
    {
        QTemporaryDir folder;
        const QString scenario = folder.filePath(QStringLiteral("a.entente.json"));
        const session::Places places{{QStringLiteral("openai"), {120, 40.25}},
                                     {QStringLiteral("agreement:x"), {-3, 0}}};
        QVERIFY(session::writeView(scenario, places).isEmpty());
        const auto read = session::readView(session::viewFileFor(scenario));
        QVERIFY(read);
        QVERIFY(read.problems.isEmpty());
        QCOMPARE(*read.value, places);
    }

    void isRemovedWithItsLastPlace()
    {
        QTemporaryDir folder;
        const QString scenario = folder.filePath(QStringLiteral("a.json"));
        QVERIFY(session::writeView(scenario, {{QStringLiteral("a"), {1, 2}}}).isEmpty());
        QVERIFY(session::writeView(scenario, {}).isEmpty());
        QVERIFY(!QFile::exists(session::viewFileFor(scenario)));
    }

    void nearerViewsWinOverTheirBases()
    {
        QTemporaryDir folder;
        const QString base = folder.filePath(QStringLiteral("base.json"));
        const QString overlay = folder.filePath(QStringLiteral("overlay.json"));
        session::writeView(base, {{QStringLiteral("a"), {1, 1}}, {QStringLiteral("b"), {2, 2}}});
        session::writeView(overlay, {{QStringLiteral("b"), {3, 3}}});
        const session::Places expected{{QStringLiteral("a"), {1, 1}}, {QStringLiteral("b"), {3, 3}}};
        QCOMPARE(*session::readViewsOf({base, overlay}).value, expected);
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<QString>("code");
        QTest::newRow("broken") << QByteArray("{") << false << QStringLiteral("bad-view");
        QTest::newRow("another format")
            << QByteArray("{\"format\": \"x\"}") << false << QStringLiteral("bad-view");
        QTest::newRow("newer") << QByteArray(R"({"format": "entente-view", "version": 2})") << false
                               << QStringLiteral("bad-view");
        QTest::newRow("no pair") << QByteArray(
                                        R"({"format": "entente-view", "version": 1, "places": {"a": [1]}})")
                                 << true << QStringLiteral("bad-place");
        QTest::newRow("too far")
            << QByteArray(R"({"format": "entente-view", "version": 1, "places": {"a": [1e30, 0]}})") << true
            << QStringLiteral("bad-place");
        QTest::newRow("one place twice")
            << QByteArray(R"({"format": "entente-view", "version": 1, "places": {"a": [1, 0], "a": [2, 0]}})")
            << false << QStringLiteral("bad-view");
    }

    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRead);
        QFETCH(QString, code);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.view.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto read = session::readView(file.fileName());
        QCOMPARE(bool(read), isRead);
        QCOMPARE(read.problems.all().first().code, code);
    }

    void tellsWhereAPlaceIsWrong()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.view.json"));
        QVERIFY(document::writeFile(path, "{\"format\": \"entente-view\", \"version\": 1, \"places\": {\n"
                                          "  \"a\": [1, 2],\n  \"b/c\": [1]}}")
                    .isEmpty());
        const auto read = session::readView(path);
        QVERIFY(read);
        QCOMPARE(read.value->size(), 1);
        QCOMPARE(read.problems.all().first().place, (Place{path, 3, 10}));
        QCOMPARE(read.problems.all().first().path, QStringLiteral("/places/b~1c"));
    }

    void saysThatAViewIsTooLarge()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.view.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(65) << 20)); // a hole: nothing is written
        file.close();
        QVERIFY(session::readView(file.fileName()).problems.hasErrors(Cause::Limit));
    }

    void tellsOfAFolderThatCannotBeWritten()
    {
        QTemporaryDir folder;
        const QString taken = folder.filePath(QStringLiteral("a.view.json"));
        QVERIFY(QDir().mkpath(taken)); // a folder stands where the file should
        const ProblemList problems =
            session::writeView(folder.filePath(QStringLiteral("a.json")), {{QStringLiteral("a"), {1, 2}}});
        QVERIFY(problems.hasErrors(Cause::File));
    }
};

ENTENTE_TEST(TestViewFile, QCoreApplication)

} // namespace tst_viewfile

#include "tst_viewfile.moc"
