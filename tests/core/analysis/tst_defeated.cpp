#include "analysis/defeated.h"
#include "core/analysis/everyconflict.h"
#include "support/registration.h"

namespace tst_defeated {

using namespace entente;
using namespace entente::test;

// Pairs that would conflict but for something that the file says, and what that is.
class TestDefeated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatStandsInTheWay_data();
    void findsWhatStandsInTheWay();
    void bundled_data();
    void bundled();
    void areNoConflicts_data() { addScenarioRows(20); }
    void areNoConflicts();
};

namespace {

QStringList inWords(const QList<analysis::Defeated> &defeated)
{
    QStringList words;
    for (const analysis::Defeated &pair : defeated)
        words.append(analysis::toWord(pair.by) + u' ' + pair.fact);
    return words;
}

} // namespace

void TestDefeated::findsWhatStandsInTheWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // empty: none
    const auto row = [](const char *name, const QByteArray &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    const QByteArray newer =
        R"(, "newer": {"title": "Newer", "kind": "other", "status": "signed", "period": "2025/..", "supersedes": ["first"],
        "parties": [{"firm": "alpha"}, {"firm": "host"}]})";
    row("nothing", scenarioWith(bans, does), "");
    row("nothing conflicts anyway",
        scenarioWith(bans + R"(, "exceptions": {"e": {}})", QByteArray(does).replace("whole", "never")), "");
    row("exception", scenarioWith(bans + R"(, "exceptions": {"e": {}})", does),
        "exception /agreements/first/clauses/p/exceptions/e");
    row("exception that doesn't cover it",
        scenarioWith(bans + R"(, "exceptions": {"e": {"action": "never"}})", does), "");
    row("disputed exception: it still may conflict",
        scenarioWith(bans + R"(, "exceptions": {"e": {"reading": "disputed"}})", does), "");
    row("waiver", scenarioWith(bans + R"(, "exceptions": {"e": {"kind": "waiver"}})", does),
        "waiver /agreements/first/clauses/p/exceptions/e");
    row("supersession", scenarioWith(bans, does, newer), "supersession /agreements/newer");
    row("supersession, and another that is only planned",
        scenarioWith(bans, does,
                     newer + R"(, "later": {"title": "Later", "kind": "other", "status": "planned",
        "supersedes": ["first"], "parties": [{"firm": "alpha"}, {"firm": "host"}]})"),
        "supersession /agreements/newer");
    row("superseded by its own words",
        scenarioWith(bans + R"(, "status": "superseded", "period": "2025/2025-06")", does),
        "supersession /agreements/first/clauses/p/status");
    row("waived by its own words",
        scenarioWith(bans + R"(, "status": "waived", "period": "2025/2025-06")", does),
        "waiver /agreements/first/clauses/p/status");
    row("condition", scenarioWith(bans, does + R"(, "condition": {"text": "it rains", "state": "unmet"})"),
        "condition /agreements/second/clauses/o/condition");
    QByteArray rejected = scenarioWith(bans, QByteArray(does).replace("whole", "maybe"));
    rejected.replace(R"({"reading": "disputed", "positions")", R"({"reading": "rejected", "positions")");
    row("reading that somebody affirms", rejected,
        "reading /defined_terms/maybe/narrower_than/whole/reading");
    row("reading that nobody affirms", scenarioWith(bans, QByteArray(does).replace("whole", "never")), "");
}

void TestDefeated::findsWhatStandsInTheWay()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto defeated = analysis::findDefeated(read(text).scenario, {domain::EventDate::parse(u"2026-03")});
    QCOMPARE(inWords(defeated), expected.isEmpty() ? QStringList() : QStringList(expected));
    for (const analysis::Defeated &pair : defeated)
        QVERIFY(pair.because.endsWith(u'.'));
}

void TestDefeated::bundled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("by"); // empty: the pair is not defeated
    QTest::newRow("base") << "cloud-dispute"
                          << "";
    QTest::newRow("settlement") << "settlement"
                                << "waiver";
    QTest::newRow("after April 2026") << "after-april-2026"
                                      << "supersession";
    QTest::newRow("OpenAI's reading") << "openais-reading" // where nobody affirms it any more
                                      << "";
    QTest::newRow("Microsoft's reading") << "microsofts-reading"
                                         << "";
}

void TestDefeated::bundled()
{
    QFETCH(QString, name);
    QFETCH(QString, by);
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json").arg(name));
    QVERIFY(file);
    const domain::Scenario &scenario = file.value->scenario;
    QString found;
    for (const analysis::Defeated &pair : analysis::findDefeated(scenario, analysis::defaultAsOf(scenario))) {
        if (pair.prohibiting.agreement.text() == QLatin1String("api-routing") &&
            pair.other.agreement.text() == QLatin1String("sre-development"))
            found = analysis::toWord(pair.by);
    }
    QCOMPARE(found, by);
}

void TestDefeated::areNoConflicts()
{
    QFETCH(QByteArray, text);
    const domain::Scenario scenario = read(text).scenario;
    for (const analysis::AsOf &asOf : dates(scenario)) {
        const auto conflicts = analysis::findConflicts(scenario, asOf);
        for (const analysis::Defeated &pair : analysis::findDefeated(scenario, asOf)) {
            QVERIFY(std::none_of(conflicts.begin(), conflicts.end(), [&pair](const auto &conflict) {
                return conflict.prohibiting == pair.prohibiting && conflict.other == pair.other;
            }));
        }
    }
}

ENTENTE_TEST(TestDefeated, QCoreApplication)

} // namespace tst_defeated

#include "tst_defeated.moc"
