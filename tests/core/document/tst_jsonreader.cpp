#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "generated.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace tst_jsonreader {

using namespace entente;
using namespace entente::document;

namespace {

Outcome<Value> read(const QByteArray &text)
{
    return readJson(text, QStringLiteral("a.json"), 3);
}

// What a second reader, written by others, says of a text.
bool isJson(const QByteArray &text)
{
    constexpr unsigned flags = rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream stream(text.constData(), size_t(text.size()));
    rapidjson::BaseReaderHandler<> nobody;
    return !rapidjson::Reader().Parse<flags>(stream, nobody).IsError();
}

// A text with a few letters changed, left out or added.
QByteArray disturbed(QByteArray text, QRandomGenerator &random)
{
    static const QByteArray letters("{}[]\",:/*\\ue+-.019 \n\ttrfalsn");
    for (int change = random.bounded(3); change >= 0 && !text.isEmpty(); --change) {
        const auto at = random.bounded(int(text.size()));
        const QByteArray letter(1, letters.at(random.bounded(int(letters.size()))));
        text.replace(at, random.bounded(2), random.bounded(3) == 0 ? QByteArray() : letter);
    }
    return text;
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLenientInSyntax_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("strict") << QByteArray(R"({"a": [1, "b", true, null]})");
        QTest::newRow("line comments") << QByteArray("// x {\n{\"a\": // \"\n[1, \"b\", true, null]} // }");
        QTest::newRow("block comments")
            << QByteArray("/* \" **/{\"a\": /***/ [1, \"b\", /* * / */ true, null]}");
        QTest::newRow("trailing commas") << QByteArray(R"({"a": [1, "b", true, null,],})");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"a\": [1, \"b\", true, null]}");
        QTest::newRow("escapes") << QByteArray("{\"\\u0061\": [1, \"\\u0062\", true, null]}");
        QTest::newRow("Windows line ends") << QByteArray("{\"a\":\r\n[1, \"b\", true,\r\nnull]}\r\n");
    }

    void isLenientInSyntax()
    {
        QFETCH(QByteArray, text);
        const auto outcome = read(text);
        QVERIFY2(bool(outcome), qPrintable(outcome ? QString() : toLine(outcome.problems.all().first())));
        QCOMPARE(toCompactJson(*outcome.value), R"({"a": [1, "b", true, null]})");
    }

    void everyValueKnowsItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<quint32>("line");
        QTest::addColumn<quint32>("column");
        const auto row = [](const char *name, const QByteArray &text, const char *pointer, quint32 line,
                            quint32 column) {
            QTest::newRow(name) << text << QString::fromLatin1(pointer) << line << column;
        };
        row("root", "{}", "", 1, 1);
        row("after a comment", "/* {\n [ */ {}", "", 2, 7);
        row("after a byte order mark", "\xef\xbb\xbf{}", "", 1, 1);
        row("number", R"({"a": -12})", "/a", 1, 7);
        row("string with brackets", "{\"a\": \"{[\\\"\", \"b\": 1}", "/b", 1, 20);
        row("word", "{\"a\":\n\n  true}", "/a", 3, 3);
        row("array", R"({"a": [[1], [2]]})", "/a", 1, 7);
        row("array in an array", R"({"a": [[1], [2]]})", "/a/1", 1, 13);
        row("its item", R"({"a": [[1], [2]]})", "/a/1/0", 1, 14);
        row("columns are code points", "{\"é漢😀\": 1, \"a\": 2}", "/a", 1, 17);
        row("tabs count as one", "{\t\t\"a\":\t{}}", "/a", 1, 9);
        row("after a trailing comma", "{\"a\": [1,], \"b\": [2]}", "/b", 1, 18);
        row("after a line comment", "{\"a\": 1, // 5\n\"b\": 7}", "/b", 2, 6);
    }

    void everyValueKnowsItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(quint32, line);
        QFETCH(quint32, column);
        const auto outcome = read(text);
        QVERIFY(bool(outcome));
        const Value *value = resolve(*outcome.value, pointer);
        QVERIFY(value);
        QCOMPARE(value->position().line, line);
        QCOMPARE(value->position().column, column);
        QCOMPARE(value->position().file, 3u);
    }

    void keysKnowTheirPlaceAndOrder()
    {
        const auto outcome = read("{\"b\": 1,\n \"a\": 2}");
        const auto &members = outcome.value->members();
        QCOMPARE(members[0].key, QStringLiteral("b"));
        QCOMPARE(members[1].key, QStringLiteral("a"));
        QCOMPARE(members[1].keyPosition, (Position{3, 2, 2}));
    }

    void everyDuplicateKeyIsToldWithBothPlaces()
    {
        const auto outcome = read("{\"x\": [{\"a/b\": 1,\n\"a/b\": 2}],\n\"y\": 1, \"y\": 2}");
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.errorCount(), 2);
        const Problem &inner = outcome.problems.all().first();
        QCOMPARE(inner.path, QStringLiteral("/x/0/a~1b"));
        QCOMPARE(inner.place, (Place{QStringLiteral("a.json"), 2, 1}));
        QVERIFY(inner.hint.contains(QLatin1String("line 1, column 9")));
        QCOMPARE(outcome.problems.all().last().path, QStringLiteral("/y"));
    }

    void takesWhatIsJsonAndNothingElse()
    {
        QRandomGenerator random(7);
        int taken = 0;
        for (quint32 seed = 0; seed < 4'000; seed += entente::test::everyNth) {
            const QByteArray text =
                disturbed(toCompactJson(entente::test::Generator(seed).object(3)), random);
            const auto outcome = read(text);
            const bool isPlainlyRefused =
                !outcome && outcome.problems.all().first().code != QLatin1String("duplicate-key") &&
                outcome.problems.all().first().code != QLatin1String("not-utf-8");
            if (outcome)
                QVERIFY2(isJson(text), text);
            if (isPlainlyRefused)
                QVERIFY2(!isJson(text), text);
            taken += outcome ? 1 : 0;
        }
        QVERIFY(taken > 200 / entente::test::everyNth &&
                taken < 3'800 / entente::test::everyNth); // both sides were tried
    }

    void extremesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("exponent") << QByteArray("[1e999]");
        QTest::newRow("digits") << QByteArray("[1" + QByteArray(400, '0') + "]");
        QTest::newRow("half a surrogate pair") << QByteArray(R"(["\ud83d"])");
        QTest::newRow("the other half") << QByteArray(R"(["\ude00"])");
        QTest::newRow("no hexadecimal digits") << QByteArray(R"(["\u00g0"])");
        QTest::newRow("unknown escape") << QByteArray(R"(["\x"])");
        QTest::newRow("comment without end") << QByteArray("[1 /* ]");
    }

    void extremesAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto outcome = read(text);
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().place.line, 1);
    }

    void pointersAreResolved()
    {
        const auto outcome = read(R"({"a/b": {"m~n": [1, 2]}, "": 3})");
        const Value &root = *outcome.value;
        QCOMPARE(resolve(root, u"/a~1b/m~0n/1")->text(), QStringLiteral("2"));
        QCOMPARE(resolve(root, u"/")->text(), QStringLiteral("3"));
        QCOMPARE(resolve(root, u""), &root);
        QVERIFY(!resolve(root, u"/a~1b/m~0n/2"));
        QVERIFY(!resolve(root, u"/no"));
        QCOMPARE(&nearest(root, u"/a~1b/no/deeper"), resolve(root, u"/a~1b"));
        QCOMPARE(childPointer(QString(), QStringLiteral("a/b~c")), QStringLiteral("/a~1b~0c"));
    }

    void aMillionBracketsDoNotExhaustTheStack()
    {
        const auto outcome = read(QByteArray(1'000'000, '['));
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().code, QStringLiteral("too-deep"));
        QCOMPARE(outcome.problems.all().first().cause, Cause::Limit);
    }
};

ENTENTE_TEST(TestJsonReader, QCoreApplication)

} // namespace tst_jsonreader

#include "tst_jsonreader.moc"
