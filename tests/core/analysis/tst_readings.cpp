#include "analysis/readings.h"
#include "core/analysis/everyconflict.h"
#include "support/registration.h"

#include <array>

namespace tst_readings {

using namespace entente;
using namespace entente::test;
using analysis::DisputeKind;
using domain::Reading;

// What is disputed, read one way or the other: in memory and saved it answers alike.
class TestReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTheBundledDispute();
    void listEveryKind();
    void switchTheVerdict_data();
    void switchTheVerdict();
    void answerAsWhenSaved_data() { addScenarioRows(60); }
    void answerAsWhenSaved();
    void passOverWhatIsNotThere();
    void settleConditionsOfAmounts();
};

namespace {

constexpr std::array allReadings{Reading::Agreed, Reading::Disputed, Reading::Rejected};

Changes changesOf(const analysis::Amendments &amendments)
{
    Changes changes;
    for (const analysis::Amendment &amendment : amendments)
        changes.append({amendment.path, amendment.value.toUtf8()});
    return changes;
}

} // namespace

void TestReadings::ofTheBundledDispute()
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    QVERIFY(file);
    const domain::Scenario &scenario = file.value->scenario;
    const auto disputed = analysis::disputedFacts(scenario);
    QCOMPARE(disputed.size(), 2); // the reading, and the condition of the $35 billion
    QCOMPARE(disputed.last().kind, DisputeKind::Condition);
    QCOMPARE(disputed.last().fact.fact,
             QStringLiteral("/agreements/amazon-investment/amounts/conditional/condition"));
    QCOMPARE(disputed.first().kind, DisputeKind::Reading);
    QCOMPARE(disputed.first().reading, Reading::Disputed);
    QCOMPARE(disputed.first().fact.sentence,
             QStringLiteral("a stateful runtime call is an API call to a model"));
    QCOMPARE(disputed.first().fact.affirmedBy.size(), 1);
    QCOMPARE(disputed.first().fact.deniedBy.size(), 2);
    const analysis::AsOf asOf = analysis::defaultAsOf(scenario);
    const auto as = [&](Reading reading) {
        return analysis::findConflicts(
            analysis::withReadings(scenario, {{disputed.first().fact.fact, reading}}), asOf);
    };
    QCOMPARE(as(Reading::Agreed).value(0).verdict, analysis::Verdict::Conflict);
    QCOMPARE(as(Reading::Disputed), analysis::findConflicts(scenario, asOf));
    QVERIFY(as(Reading::Rejected).isEmpty());
}

void TestReadings::listEveryKind()
{
    const formats::ScenarioFile file = read(scenarioWith(
        bans +
            R"(, "condition": "it rains", "exceptions": {"e": {"exceptions": {"f": {"reading": "disputed"}}}})",
        does + R"(, "condition": {"text": "it snows", "state": "met", "positions": {
            "a": {"by": "alpha", "stance": "affirms"}, "h": {"by": "host", "stance": "denies"}}})"));
    QStringList facts;
    for (const analysis::DisputedFact &disputed : analysis::disputedFacts(file.scenario))
        facts.append(disputed.fact.fact);
    QCOMPARE(facts,
             (QStringList{QStringLiteral("/defined_terms/maybe/narrower_than/whole/reading"),
                          QStringLiteral("/defined_terms/twice-maybe/narrower_than/maybe/reading"),
                          QStringLiteral("/defined_terms/maybe-too/narrower_than/whole/reading"),
                          QStringLiteral("/agreements/first/clauses/p/condition"),
                          QStringLiteral("/agreements/first/clauses/p/exceptions/e/exceptions/f/reading"),
                          QStringLiteral("/agreements/second/clauses/o/condition")}));
    const auto last = analysis::disputedFacts(file.scenario).last();
    QCOMPARE(last.kind, DisputeKind::Condition); // met, but on both sides of it somebody stands
    QCOMPARE(last.reading, Reading::Agreed);
}

