#include "core/formats/scenariotext.h"
#include "support/registration.h"

#include <QDir>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tst_badinput {

using namespace entente;
using namespace entente::test;

namespace {

QByteArray nested(int depth)
{
    return scenarioWith(R"( "x-deep": )" + QByteArray(depth, '[') + QByteArray(depth, ']'));
}

#ifdef Q_OS_LINUX
// No more than so many bytes of address space beyond what there is already, for as long as it lives.
class MemoryLimit
{
public:
    explicit MemoryLimit(qint64 more)
    {
        getrlimit(RLIMIT_AS, &m_before);
        QFile sizes(QStringLiteral("/proc/self/statm"));
        const bool isOpen = sizes.open(QIODevice::ReadOnly);
        const qint64 pages = isOpen ? sizes.readLine().split(' ').first().toLongLong() : 0;
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(pages * sysconf(_SC_PAGESIZE) + more);
        setrlimit(RLIMIT_AS, &limit);
    }
    ~MemoryLimit() { setrlimit(RLIMIT_AS, &m_before); }
    Q_DISABLE_COPY_MOVE(MemoryLimit)

private:
    rlimit m_before{};
};
#endif

} // namespace

// What is no scenario at all: every such input is one exact sentence and no scenario.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldByItsSentence_data()
    {
        QTest::addColumn<QByteArray>("marked");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("fragment");
        const auto row = [](const char *name, const QByteArray &marked, const char *code,
                            const char *fragment) {
            QTest::newRow(name) << marked << QString::fromLatin1(code) << QString::fromUtf8(fragment);
        };
        row("empty", "‸", "empty", "the file is empty");
        row("blank", "‸ \n\t\n", "empty", "the file is empty");
        row("only a byte order mark", "‸\xef\xbb\xbf", "empty", "the file is empty");
        row("HTML", "‸<!DOCTYPE html><html></html>", "html", "this is HTML or XML");
        row("Git LFS pointer", "‸version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
            "git-lfs-pointer", "Git LFS pointer");
        row("gzip", "\x1f\x8b\x08", "truncated", "gzip");
        row("UTF-16", QByteArray("‸") + QByteArray("\xff\xfe{\0}\0", 6), "not-utf-8", "UTF-16");
        row("Latin-1", scenarioWith(" \"x-name\": \"caf‸\xe9\""), "not-utf-8", "not valid UTF-8");
        row("overlong UTF-8", scenarioWith(" \"x-name\": \"é‸\xc0\xaf\""), "not-utf-8", "not valid UTF-8");
        row("NUL", scenarioWith(" \"x-name\": 1") + QByteArray("‸\0more", 8), "nul", "NUL");
        row("truncated in an object", "{\"format\": \"entente-scenario\",‸", "truncated", "the text ends");
        row("truncated in a string", "{\"format\": \"entente-sc‸", "truncated", "the text ends");
        row("truncated in a number", "{\"version\": 1‸", "truncated", "the text ends");
        row("text after the end", "{} ‸{}", "syntax", "more text after the end");
        row("missing comma", scenarioWith(" \"x-a\": 1 ‸\"x-b\": 2"), "syntax",
            "a comma or \"}\" was expected");
        row("missing colon", scenarioWith(" \"x-a\" ‸1"), "syntax", "a colon was expected");
        row("bare word", scenarioWith(" \"x-a\": ‸yes"), "syntax", "a JSON value was expected");
        row("NaN", scenarioWith(" \"x-a\": ‸NaN"), "not-finite", "NaN and Infinity");
        row("Infinity", scenarioWith(" \"x-a\": ‸Infinity"), "not-finite", "NaN and Infinity");
        row("half a surrogate pair", scenarioWith(R"( "x-a": "‸\ud83d")"), "syntax", "the \\u escape");
        row("line break in a string", scenarioWith(" \"x-a\": \"a‸\nb\""), "syntax", "control character");
        row("duplicate key", scenarioWith(" \"x-a\": 1,\n ‸\"x-a\": 2"), "duplicate-key",
            "the key \"x-a\" stands twice");
        row("no object", "‸[1, 2]", "wrong-type", "the file holds an array");
        row("foreign JSON", "‸{\"nodes\": []}", "not-a-scenario", "no Entente scenario");
        row("newer major version",
            R"({"format": "entente-scenario", "version": ‸"2.0", "id": "a", "title": "A"})", "newer-version",
            "version 2.0; this program reads up to version 1");
        row("version before the first",
            R"({"format": "entente-scenario", "version": ‸"0.9", "id": "a", "title": "A"})", "bad-version",
            "no version 0.9");
        row("version as a number",
            R"({"format": "entente-scenario", "version": ‸1.0, "id": "a", "title": "A"})", "bad-version",
            "not understood");
    }

    void isToldByItsSentence()
    {
        QFETCH(QByteArray, marked);
        QFETCH(QString, code);
        QFETCH(QString, fragment);
        const Marked input = unmark(marked);
        const auto outcome = formats::readScenario(input.text, QStringLiteral("bad.json"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.errorCount(), 1);
        const Problem &problem = outcome.problems.all().first();
        QCOMPARE(problem.code, code);
        QVERIFY2(problem.message.contains(fragment), qPrintable(toLine(problem)));
        const Place expected{QStringLiteral("bad.json"), input.line, input.column};
        QVERIFY2(problem.place == expected, qPrintable(toLine(problem)));
        QCOMPARE(problem.cause, Cause::Input);
    }

    void everyPrefixOfAScenarioIsRefused()
    {
        const QByteArray whole = agreementWith(R"("note": "é 漢 \u00e9")").trimmed();
        QVERIFY(formats::readScenario(whole, QStringLiteral("a.json")));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto outcome = formats::readScenario(whole.left(length), QStringLiteral("a.json"));
            QVERIFY2(!outcome && outcome.problems.hasErrors(), qPrintable(QString::number(length)));
        }
    }

    void limitsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("depth") << nested(30) << QStringLiteral("too-deep");
        QTest::newRow("depth far beyond") << nested(1'000'000) << QStringLiteral("too-deep");
        QTest::newRow("values") << scenarioWith(" \"x-many\": [" + QByteArray("1,").repeated(400) + "1]")
                                << QStringLiteral("too-many-values");
        QTest::newRow("bytes") << scenarioWith(" \"x-long\": \"" + QByteArray(2'100'000, 'a') + "\"")
                               << QStringLiteral("too-large");
    }

    void limitsAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const formats::ReadLimits limits{.bytes = 2'050'000, .depth = 25, .values = 300, .overlays = 16};
        const auto outcome = formats::readScenario(text, QStringLiteral("big.json"),
                                                   {.limits = limits, .format = {}, .mapping = {}});
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().first().code, code);
        QCOMPARE(outcome.problems.all().first().cause, Cause::Limit);
        QVERIFY(outcome.problems.hasErrors(Cause::Limit));
    }

    void theDepthLimitIsTheDeepestAllowed()
    {
        const auto atDepth = [](int limit) {
            return formats::readScenario(nested(9), QStringLiteral("a.json"),
                                         {.limits = {.depth = limit}, .format = {}, .mapping = {}});
        };
        QVERIFY(atDepth(10)); // nine arrays in the scenario's object
        QVERIFY(!atDepth(9));
    }

