#include "core/formats/scenariotext.h"
#include "support/registration.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace tst_overlays {

using namespace entente;
using namespace entente::test;

namespace {

QByteArray overlay(const QByteArray &file, const QByteArray &members, const QByteArray &id = "test")
{
    return "{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"other\", \"title\": "
           "\"Other\",\n"
           " \"extends\": {\"file\": \"" +
           file + "\", \"id\": \"" + id + "\"}" + (members.isEmpty() ? "" : ",\n " + members) + "}\n";
}

} // namespace

// Overlays in real files: what they change, and what they may not.
class TestOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("inner")));
        write("base.json", agreementWith(R"("note": "as agreed", "announced": "2025-01",
  "amounts": {"total": {"value": 5, "currency": "USD"}})"));
    }

    void changesOnlyWhatItSays()
    {
        write("over.json",
              overlay("base.json", R"("agreements": {"deal": {"status": "terminated", "announced": null,
   "period": "2024/2025"}},
 "firms": {"gamma": {"name": "Gamma", "kind": "fund", "jurisdiction": null}})"));
        const auto outcome = read("over.json");
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        const domain::Scenario &scenario = outcome.value->scenario;
        QCOMPARE(scenario.id, QStringLiteral("other"));
        QCOMPARE(scenario.firms.size(), 3);
        const domain::Agreement &deal = *scenario.agreement(domain::AgreementId(QStringLiteral("deal")));
        QVERIFY(deal.status == domain::Status::Terminated);
        QVERIFY(!deal.announced);
        QCOMPARE(deal.note, QStringLiteral("as agreed"));
        QCOMPARE(deal.amounts.size(), 1);
        QCOMPARE(outcome.value->bases, QStringList{path("base.json")});
    }

    void everyValueKnowsItsOwnFile()
    {
        write("over.json", overlay("base.json", R"("agreements": {"deal": {"status": "signd"}})"));
        const auto outcome = read("over.json");
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().place, (Place{path("over.json"), 3, 36}));
        write("over.json", overlay("base.json", R"("firms": {"beta": null})"));
        const auto dangling = read("over.json");
        QVERIFY(!dangling);
        QCOMPARE(dangling.problems.all().first().code, QStringLiteral("dangling-reference"));
        QCOMPARE(dangling.problems.all().first().place.file, path("base.json"));
    }

    void inheritsThroughAChain()
    {
        write("middle.json",
              overlay("base.json", R"("hypothetical": true)").replace("\"other\"", "\"middle\""));
        write("over.json", overlay("middle.json", "", "middle"));
        write("real.json", overlay("middle.json", R"("hypothetical": false)", "middle"));
        const auto outcome = read("over.json");
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        QVERIFY(outcome.value->scenario.hypothetical);
        QCOMPARE(outcome.value->bases, (QStringList{path("middle.json"), path("base.json")}));
        QVERIFY(formats::readScenarioHeader(path("over.json")).value->hypothetical);
        QVERIFY(!formats::readScenarioHeader(path("real.json")).value->hypothetical);
        QVERIFY(!read("real.json").value->scenario.hypothetical);
    }

    void aBaseInAFolderBelowIsFine()
    {
        write("inner/deep.json", scenarioWith(" \"x-a\": 1"));
        write("over.json", overlay("inner/deep.json", ""));
        QVERIFY2(bool(read("over.json")), qPrintable(lines(read("over.json").problems)));
    }

    void whatItMayNotDo_data()
    {
        QTest::addColumn<QByteArray>("marked");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("fragment");
        const auto row = [](const char *name, const QByteArray &marked, const char *code,
                            const char *fragment) {
            QTest::newRow(name) << marked << QString::fromLatin1(code) << QString::fromUtf8(fragment);
        };
        row("a missing base", overlay("no.json", "").replace("\"no.json", "‸\"no.json"), "missing-base",
            "there is no such file");
        row("a base that is a folder", overlay("inner", "").replace("\"inner", "‸\"inner"), "missing-base",
            "a directory");
        row("another id", overlay("base.json", "", "wrong").replace("\"wrong", "‸\"wrong"), "base-id",
            "the base's id is \"test\", not \"wrong\"");
        row("up and out", overlay("../x.json", "").replace("\"../x", "‸\"../x"), "extends-outside",
            "leaves the folder");
        row("down, up and out", overlay("inner/../../x.json", "").replace("\"inner/", "‸\"inner/"),
            "extends-outside", "leaves the folder");
        row("an absolute path", overlay("/etc/passwd", "").replace("\"/etc", "‸\"/etc"), "extends-outside",
            "leaves the folder");
        row("a link that leads out", overlay("link.json", "").replace("\"link", "‸\"link"), "extends-outside",
            "leaves the folder");
        row("itself", overlay("over.json", "").replace("\"over.json", "‸\"over.json"), "extends-cycle",
            "extends itself");
        row("no file", overlay("base.json", "").replace("{\"file\": \"base.json\", ", "‸{"), "bad-extends",
            "names no file");
        row("an unknown key", overlay("base.json", "").replace("\"id\": \"test", "‸\"idd\": \"test"),
            "unknown-key", "no key \"idd\"");
        row("removing what isn't there", overlay("base.json", "\"firms\": {‸\"gamma\": null}"),
            "removes-nothing", "removes \"gamma\", which its base doesn't have");
        row("adding half a thing", overlay("base.json", "\"firms\": {\"gamma\": ‸{\"kind\": \"fund\"}}"),
            "missing", "firm \"gamma\" has no \"name\"");
    }

    void whatItMayNotDo()
    {
        QFETCH(QByteArray, marked);
        QFETCH(QString, code);
        QFETCH(QString, fragment);
        QTemporaryDir elsewhere;
        QFile outside(elsewhere.filePath(QStringLiteral("x.json")));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write(scenarioWith(" \"x-a\": 1"));
        outside.close();
        QVERIFY(QFile::link(outside.fileName(), path("link.json")));
        const Marked input = unmark(marked);
        write("over.json", input.text);
        const auto outcome = read("over.json");
        QVERIFY(!outcome);
        QVERIFY2(outcome.problems.errorCount() == 1, qPrintable(lines(outcome.problems)));
        const Problem &problem = outcome.problems.all().first();
        QCOMPARE(problem.code, code);
        QVERIFY2(problem.message.contains(fragment), qPrintable(problem.message));
        QCOMPARE(problem.place, (Place{path("over.json"), input.line, input.column}));
        QCOMPARE(problem.cause, Cause::Input);
    }

    void aLongerCycleIsFound()
    {
        write("a.json", overlay("b.json", "", "other"));
        write("b.json", overlay("c.json", "", "other"));
        write("c.json", overlay("a.json", "", "other"));
        const auto outcome = read("a.json");
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().code, QStringLiteral("extends-cycle"));
        QCOMPARE(outcome.problems.all().first().place.file, path("c.json"));
    }

    void sixteenOverlaysAreTheMost()
    {
        QByteArray below = "base.json";
        QByteArray belowId = "test";
        for (int i = 1; i <= 17; ++i) {
            const QByteArray name = "o" + QByteArray::number(i) + ".json";
            write(name.constData(), overlay(below, "", belowId));
            below = name;
            belowId = "other";
        }
        QVERIFY2(bool(read("o16.json")), qPrintable(lines(read("o16.json").problems)));
        const auto outcome = read("o17.json");
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().code, QStringLiteral("too-many-overlays"));
        QCOMPARE(outcome.problems.all().first().cause, Cause::Limit);
    }

    void theLimitOfValuesHoldsForTheMergedWhole()
    {
        write("base.json", scenarioWith(" \"x-a\": [" + QByteArray("1,").repeated(60) + "1]"));
        write("over.json", overlay("base.json", "\"x-b\": [" + QByteArray("1,").repeated(60) + "1]"));
        QVERIFY(formats::readScenario(path("over.json"), {.limits = {.values = 160}, .format = {}}));
        const auto outcome =
            formats::readScenario(path("over.json"), {.limits = {.values = 100}, .format = {}});
        QVERIFY(!outcome);
        QVERIFY(outcome.problems.hasErrors(Cause::Limit));
    }

    void problemsOfAllFilesAreToldTogether()
    {
        write("base.json", agreementWith("\"perod\": 1"));
        write("over.json", overlay("base.json", R"("firms": {"gamma": null}, "sumary": "s")", "wrong"));
        const auto outcome = read("over.json");
        QStringList codes;
        for (const Problem &problem : outcome.problems.all())
            codes.append(problem.code);
        codes.sort();
        QCOMPARE(codes, (QStringList{QStringLiteral("base-id"), QStringLiteral("removes-nothing"),
                                     QStringLiteral("unknown-key"), QStringLiteral("unknown-key")}));
    }

    void standardInputHasNoFolder()
    {
        const auto outcome = formats::readScenario(overlay("base.json", ""), QStringLiteral("-"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().code, QStringLiteral("overlay-from-stdin"));
    }

    void relativePathsOfTheOverlayDoNotMatter()
    {
        write("over.json", overlay("base.json", ""));
        write("inner/out.json", overlay("../base.json", ""));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(path("inner")));
        const bool fromBelow = bool(formats::readScenario(QStringLiteral("../over.json")));
        const auto outside = formats::readScenario(QStringLiteral("out.json"));
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const bool fromHere = bool(formats::readScenario(QStringLiteral("over.json")));
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(fromBelow);
        QVERIFY(fromHere);
        QCOMPARE(outside.problems.all().first().code, QStringLiteral("extends-outside"));
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    Outcome<formats::ScenarioFile> read(const char *name) const { return formats::readScenario(path(name)); }

    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

ENTENTE_TEST(TestOverlays, QCoreApplication)

} // namespace tst_overlays

#include "tst_overlays.moc"
