#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "document/merge.h"
#include "formats/scenarioreader.h"
#include "support/bigscenario.h"
#include "support/registration.h"

namespace tst_largereading {

using namespace entente;

namespace {

QByteArray large()
{
    static const QByteArray text = tests::bigScenario({500, 1'000, 1});
    return text;
}

Outcome<formats::ScenarioFile> readWith(const formats::ReadOptions &options)
{
    return formats::readScenario(large(), QStringLiteral("large.entente.json"), options);
}

} // namespace

// Large files: their progress, cancelling, and the memory that they would take.
class TestLargeReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGeneratedScenarioIsFlawless()
    {
        const auto file = readWith({});
        QVERIFY2(bool(file), file ? "" : qPrintable(toLine(file.problems.all().first())));
        QVERIFY(!file.problems.hasErrors());
        QCOMPARE(file.value->scenario.firms.size(), 500);
        QCOMPARE(file.value->scenario.agreements.size(), 1'000);
        QCOMPARE(tests::bigScenario({500, 1'000, 1}), large());
        QVERIFY(tests::bigScenario({500, 1'000, 2}) != large());
    }

    void whatIsReadIsWrittenAgain()
    {
        const auto read = document::readJson(large(), QStringLiteral("a"), 0);
        QVERIFY(bool(read));
        const auto again = document::readJson(document::toCompactJson(*read.value), QStringLiteral("a"), 0);
        QVERIFY(bool(again));
        QVERIFY(read.value->sameJson(*again.value));
    }

    void progressComesToItsEnd()
    {
        document::ReadProgress progress;
        QVERIFY(bool(readWith({.limits = {}, .format = {}, .progress = &progress})));
        QCOMPARE(progress.done.load(), document::ReadProgress::whole);
    }

    void whatIsCancelledGivesNothing()
    {
        document::ReadProgress progress;
        progress.isCancelled = true;
        const auto file = readWith({.limits = {}, .format = {}, .progress = &progress});
        QVERIFY(!file);
        QCOMPARE(file.problems.all().last().code, QStringLiteral("cancelled"));
    }

    void tooLittleMemoryIsALimit()
    {
        formats::ReadOptions options;
        options.limits.memory = large().size() * 4;
        const auto file = readWith(options);
        QVERIFY(!file);
        QVERIFY(file.problems.hasErrors(Cause::Limit));
        const Problem &problem = file.problems.all().first();
        QCOMPARE(problem.code, QStringLiteral("too-little-memory"));
        QVERIFY(problem.message.contains(QStringLiteral("MiB of memory")));
    }

    void enoughMemoryIsNone()
    {
        formats::ReadOptions options;
        options.limits.memory = large().size() * 100;
        QVERIFY(bool(readWith(options)));
    }

    void everyDanglingReferenceIsToldWhereItStands()
    {
        QByteArray text = large();
        text.replace("{\"firm\": \"f499\"", "{\"firm\": \"nobody\"");
        text.replace("{\"firm\": \"f7\"", "{\"firm\": \"f7x\"");
        const auto file = formats::readScenario(text, QStringLiteral("dangling"));
        QVERIFY(!file);
        const auto tree = document::readJson(text, QStringLiteral("dangling"), 0);
        for (const Problem &problem : file.problems.all()) {
            if (problem.severity != Severity::Error)
                continue;
            QCOMPARE(problem.code, QStringLiteral("dangling-reference"));
            const document::Value *value = document::resolve(*tree.value, problem.path);
            QVERIFY2(value, qPrintable(problem.path));
            QCOMPARE(int(value->position().line), problem.place.line);
            QCOMPARE(int(value->position().column), problem.place.column);
        }
    }

    // A long patch is looked up in a table, a short one searched: both must come to the same.
    void aLongPatchDoesWhatItsMembersDo()
    {
        document::Value base = document::Value::object();
        document::Value patch = document::Value::object();
        for (int i = 0; i < 100; ++i) {
            base.add(QString::number(i), document::Value::number(QString::number(i)));
            if (i % 3 == 0)
                patch.add(QString::number(i), {});
            if (i % 3 == 1)
                patch.add(QString::number(i), document::Value::boolean(true));
            if (i % 3 == 2)
                patch.add(QStringLiteral("new%1").arg(i), document::Value::boolean(false));
        }
        ProblemList problems;
        document::Value atOnce = base;
        document::applyMergePatch(atOnce, patch, {QStringLiteral("a")}, problems);
        document::Value oneByOne = base;
        for (const document::Member &member : patch.members()) {
            document::Value single = document::Value::object();
            single.add(member.key, member.value);
            document::applyMergePatch(oneByOne, single, {QStringLiteral("a")}, problems);
        }
        QVERIFY(problems.isEmpty());
        QCOMPARE(document::toCompactJson(atOnce), document::toCompactJson(oneByOne));
        QCOMPARE(atOnce.members().size(), size_t(99)); // 34 went, 33 came
    }
};

ENTENTE_TEST(TestLargeReading, QCoreApplication)

} // namespace tst_largereading

#include "tst_largereading.moc"
