#include "core/document/generated.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "document/merge.h"
#include "support/registration.h"

namespace tst_merge {

using namespace entente;
using namespace entente::document;

namespace {

Value parsed(const QByteArray &text, quint32 file = 0)
{
    return readJson(text, QStringLiteral("a"), file).value.value_or(Value());
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 7396, appendix A, without the cases that remove what isn't there.
    void followsTheStandard_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *target, const char *patch, const char *expected) {
            QTest::addRow("%s + %s", target, patch)
                << QByteArray(target) << QByteArray(patch) << QByteArray(expected);
        };
        row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
        row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
        row(R"({"a":"b"})", R"({"a":null})", "{}");
        row(R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
        row(R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
        row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
        row(R"({"a":{"b":"c","x":"y"}})", R"({"a":{"b":"d","x":null}})", R"({"a":{"b":"d"}})");
        row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
        row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
        row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
        row(R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})");
        row("[1,2]", R"({"a":"b","c":null})", R"({"a":"b"})");
        row("{}", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
    }

    void followsTheStandard()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, expected);
        Value merged = parsed(target);
        ProblemList problems;
        applyMergePatch(merged, parsed(patch), {QStringLiteral("a")}, problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(toCompactJson(merged), toCompactJson(parsed(expected)));
    }

    void keepsThePlaceOfEveryValue()
    {
        Value merged = parsed("{\"a\": 1,\n \"b\": {\"c\": 2}}", 0);
        ProblemList problems;
        applyMergePatch(merged, parsed("\n{\"b\": {\"c\": 3, \"d\": 4}}", 1), {}, problems);
        QCOMPARE(resolve(merged, u"/a")->position(), (Position{0, 1, 7}));
        QCOMPARE(resolve(merged, u"/b")->position(), (Position{0, 2, 7}));
        QCOMPARE(resolve(merged, u"/b/c")->position(), (Position{1, 2, 13}));
        QCOMPARE(resolve(merged, u"/b/d")->position(), (Position{1, 2, 21}));
    }

    void removingWhatIsNotThereIsTold()
    {
        Value merged = parsed(R"({"a": {"b": 1}})");
        ProblemList problems;
        applyMergePatch(merged, parsed("{\"a\":\n {\"c\": null, \"b\": null}}", 1),
                        {QStringLiteral("base"), QStringLiteral("over")}, problems);
        QCOMPARE(problems.errorCount(), 1);
        QCOMPARE(problems.all().first().code, QStringLiteral("removes-nothing"));
        QCOMPARE(problems.all().first().path, QStringLiteral("/a/c"));
        QCOMPARE(problems.all().first().place, (Place{QStringLiteral("over"), 2, 3}));
        QVERIFY(!resolve(merged, u"/a/b")); // the rest of the patch is applied
    }

    void aDifferenceAppliedGivesTheTarget()
    {
        for (quint32 seed = 0; seed < 500; ++seed) {
            const Value base = test::Generator(seed).object(4);
            const Value target = test::Generator(seed + 1000).object(4);
            Value merged = base;
            ProblemList problems;
            applyMergePatch(merged, mergePatchBetween(base, target), {}, problems);
            QVERIFY2(problems.isEmpty(), qPrintable(QString::number(seed)));
            QVERIFY2(merged.sameJson(target), toCompactJson(merged).constData());
        }
    }

    void whatIsTheSameDiffersInNothing()
    {
        for (quint32 seed = 0; seed < 100; ++seed) {
            const Value value = test::Generator(seed).object(4);
            QCOMPARE(toCompactJson(mergePatchBetween(value, value)), "{}");
        }
        QCOMPARE(toCompactJson(mergePatchBetween(parsed(R"({"a":1,"b":2})"), parsed(R"({"b":2,"a":1})"))),
                 "{}");
    }
};

ENTENTE_TEST(TestMerge, QCoreApplication)

} // namespace tst_merge

#include "tst_merge.moc"