void TestReadings::switchTheVerdict_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<int>("agreed");
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("rejected");
    QTest::newRow("reading") << scenarioWith(bans, QByteArray(does).replace("whole", "maybe"))
                             << "/defined_terms/maybe/narrower_than/whole/reading" << int(Certain)
                             << int(Possible) << int(None);
    QTest::newRow("condition") << scenarioWith(bans + R"(, "condition": "it rains")", does)
                               << "/agreements/first/clauses/p/condition" << int(Certain) << int(Possible)
                               << int(None);
    QTest::newRow("exception") << scenarioWith(bans + R"(, "exceptions": {"e": {"reading": "disputed"}})",
                                               does)
                               << "/agreements/first/clauses/p/exceptions/e/reading" << int(None)
                               << int(Possible) << int(Certain);
    QTest::newRow("exception taken back")
        << scenarioWith(bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"reading": "disputed"}}}})",
                        does)
        << "/agreements/first/clauses/p/exceptions/e/exceptions/f/reading" << int(Certain) << int(Possible)
        << int(None);
}

void TestReadings::switchTheVerdict()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fact);
    QFETCH(int, agreed);
    QFETCH(int, open);
    QFETCH(int, rejected);
    const domain::Scenario scenario = read(text).scenario;
    const auto verdict = [&](Reading reading) {
        const auto conflicts = analysis::findConflicts(analysis::withReadings(scenario, {{fact, reading}}),
                                                       analysis::AsOf::any());
        return conflicts.isEmpty()                                        ? None
               : conflicts.first().verdict == analysis::Verdict::Conflict ? Certain
                                                                          : Possible;
    };
    QCOMPARE(int(verdict(Reading::Agreed)), agreed);
    QCOMPARE(int(verdict(Reading::Disputed)), open);
    QCOMPARE(int(verdict(Reading::Rejected)), rejected);
}

void TestReadings::answerAsWhenSaved()
{
    failOnAnyWarning();
    QFETCH(QByteArray, text);
    const formats::ScenarioFile file = read(text);
    const analysis::AsOf asOf = analysis::defaultAsOf(file.scenario);
    for (const Reading reading : allReadings) {
        analysis::Readings readings;
        for (const analysis::DisputedFact &disputed : analysis::disputedFacts(file.scenario))
            readings.insert(disputed.fact.fact, reading);
        const auto amendments = analysis::amendmentsFor(file.scenario, readings);
        QCOMPARE(amendments.size(), readings.size());
        QCOMPARE(analysis::findConflicts(analysis::withReadings(file.scenario, readings), asOf),
                 analysis::findConflicts(changed(file, changesOf(amendments)), asOf));
    }
}

void TestReadings::passOverWhatIsNotThere()
{
    const domain::Scenario scenario = read(scenarioWith(bans, does)).scenario;
    const analysis::Readings readings{{QStringLiteral("/nowhere"), Reading::Agreed}};
    QVERIFY(analysis::withReadings(scenario, readings) == scenario);
    QVERIFY(analysis::amendmentsFor(scenario, readings).isEmpty());
}

// Read as met and saved, the condition keeps its text and who says what of it.
void TestReadings::settleConditionsOfAmounts()
{
    QByteArray text = scenarioWith(bans, does);
    text.replace("\"clauses\": {\"p\"",
                 R"("amounts": {"t": {"value": 5, "currency": "USD", "condition": {"text": "it rains",
                  "positions": {"a": {"by": "alpha", "stance": "affirms"}, "h": {"by": "host", "stance": "denies"}}}}},
                  "clauses": {"p")");
    const formats::ScenarioFile file = read(text);
    const QString fact = QStringLiteral("/agreements/first/amounts/t/condition");
    const auto disputed = analysis::disputedFacts(file.scenario);
    const auto found = std::find_if(disputed.begin(), disputed.end(),
                                    [&fact](const auto &one) { return one.fact.fact == fact; });
    QVERIFY(found != disputed.end());
    QCOMPARE(found->fact.affirmedBy.size(), 1);
    QCOMPARE(found->fact.deniedBy.size(), 1);
    const analysis::Readings readings{{fact, Reading::Rejected}};
    const domain::Scenario saved = changed(file, changesOf(analysis::amendmentsFor(file.scenario, readings)));
    const domain::Scenario read = analysis::withReadings(file.scenario, readings); // its text has other lines
    QCOMPARE(saved.agreements.first().amounts, read.agreements.first().amounts);
    const domain::Condition &condition = saved.agreements.first().amounts.first().condition;
    QCOMPARE(condition.state, domain::ConditionState::Unmet);
    QCOMPARE(condition.text, QStringLiteral("it rains"));
    QCOMPARE(condition.positions.size(), 2);
}

ENTENTE_TEST(TestReadings, QCoreApplication)

} // namespace tst_readings

#include "tst_readings.moc"
