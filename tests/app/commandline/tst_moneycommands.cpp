#include "app/commandline/programrunner.h"
#include "support/registration.h"

namespace tst_moneycommands {

using entente::document::Value;
using namespace entente::test;

// `circles` and `flows`: their contract, and the words for people.
class TestMoneyCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void circlesKeepTheirContract();
    void flowsKeepTheirContract();
    void addUpTheBundledScenario_data();
    void addUpTheBundledScenario();
    void tellsPeopleToo_data();
    void tellsPeopleToo();
    void boundsTheLength();
    void endsWithItsDocumentedCode_data();
    void endsWithItsDocumentedCode();
};

namespace {

const Value &firstOf(const Value &object, QStringView key)
{
    return object.find(key)->items().front().value;
}

// One who pays another back in a ring of three.
const QByteArray ring =
    R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "firms": {
 "a": {"name": "A", "kind": "company"}, "b": {"name": "B", "kind": "company"}, "c": {"name": "C", "kind": "company"}},
 "agreements": {
 "x": {"title": "X", "kind": "investment", "status": "signed", "parties": [{"firm": "a", "role": "investor"}, {"firm": "b", "role": "investee"}],
  "amounts": {"m": {"value": 3, "currency": "EUR", "condition": "it is listed"}}},
 "y": {"title": "Y", "kind": "loan", "status": "signed", "parties": [{"firm": "b", "role": "lender"}, {"firm": "c", "role": "borrower"}],
  "amounts": {"m": {"value": 2, "currency": "EUR"}}},
 "z": {"title": "Z", "kind": "purchase", "status": "signed", "parties": [{"firm": "c", "role": "customer"}, {"firm": "a", "role": "supplier"}],
  "amounts": {"m": {"value": 1, "currency": "EUR"}}},
 "w": {"title": "W", "kind": "strategic_alliance", "status": "signed", "parties": [{"firm": "a", "role": "partner"}, {"firm": "b", "role": "partner"}, {"firm": "c", "role": "partner"}],
  "amounts": {"m": {"value": 5, "currency": "EUR"}}}}})";

} // namespace

void TestMoneyCommands::circlesKeepTheirContract()
{
    const Run run =
        runProgram({QStringLiteral("circles"), QStringLiteral("-"), QStringLiteral("--json")}, ring);
    QCOMPARE(run.code, 0);
    const Value json = parsedJson(run.out);
    QVERIFY(keysOf(json).startsWith(QLatin1String("format version circles complete")));
    QCOMPARE(json.find(u"format")->text(), QStringLiteral("entente-circles"));
    QVERIFY(json.find(u"complete")->truth());
    // Also found are rings of two, which the alliance may close.
    const auto &circles = json.find(u"circles")->items();
    const auto found =
        std::find_if(circles.begin(), circles.end(), [](const entente::document::Member &circle) {
            return circle.value.find(u"groups")->items().size() == 3;
        });
    QVERIFY(found != circles.end());
    const Value &circle = found->value;
    QCOMPARE(keysOf(circle),
             QStringLiteral("verdict groups legs smallest_leg depends_on smallest_leg_at_most"));
    QCOMPARE(circle.find(u"verdict")->text(), QStringLiteral("possible"));
    QCOMPARE(circle.find(u"smallest_leg")->find(u"value")->text(), QStringLiteral("1"));
    QCOMPARE(keysOf(firstOf(circle, u"depends_on")), QStringLiteral("fact affirmed_by denied_by sentence"));
    QCOMPARE(firstOf(circle, u"depends_on").find(u"fact")->text(),
             QStringLiteral("/agreements/x/amounts/m/condition"));
    const Value &leg = firstOf(circle, u"legs");
    QCOMPARE(keysOf(leg), QStringLiteral("from to flows"));
    const Value &flow = firstOf(leg, u"flows");
    QVERIFY(keysOf(flow).startsWith(QLatin1String("agreement from to amount instrument status")));
    QCOMPARE(keysOf(*flow.find(u"amount")), QStringLiteral("value currency qualifier"));
    QVERIFY(flow.find(u"amount")->find(u"value")->isString());
}

void TestMoneyCommands::flowsKeepTheirContract()
{
    const Run run =
        runProgram({QStringLiteral("flows"), QStringLiteral("-"), QStringLiteral("--json")}, ring);
    QCOMPARE(run.code, 0);
    const Value json = parsedJson(run.out);
    QVERIFY(keysOf(json).startsWith(QLatin1String("format version firms groups unattributed")));
    QCOMPARE(json.find(u"format")->text(), QStringLiteral("entente-flows"));
    const Value &firm = firstOf(json, u"firms");
    QCOMPARE(keysOf(firm), QStringLiteral("firm in out"));
    const Value &line = firstOf(firm, u"in");
    QVERIFY(keysOf(line).startsWith(
        QLatin1String("instrument currency total counts undisclosed counterparties")));
    QCOMPARE(keysOf(*line.find(u"counts")), QStringLiteral("exact about up_to at_least"));
    QVERIFY(keysOf(firstOf(line, u"counterparties")).startsWith(QLatin1String("firm total share")));
    const Value &unattributed = firstOf(json, u"unattributed");
    QVERIFY(keysOf(unattributed).startsWith(QLatin1String("agreement amount")));
    QCOMPARE(unattributed.find(u"agreement")->text(), QStringLiteral("w"));
}

