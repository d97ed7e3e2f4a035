#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "document/merge.h"
#include "support/registration.h"

namespace tst_setting {

using namespace entente;
using namespace entente::document;

// Setting values by JSON Pointer.
class TestSetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsWhatThePointerNames_data()
    {
        QTest::addColumn<QByteArray>("root");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *root, const char *pointer, const char *value,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(root) << QString::fromLatin1(pointer) << QByteArray(value)
                                << QByteArray(expected);
        };
        row("a member", R"({"a":1,"b":2})", "/a", "3", R"({"a":3,"b":2})");
        row("a new member, last", R"({"b":2})", "/a", "3", R"({"b":2,"a":3})");
        row("missing parents", "{}", "/a/b/c", "true", R"({"a":{"b":{"c":true}}})");
        row("a scalar on the way gives way", R"({"a":"x"})", "/a/b", "1", R"({"a":{"b":1}})");
        row("null stays", "{}", "/a/b", "null", R"({"a":{"b":null}})");
        row("escaped keys", "{}", "/a~1b/c~0d", "1", R"({"a/b":{"c~d":1}})");
        row("an item", R"({"a":[1,2]})", "/a/1", "3", R"({"a":[1,3]})");
        row("the root", R"({"a":1})", "", "[1]", "[1]");
    }

    void setsWhatThePointerNames()
    {
        QFETCH(QByteArray, root);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        Value changed = parsed(root);
        QVERIFY(setAt(changed, pointer, parsed(value)));
        QCOMPARE(toCompactJson(changed), toCompactJson(parsed(expected)));
        QVERIFY(resolve(changed, pointer)->sameJson(parsed(value)));
    }

    void leavesArraysAsLongAsTheyAre()
    {
        Value root = parsed(R"({"a":[1]})");
        QVERIFY(!setAt(root, u"/a/1", parsed("2")));
        QVERIFY(!setAt(root, u"/a/-/b", parsed("2")));
        QCOMPARE(toCompactJson(root), toCompactJson(parsed(R"({"a":[1]})")));
    }

    void makesMergePatches()
    {
        Value patch = Value::object();
        QVERIFY(setAt(patch, u"/a/b", {}));
        QVERIFY(setAt(patch, u"/a/c", parsed("1")));
        Value target = parsed(R"({"a":{"b":2,"d":3}})");
        ProblemList problems;
        applyMergePatch(target, patch, {}, problems);
        QVERIFY(problems.isEmpty());
        QVERIFY(target.sameJson(parsed(R"({"a":{"d":3,"c":1}})")));
    }

private:
    static Value parsed(const QByteArray &text)
    {
        return readJson(text, QStringLiteral("a"), 0).value.value_or(Value());
    }
};

ENTENTE_TEST(TestSetting, QCoreApplication)

} // namespace tst_setting

#include "tst_setting.moc"
