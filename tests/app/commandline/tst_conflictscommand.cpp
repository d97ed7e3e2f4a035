#include "app/commandline/programrunner.h"
#include "support/registration.h"

namespace tst_conflictscommand {

using entente::document::Value;
using namespace entente::test;

// `conflicts`: its contract, the words for people, and its exit codes.
class TestConflictsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsContract();
    void judgesTheBundledScenarios_data();
    void judgesTheBundledScenarios();
    void tellsPeopleToo();
    void endsWithItsDocumentedCode_data();
    void endsWithItsDocumentedCode();
};

namespace {

const Value &firstOf(const Value &object, QStringView key)
{
    return object.find(key)->items().front().value;
}

QString textsOf(const Value &array)
{
    QStringList texts;
    for (const entente::document::Member &item : array.items())
        texts.append(item.value.text());
    return texts.join(u' ');
}

Value answer(const char *name, const QStringList &options = {})
{
    return parsedJson(
        runProgram(QStringList{QStringLiteral("conflicts"), QStringLiteral("--json"), bundledFile(name)} +
                   options)
            .out);
}

} // namespace

void TestConflictsCommand::keepsItsContract()
{
    const Value json = answer("cloud-dispute");
    QCOMPARE(keysOf(json), QStringLiteral("format version conflicts title as_of hypothetical defeated"));
    QCOMPARE(json.find(u"format")->text(), QStringLiteral("entente-conflicts"));
    QCOMPARE(json.find(u"conflicts")->items().size(), 1);
    const Value &conflict = firstOf(json, u"conflicts");
    QCOMPARE(keysOf(conflict),
             QStringLiteral("verdict partial between period depends_on because minimal_set cures"));
    QCOMPARE(conflict.find(u"verdict")->text(), QStringLiteral("possible"));
    QCOMPARE(conflict.find(u"period")->text(), QStringLiteral("2026-02~/.."));
    const Value &between = firstOf(conflict, u"between");
    QCOMPARE(keysOf(between), QStringLiteral("agreement clause"));
    QCOMPARE(between.find(u"agreement")->text(), QStringLiteral("api-routing"));
    const Value &fact = firstOf(conflict, u"depends_on");
    QCOMPARE(keysOf(fact), QStringLiteral("fact affirmed_by denied_by sentence"));
    QCOMPARE(textsOf(*fact.find(u"affirmed_by")), QStringLiteral("microsoft"));
    QCOMPARE(textsOf(*fact.find(u"denied_by")), QStringLiteral("openai amazon"));
    QVERIFY(textsOf(*conflict.find(u"minimal_set")).endsWith(fact.find(u"fact")->text()));
    const Value &cure = conflict.find(u"cures")->items().front().value.items().front().value;
    QCOMPARE(keysOf(cure), QStringLiteral("change sentence"));
    QCOMPARE(keysOf(*cure.find(u"change")), QStringLiteral("path value"));
    QVERIFY(cure.find(u"change")->find(u"value")->isObject());
}

void TestConflictsCommand::judgesTheBundledScenarios_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("base") << "cloud-dispute"
                          << "2026-03"
                          << "possible";
    QTest::newRow("as of 2024") << "cloud-dispute"
                                << "2024" << QString();
    QTest::newRow("at any date") << "cloud-dispute"
                                 << "any"
                                 << "possible";
    QTest::newRow("OpenAI's reading") << "openais-reading"
                                      << "2026-03" << QString();
    QTest::newRow("Microsoft's reading") << "microsofts-reading"
                                         << "2026-03"
                                         << "conflict";
    QTest::newRow("settlement") << "settlement"
                                << "2026-03" << QString();
    QTest::newRow("after April 2026") << "after-april-2026"
                                      << "2026-05" << QString();
}

void TestConflictsCommand::judgesTheBundledScenarios()
{
    QFETCH(QString, name);
    QFETCH(QString, asOf);
    QFETCH(QString, verdict);
    const Value json = answer(name.toLatin1().constData(), {QStringLiteral("--as-of"), asOf});
    QCOMPARE(json.find(u"as_of")->text(), asOf);
    QCOMPARE(json.find(u"conflicts")->items().size(), verdict.isEmpty() ? 0 : 1);
    if (!verdict.isEmpty())
        QCOMPARE(firstOf(json, u"conflicts").find(u"verdict")->text(), verdict);
}

void TestConflictsCommand::tellsPeopleToo()
{
    const QByteArray base = runProgram({QStringLiteral("conflicts"), bundledFile("cloud-dispute")}).out;
    for (const char *words :
         {"as of March 2026", "may conflict with",
          "conflicts if a stateful runtime call is an API call to a model",
          "affirmed by Microsoft; denied by OpenAI, Amazon", "Microsoft waives", "through Azure",
          "/agreements/api-routing/clauses/routing", "gives no legal opinion"})
        QVERIFY2(base.contains(words), words);
    const QByteArray imagined =
        runProgram({QStringLiteral("conflicts"), bundledFile("microsofts-reading")}).out;
    QVERIFY(imagined.contains("hypothetical: this is imagined"));
    QVERIFY(imagined.contains("\n   conflicts with\n"));
    const QByteArray none = runProgram({QStringLiteral("conflicts"), bundledFile("settlement")}).out;
    QVERIFY(none.contains("No clauses conflict."));
    QVERIFY(none.contains("1 pair would conflict, or might, but for this"));
    QVERIFY(none.contains("waiver: The waiver"));
    const Value defeated = firstOf(answer("settlement"), u"defeated");
    QCOMPARE(keysOf(defeated), QStringLiteral("between by because fact"));
    QCOMPARE(defeated.find(u"by")->text(), QStringLiteral("waiver"));
    QVERIFY(none.contains("hypothetical"));
}

void TestConflictsCommand::endsWithItsDocumentedCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &file, const QStringList &options, int code) {
        QTest::newRow(name) << (QStringList{QStringLiteral("conflicts"), file} + options) << code;
    };
    const QString failOn = QStringLiteral("--fail-on");
    const QString conflict = QStringLiteral("conflict");
    const QString possible = QStringLiteral("possible");
    row("possible, nothing asked", bundledFile("cloud-dispute"), {}, 0);
    row("possible, fails on conflicts", bundledFile("cloud-dispute"), {failOn, conflict}, 0);
    row("possible, fails on possible", bundledFile("cloud-dispute"), {failOn, possible}, 3);
    row("certain, nothing asked", bundledFile("microsofts-reading"), {}, 0);
    row("certain, fails on conflicts", bundledFile("microsofts-reading"), {failOn, conflict}, 3);
    row("certain, fails on possible", bundledFile("microsofts-reading"), {failOn, possible}, 3);
    row("certain, fails on conflicts, as JSON", bundledFile("microsofts-reading"),
        {failOn, conflict, QStringLiteral("--json")}, 3);
    row("none, fails on possible", bundledFile("settlement"), {failOn, possible}, 0);
    row("fails on something else", bundledFile("cloud-dispute"), {failOn, QStringLiteral("doubt")}, 2);
    row("no date", bundledFile("cloud-dispute"), {QStringLiteral("--as-of"), QStringLiteral("soon")}, 2);
    row("two files", bundledFile("cloud-dispute"), {bundledFile("settlement")}, 2);
    row("no such file", QStringLiteral("nowhere.entente.json"), {failOn, possible}, 5);
}

void TestConflictsCommand::endsWithItsDocumentedCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QCOMPARE(runProgram(arguments).code, code);
}

ENTENTE_TEST(TestConflictsCommand, QCoreApplication)

} // namespace tst_conflictscommand

#include "tst_conflictscommand.moc"
