#include "core/formats/scenariotext.h"
#include "support/registration.h"

namespace tst_problems_of_meaning {

using namespace entente;
using namespace entente::test;

namespace {

void row(const char *name, const QByteArray &marked, const char *code, const char *path, const char *message,
         const char *hint = "")
{
    QTest::newRow(name) << marked << QString::fromLatin1(code) << QString::fromUtf8(path)
                        << QString::fromUtf8(message) << QString::fromUtf8(hint);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
}

// "p0", "p1" …, each part of the one before, of things that have these members.
QByteArray partsOfParts(int depth, const QByteArray &members)
{
    QByteArray text;
    for (int i = 0; i < depth; ++i) {
        const QByteArray whole =
            i > 0 ? ", \"part_of\": \"p" + QByteArray::number(i - 1) + '"' : QByteArray();
        text += (i > 0 ? ", \"p" : "\"p") + QByteArray::number(i) + "\": {" + members + whole + '}';
    }
    return text;
}

QByteArray firmsInFirms(int depth)
{
    return partsOfParts(depth, R"("name": "P", "kind": "division")");
}

QByteArray agreementsInAgreements(int depth)
{
    return partsOfParts(depth, R"("title": "P", "kind": "other", "cites": {"report": {}},
        "parties": [{"firm": "alpha", "role": "party"}])");
}

QByteArray amountsInAmounts(int depth)
{
    return partsOfParts(depth, R"("value": 1, "currency": "USD", "cites": {"report": {}})");
}

// The only problem of the marked text is the row's, at the mark; that its figures cite nothing is told where
// the row is about that.
void checkOnlyProblem(Severity severity)
{
    QFETCH(QByteArray, marked);
    QFETCH(QString, code);
    QFETCH(QString, path);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const Marked input = unmark(marked);
    const auto outcome = formats::readScenario(input.text, QStringLiteral("a.json"));
    QList<Problem> problems = outcome.problems.all();
    const QString uncited = QStringLiteral("figure-without-source");
    if (code != uncited)
        problems.removeIf([&](const Problem &problem) { return problem.code == uncited; });
    QVERIFY2(problems.size() == 1, qPrintable(lines(outcome.problems)));
    const Problem &problem = problems.first();
    const QByteArray told = toLine(problem).toUtf8();
    QCOMPARE(problem.code, code);
    QVERIFY2(problem.severity == severity, told.constData());
    QCOMPARE(problem.path, path);
    QVERIFY2((problem.place == Place{QStringLiteral("a.json"), input.line, input.column}), told.constData());
    QVERIFY2(problem.message.contains(message), told.constData());
    QVERIFY2(problem.hint.contains(hint), told.constData());
    QCOMPARE(bool(outcome), severity == Severity::Warning);
}

} // namespace

// JSON that is well formed, but says what can't be: each problem at the exact value it is about.
class TestProblemsOfMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAndTypes_data()
    {
        addColumns();
        row("unknown key", scenarioWith(R"( ‸"agrements": {})"), "unknown-key", "/agrements",
            "the scenario has no key \"agrements\"", "did you mean \"agreements\"?");
        row("unknown key of an agreement", agreementWith("‸\"perod\": \"2025\""), "unknown-key",
            "/agreements/deal/perod", "agreement \"deal\" has no key \"perod\"", "did you mean \"period\"?");
        row("unknown key of a cite", scenarioWith(R"( "defined_terms": {"a": {"name": "A",
  "cites": {"report": {‸"quotes": "x"}}}})"),
            "unknown-key", "/defined_terms/a/cites/report/quotes", "no key \"quotes\"",
            "did you mean \"quote\"?");
        row("a number for a string", scenarioWith(" \"summary\": ‸12"), "wrong-type", "/summary",
            "\"summary\" of the scenario is a number", "expected a string");
        row("an object for a string", scenarioWith(" \"license\": ‸{}"), "wrong-type", "/license",
            "is an object", "expected a string");
        row("a string for true or false", agreementWith("\"binding\": ‸\"yes\""), "wrong-type",
            "/agreements/deal/binding", "is a string", "expected true or false");
        row("an array for a map", scenarioWith(" \"views\": ‸[]"), "wrong-type", "/views", "is an array",
            "expected an object");
        row("a string for a thing", scenarioWith(R"( "views": {"main": ‸"x"})"), "wrong-type", "/views/main",
            "view \"main\" is a string", "expected an object");
        row("a string for an amount's value",
            agreementWith("\"amounts\": {\"a\": {\"value\": ‸\"5\", \"currency\": \"USD\"}}"), "wrong-type",
            "/agreements/deal/amounts/a/value", "is a string", "expected a number");
        row("a number for a firm's kind", R"({"format": "entente-scenario", "version": "1.0", "id": "a",
 "title": "A", "firms": {"b": {"name": "B", "kind": ‸7}}})",
            "wrong-type", "/firms/b/kind", "is a number", "expected a string");
        row("no name", R"({"format": "entente-scenario", "version": "1.0", "id": "a", "title": "A",
 "firms": {"b": ‸{"kind": "fund"}}})",
            "missing", "/firms/b", "firm \"b\" has no \"name\"");
        row("no title of the scenario",
            "‸{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"a\"}", "missing", "",
            "the scenario has no \"title\"");
        row("a blank name", scenarioWith(R"( "defined_terms": {"a": {"name": ‸"  "}})"), "missing",
            "/defined_terms/a/name", "is empty");
        row("an id in capitals", scenarioWith(R"( "defined_terms": {‸"API": {"name": "A"}})"), "bad-id",
            "/defined_terms/API", "\"API\" can't be an id", "small letters");
        row("an unknown word", agreementWith("\"evidence\": ‸\"reportd\""), "unknown-word",
            "/agreements/deal/evidence", "can't be \"reportd\"", "did you mean \"reported\"?");
        row("an unknown kind of clause", agreementWith("\"clauses\": {\"c\": {\"kind\": ‸\"exclusive\"}}"),
            "unknown-word", "/agreements/deal/clauses/c/kind", "can't be \"exclusive\"", "\"exclusivity\"");
        row("no parties", scenarioWith(R"( "agreements": {"d": {"title": "D", "kind": "merger",
  "parties": ‸[]}})"),
            "no-parties", "/agreements/d/parties", "agreement \"d\" has no parties");
        row("an address of no web page",
            scenarioWith(R"( "x-a": 1, "defined_terms": {}
})")
                .replace(R"("title": "Report")", "\"title\": \"Report\", \"url\": ‸\"javascript:alert(1)\"")
                .chopped(3),
            "bad-url", "/sources/report/url", "no web address", "https://");
        row("a place that is no pair", scenarioWith(R"( "views": {"main": {"places": {"alpha": ‸[1]}}})"),
            "bad-place", "/views/main/places/alpha", "no place", "[x, y]");
    }
    void keysAndTypes() { checkOnlyProblem(Severity::Error); }

    void datesAndFigures_data()
    {
        addColumns();
        row("month 13", scenarioWith(" \"as_of\": ‸\"2025-13\""), "bad-date", "/as_of",
            "there is no month 13");
        row("30 February", scenarioWith(" \"as_of\": ‸\"2025-02-30\""), "bad-date", "/as_of", "no day 30");
        row("a date in words", agreementWith("\"signed\": ‸\"May 2025\""), "bad-date",
            "/agreements/deal/signed", "not written like 2025");
        row("a date with cites", agreementWith("\"signed\": {\"value\": ‸\"2025-00\", \"cites\": {}}"),
            "bad-date", "/agreements/deal/signed/value", "there is no month 0");
        row("half a period", agreementWith("\"period\": ‸\"2025/\""), "bad-date", "/agreements/deal/period",
            "not written like");
        row("an inverted period", agreementWith("\"period\": ‸\"2025-10/2025-07\""), "inverted-period",
            "/agreements/deal/period", "ends before it starts", "start/end");
        row("an inverted period of a clause",
            agreementWith("\"clauses\": {\"c\": {\"kind\": \"other\", \"period\": ‸\"2026/2025\"}}"),
            "inverted-period", "/agreements/deal/clauses/c/period", "ends before it starts");
        row("1e400", agreementWith("\"amounts\": {\"a\": {\"value\": ‸1e400, \"currency\": \"USD\"}}"),
            "bad-number", "", "the number is too large", "15 digits");
        row("1e40", agreementWith("\"amounts\": {\"a\": {\"value\": ‸1e40, \"currency\": \"USD\"}}"),
            "bad-number", "/agreements/deal/amounts/a/value", "exponent", "15 digits");
        row("sixteen digits",
            agreementWith("\"amounts\": {\"a\": {\"value\": ‸1234567890123456, \"currency\": \"USD\"}}"),
            "bad-number", "/agreements/deal/amounts/a/value", "more than 15 significant digits");
        row("less than nothing",
            agreementWith("\"amounts\": {\"a\": {\"value\": ‸-5, \"currency\": \"USD\"}}"), "bad-number",
            "/agreements/deal/amounts/a/value", "less than nothing");
        row("an unknown currency",
            agreementWith("\"amounts\": {\"a\": {\"value\": 5, \"currency\": ‸\"USDT\"}}"),
            "unknown-currency", "/agreements/deal/amounts/a/currency", "\"USDT\" is no currency", "ISO 4217");
        row("neither currency nor unit", agreementWith("\"amounts\": {\"a\": ‸{\"value\": 5}}"), "missing",
            "/agreements/deal/amounts/a", "neither a currency nor a unit");
        row("both currency and unit",
            agreementWith("\"amounts\": {\"a\": ‸{\"value\": 5, \"currency\": \"USD\", \"unit\": \"GW\"}}"),
            "currency-and-unit", "/agreements/deal/amounts/a", "both a currency and a unit");
        row("no value", agreementWith("\"amounts\": {\"a\": ‸{\"currency\": \"USD\"}}"), "missing",
            "/agreements/deal/amounts/a", "has no \"value\"", "undisclosed");
        row("more than all", agreementWith("\"stake\": {\"economic\": ‸101}"), "bad-number",
            "/agreements/deal/stake/economic", "can't be 101", "from 0 to 100");
        row("half a seat", agreementWith("\"stake\": {\"board_seats\": ‸1.5}"), "bad-number",
            "/agreements/deal/stake/board_seats", "can't be 1.5", "whole number");
    }
    void datesAndFigures() { checkOnlyProblem(Severity::Error); }

    void references_data()
    {
        addColumns();
        row("a firm",
            agreementWith("\"amounts\": {\"a\": {\"value\": 5, \"currency\": \"USD\", \"from\": ‸\"alpa\"}}"),
            "dangling-reference", "/agreements/deal/amounts/a/from", "there is no firm \"alpa\"",
            "did you mean \"alpha\"?");
        row("an empty firm",
            agreementWith("\"amounts\": {\"a\": {\"value\": 5, \"currency\": \"USD\", \"to\": ‸\"\"}}"),
            "dangling-reference", "/agreements/deal/amounts/a/to", "there is no firm \"\"");
        row("a defined term",
            agreementWith("\"clauses\": {\"c\": {\"kind\": \"other\", \"action\": ‸\"call\"}}"),
            "dangling-reference", "/agreements/deal/clauses/c/action", "no firm or defined term \"call\"");
        row("an agreement", agreementWith("\"amends\": [\"deal\", ‸\"old\"]"), "dangling-reference",
            "/agreements/deal/amends/1", "there is no agreement \"old\"");
        row("a clause", agreementWith("\"supersedes\": [‸\"deal/first\"]"), "dangling-reference",
            "/agreements/deal/supersedes/0", "no agreement or clause \"deal/first\"");
        row("a source, at its key", scenarioWith(R"( "defined_terms": {"a": {"name": "A",
  "cites": {‸"repport": {}}}})"),
            "dangling-reference", "/defined_terms/a/cites/repport", "there is no source \"repport\"",
            "did you mean \"report\"?");
        row("an amount",
            agreementWith(
                "\"amounts\": {\"a\": {\"value\": 5, \"currency\": \"USD\", \"part_of\": ‸\"all\"}}"),
            "dangling-reference", "/agreements/deal/amounts/a/part_of",
            "agreement \"deal\" has no amount \"all\"");
        row("an amount of another agreement",
            agreementWith(
                "\"amounts\": {\"a\": {\"value\": 5, \"currency\": \"USD\", \"part_of\": ‸\"round/all\"}}"),
            "dangling-reference", "/agreements/deal/amounts/a/part_of", "there is no agreement \"round\"");
        row("a wider term", scenarioWith(R"( "defined_terms": {"a": {"name": "A",
  "narrower_than": {"b": ‸{"reading": "agreed"}}}})"),
            "dangling-reference", "/defined_terms/a/narrower_than/b", "\"b\"");
        row("a name for two", scenarioWith(R"( "defined_terms": {"alpha": ‸{"name": "A"}})"), "id-used-twice",
            "/defined_terms/alpha", "both a firm and a defined term", "one name space");
    }
    void references() { checkOnlyProblem(Severity::Error); }

    void cycles_data()
    {
        addColumns();
        row("a firm of itself", R"({"format": "entente-scenario", "version": "1.0", "id": "a", "title": "A",
 "firms": {"b": {"name": "B", "kind": "company", "part_of": ‸"b"}}})",
            "part-of-cycle", "/firms/b/part_of", "\"b\" is part of itself: b → b");
        row("three firms", R"({"format": "entente-scenario", "version": "1.0", "id": "a", "title": "A",
 "firms": {"root": {"name": "R", "kind": "company", "part_of": "b"},
  "b": {"name": "B", "kind": "company", "part_of": ‸"c"},
  "c": {"name": "C", "kind": "company", "part_of": "b"}}})",
            "part-of-cycle", "/firms/b/part_of", "b → c → b");
        row("an agreement", agreementWith("\"part_of\": ‸\"deal\""), "part-of-cycle",
            "/agreements/deal/part_of", "part of itself");
        row("amounts", agreementWith(R"("amounts": {
   "a": {"value": 5, "currency": "USD", "part_of": ‸"deal/b"}, "b": {"value": 5, "currency": "USD", "part_of": "a"}})"),
            "part-of-cycle", "/agreements/deal/amounts/a/part_of", "part of itself");
    }
    void cycles() { checkOnlyProblem(Severity::Error); }

    void anImaginedFigureNeedsNoSource()
    {
        const QByteArray text = agreementWith("\"amounts\": {\"a\": {\"value\": 5, \"currency\": \"USD\"}}");
        QVERIFY(!formats::readScenario(text, QStringLiteral("a.json")).problems.isEmpty());
        QByteArray imagined = text;
        imagined.replace("\"version\"", "\"hypothetical\": true, \"version\"");
        QVERIFY(formats::readScenario(imagined, QStringLiteral("a.json")).problems.isEmpty());
    }

    void warnings_data()
    {
        addColumns();
        row("terms narrower than each other", scenarioWith(R"( "defined_terms": {
  "a": {"name": "A", "narrower_than": {"b": {}}},
  "b": {"name": "B", "narrower_than": {"c": {}, "d": {}}},
  "c": {"name": "C"}, "d": {"name": "D", "narrower_than": {"b": ‸{}}}})"),
            "narrower-than-cycle", "/defined_terms/d/narrower_than/b", "b → d → b");
        row("a figure without a source",
            agreementWith("\"amounts\": {\"a\": ‸{\"value\": 5, \"currency\": \"USD\"}}")
                .replace("\"cites\": {\"report\": {}},", ""),
            "figure-without-source", "/agreements/deal/amounts/a", "cites no source");
        row("a figure without a source, of an agreement that has one",
            agreementWith("\"amounts\": {\"a\": ‸{\"value\": 5, \"currency\": \"USD\"}}"),
            "figure-without-source", "/agreements/deal/amounts/a", "cites no source");
        row("a clause without a bearer",
            agreementWith(
                R"("clauses": {"c": ‸{"kind": "other", "modality": "obligation", "action": "beta"}})"),
            "clause-not-compared", "/agreements/deal/clauses/c", "names no bearer");
        row("a clause without an action",
            agreementWith(
                R"("clauses": {"c": ‸{"kind": "other", "modality": "obligation", "bearer": "beta"}})"),
            "clause-not-compared", "/agreements/deal/clauses/c", "names no action");
        row("an only channel without a bearer",
            agreementWith(
                R"("clauses": {"c": ‸{"kind": "other", "action": "beta", "only_through": "beta"}})"),
            "clause-not-compared", "/agreements/deal/clauses/c", "names no bearer");
        row("a condition that is met, but denied", agreementWith(R"("clauses": {"c": {"kind": "other",
  "condition": ‸{"text": "rain", "state": "met", "positions": {"p": {"by": "beta", "stance": "denies"}}}}})"),
            "condition-and-positions", "/agreements/deal/clauses/c/condition", "the positions say otherwise");
        row("an amount's condition, disputed by one side", agreementWith(R"("amounts": {"a": {"value": 5,
  "currency": "USD", "condition": ‸{"text": "rain", "state": "disputed",
  "positions": {"p": {"by": "beta", "stance": "denies"}}}}})"),
            "condition-and-positions", "/agreements/deal/amounts/a/condition", "the positions say otherwise");
        row("ended, but when",
            agreementWith("\"period\": \"2019/..\"")
                .replace("\"status\": \"signed\"", "\"status\": ‸\"terminated\""),
            "ended-without-end", "/agreements/deal/status", "its period has no end");
        row("a clause ended, but when",
            agreementWith("\"clauses\": {\"c\": {\"kind\": \"other\", \"status\": ‸\"waived\"}}"),
            "ended-without-end", "/agreements/deal/clauses/c/status", "clause \"c\" is waived");
        row("a status of proceedings",
            agreementWith("\"note\": \"\"").replace("\"status\": \"signed\"", "\"status\": ‸\"filed\""),
            "status-of-proceedings", "/agreements/deal/status", "no proceeding");
        row("an unknown role", agreementWith("\"note\": \"\"").replace("\"customer\"", "‸\"buyer\""),
            "unknown-role", "/agreements/deal/parties/0/role", "\"buyer\" is no role");
        row("agreed, but denied", scenarioWith(R"( "defined_terms": {"a": {"name": "A"}, "b": {"name": "B",
  "narrower_than": {"a": ‸{"reading": "agreed", "positions": {"p": {"by": "beta", "stance": "denies"}}}}}})"),
            "reading-and-positions", "/defined_terms/b/narrower_than/a", "the positions say otherwise");
        row("a newer minor version", R"({"format": "entente-scenario", "version": ‸"1.7", "id": "a",
 "title": "A"})",
            "newer-minor-version", "/version", "version 1.7");
    }
    void warnings() { checkOnlyProblem(Severity::Warning); }

    void allAreToldInOnePassInTheirOrder()
    {
        const QByteArray text = agreementWith(R"("period": "2025-13", "amounts": {"a": {"value": 1e40,
   "currency": "XXY"}}, "perod": 1, "positions": {"p": {"by": "gamma"}})");
        const auto outcome = formats::readScenario(text, QStringLiteral("a.json"));
        QStringList codes;
        for (const Problem &problem : outcome.problems.all())
            codes.append(problem.code);
        const QStringList expected{QStringLiteral("bad-date"),    QStringLiteral("figure-without-source"),
                                   QStringLiteral("bad-number"),  QStringLiteral("unknown-currency"),
                                   QStringLiteral("unknown-key"), QStringLiteral("dangling-reference")};
        QVERIFY(!outcome);
        QCOMPARE(codes, expected);
    }

    void partsAreNestedNoDeeperThanAnybodyReads_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("as deep as may be") << 100 << true;
        QTest::newRow("deeper") << 101 << false;
        QTest::newRow("far deeper") << 5'000 << false;
    }

    void partsAreNestedNoDeeperThanAnybodyReads()
    {
        QFETCH(int, depth);
        QFETCH(bool, isFine);
        const std::pair<QByteArray, QString> texts[] = {
            {scenarioWith("\"agreements\": {}")
                 .replace("\"firms\": {", "\"firms\": {" + firmsInFirms(depth) + ','),
             QStringLiteral("/firms/p100/part_of")},
            {scenarioWith("\"agreements\": {" + agreementsInAgreements(depth) + '}'),
             QStringLiteral("/agreements/p100/part_of")},
            {agreementWith("\"amounts\": {" + amountsInAmounts(depth) + '}'),
             QStringLiteral("/agreements/deal/amounts/p100/part_of")}};
        for (const auto &[text, path] : texts) {
            const auto outcome = formats::readScenario(text, QStringLiteral("a.json"));
            QVERIFY2(bool(outcome) == isFine, qPrintable(lines(outcome.problems)));
            if (isFine)
                continue;
            QCOMPARE(outcome.problems.errorCount(), 1);
            QCOMPARE(outcome.problems.all().first().code, QStringLiteral("nested-too-deeply"));
            QCOMPARE(outcome.problems.all().first().path, path);
        }
    }

    void whatANewerMinorAddsIsAWarning()
    {
        const auto outcome = formats::readScenario(agreementWith("\"mood\": 1").replace("\"1.0\"", "\"1.1\""),
                                                   QStringLiteral("a.json"));
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        QCOMPARE(outcome.problems.warningCount(), 2);
        QCOMPARE(outcome.problems.all().last().code, QStringLiteral("unknown-key"));
    }
};

ENTENTE_TEST(TestProblemsOfMeaning, QCoreApplication)

} // namespace tst_problems_of_meaning

#include "tst_problems_of_meaning.moc"