void TestMoneyCommands::addUpTheBundledScenario_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("equity"); // into OpenAI
    QTest::newRow("by default March 2026") << QString() << QStringLiteral("51000000000");
    QTest::newRow("at any date") << QStringLiteral("any") << QStringLiteral("111000000000"); // the round once
    QTest::newRow("2020") << QStringLiteral("2020") << QStringLiteral("1000000000");
}

void TestMoneyCommands::addUpTheBundledScenario()
{
    QFETCH(QString, asOf);
    QFETCH(QString, equity);
    QStringList arguments{QStringLiteral("flows"), bundledFile("cloud-dispute"), QStringLiteral("--json")};
    if (!asOf.isEmpty())
        arguments += {QStringLiteral("--as-of"), asOf};
    const Value json = parsedJson(runProgram(arguments).out);
    QString total;
    for (const auto &group : json.find(u"groups")->items()) {
        if (group.value.find(u"firm")->text() == QLatin1String("openai"))
            total = firstOf(group.value, u"in").find(u"total")->text();
    }
    QCOMPARE(total, equity);
}

void TestMoneyCommands::tellsPeopleToo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QStringList &arguments, const QStringList &lines) {
        QTest::newRow(name) << arguments << lines;
    };
    const QString base = bundledFile("cloud-dispute");
    row("circles", {QStringLiteral("circles"), base},
        {QStringLiteral("as of March 2026"), QStringLiteral("1 circular deal"),
         QStringLiteral("1. OpenAI → Amazon → OpenAI"),
         QStringLiteral("certain; smallest leg $15B without what is open, $50B with it"),
         QStringLiteral("of which $35B, if certain conditions"),
         QStringLiteral("Microsoft → OpenAI → Microsoft"),
         QStringLiteral("it has ended (waived, 2019 – October 2025)")});
    row("circles at any date",
        {QStringLiteral("circles"), base, QStringLiteral("--as-of"), QStringLiteral("any")},
        {QStringLiteral("2 circular deals"), QStringLiteral("2. Microsoft → OpenAI → Microsoft"),
         QStringLiteral("a leg of unknown size")});
    row("no circle", {QStringLiteral("circles"), base, QStringLiteral("--as-of"), QStringLiteral("2018")},
        {QStringLiteral("no circular deal")});
    row("flows", {QStringLiteral("flows"), base},
        {QStringLiteral("in  equity: $51B, 2 exact"), QStringLiteral("Amazon $50B, 98 %"),
         QStringLiteral("Left out at that date")});
    row("flows of what is imagined", {QStringLiteral("flows"), bundledFile("settlement")},
        {QStringLiteral("hypothetical")});
}

void TestMoneyCommands::tellsPeopleToo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, lines);
    const Run run = runProgram(arguments);
    QCOMPARE(run.code, 0);
    QVERIFY(run.error.isEmpty());
    const QString text = QString::fromUtf8(run.out);
    for (const QString &line : lines)
        QVERIFY2(text.contains(line), qPrintable(line + QStringLiteral(" is not in:\n") + text));
}

void TestMoneyCommands::boundsTheLength()
{
    const QStringList pairs{QStringLiteral("circles"), QStringLiteral("-"), QStringLiteral("--max-length"),
                            QStringLiteral("2")};
    const Run json = runProgram(pairs + QStringList{QStringLiteral("--json")}, ring);
    const Value result = parsedJson(json.out);
    QCOMPARE(json.code, 0);
    QVERIFY(!result.find(u"complete")->truth()); // that of three is left out
    QVERIFY(runProgram(pairs, ring).out.contains("There may be more"));
}

void TestMoneyCommands::endsWithItsDocumentedCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString base = bundledFile("cloud-dispute");
    for (const char *word : {"circles", "flows"}) {
        const QString command = QString::fromLatin1(word);
        QTest::addRow("%s", word) << QStringList{command, base} << 0;
        QTest::addRow("%s without a file", word) << QStringList{command} << 2;
        QTest::addRow("%s of two files", word) << QStringList{command, base, base} << 2;
        QTest::addRow("%s at no date", word)
            << QStringList{command, base, QStringLiteral("--as-of"), QStringLiteral("soon")} << 2;
        QTest::addRow("%s of no such file", word)
            << QStringList{command, QStringLiteral("nowhere.entente.json")} << 5;
        QTest::addRow("%s of nothing", word) << QStringList{command, QStringLiteral("-")} << 1;
    }
    for (const char *length : {"1", "-3", "many", "1000", "2.5"}) {
        QTest::addRow("circles of %s", length)
            << QStringList{QStringLiteral("circles"), base, QStringLiteral("--max-length"),
                           QString::fromLatin1(length)}
            << 2;
    }
}

void TestMoneyCommands::endsWithItsDocumentedCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Run run = runProgram(arguments);
    QCOMPARE(run.code, code);
    QCOMPARE(run.out.isEmpty(), code != 0);
    QCOMPARE(run.error.isEmpty(), code == 0);
}

ENTENTE_TEST(TestMoneyCommands, QCoreApplication)

} // namespace tst_moneycommands

#include "tst_moneycommands.moc"