#if defined(Q_OS_LINUX) && !defined(ENTENTE_SANITIZED) // AddressSanitizer ends where memory does
    void aFileTakesNoMoreMemoryThanItHas()
    {
        QTemporaryDir folder;
        const QString small = folder.filePath(QStringLiteral("small.json"));
        const QString large = folder.filePath(QStringLiteral("large.json"));
        QFile file(small);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(agreementWith("\"note\": \"n\""));
        file.close();
        QFile sparse(large);
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(qint64(900) << 20));
        const MemoryLimit limit(qint64(200) << 20);
        QVERIFY(formats::readScenario(small));
        const auto refused = formats::readScenario(large);
        QVERIFY(!refused);
        QCOMPARE(refused.problems.all().first().code, QStringLiteral("too-little-memory"));
    }
#endif

    void filesThatCannotBeReadAreFileErrors_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QStringLiteral("/no/such/file.json") << QStringLiteral("no-such-file");
        QTest::newRow("directory") << QDir::tempPath() << QStringLiteral("is-directory");
#ifdef Q_OS_LINUX
        // Opens, but reading it at offset 0 fails, for the superuser too.
        QTest::newRow("unreadable") << QStringLiteral("/proc/self/mem") << QStringLiteral("unreadable");
#endif
    }

    void filesThatCannotBeReadAreFileErrors()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        const auto outcome = formats::readScenario(path);
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().size(), 1);
        QCOMPARE(outcome.problems.all().first().code, code);
        QCOMPARE(outcome.problems.all().first().cause, Cause::File);
        QCOMPARE(outcome.problems.all().first().place, (Place{path, 0, 0}));
    }
};

ENTENTE_TEST(TestBadInput, QCoreApplication)

} // namespace tst_badinput

#include "tst_badinput.moc"
