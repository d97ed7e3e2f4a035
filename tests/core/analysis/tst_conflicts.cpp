#include "analysis/clausejoin.h"
#include "analysis/conflicts.h"
#include "analysis/judging.h"
#include "core/analysis/everyconflict.h"
#include "support/registration.h"

namespace tst_conflicts {

using namespace entente;
using analysis::Verdict;
using namespace entente::test;

// The seven tests of "Clause conflicts", each alone holding, failing and depending; a row is two clauses and
// what they come to.
class TestConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void bundled_data();
    void bundled();
    void namesWhoAffirmsAndDenies();
    void tellsEveryPairOnce();
    void asksOfTheDayOfSupersession_data();
    void asksOfTheDayOfSupersession();
    void namesClauses_data();
    void namesClauses();
    void agreementsPeriodBindsItsClauses();
    void namesTheReadingThatAnExceptionHangsOn();
    void tellsWhatClears_data();
    void tellsWhatClears();
    void saysItInEnglish();
    void findsWhatTryingEveryPairFinds_data() { addScenarioRows(60); }
    void findsWhatTryingEveryPairFinds();
    void stopsAtSoMany();
    void survivesDeepChains();
    void datesAgreementsByTheirSigning();
};

namespace {

QList<analysis::Conflict> conflictsOf(const QByteArray &text, const analysis::AsOf &asOf, QString *problem)
{
    const auto file = formats::readScenario(text, QStringLiteral("test.json"));
    if (!file) {
        *problem = file.problems.isEmpty() ? QStringLiteral("?") : toLine(file.problems.all().first());
        return {};
    }
    return analysis::findConflicts(file.value->scenario, asOf);
}

} // namespace

void TestConflicts::judges_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<int>("expected");
    for (const test::WorkedCase &one : test::workedCases())
        QTest::newRow(one.name) << one.scenario() << one.expected;
}

void TestConflicts::judges()
{
    QFETCH(QByteArray, scenario);
    QFETCH(int, expected);
    QString problem;
    const auto conflicts = conflictsOf(scenario, {domain::EventDate::parse(u"2026-03")}, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(conflicts.size(), expected == None ? 0 : 1);
    if (expected == None)
        return;
    QCOMPARE(conflicts.first().verdict, expected == Certain ? Verdict::Conflict : Verdict::Possible);
    QVERIFY(!conflicts.first().because.isEmpty());
    if (!conflicts.first().partial) // in part is possible even where nothing is open
        QCOMPARE(conflicts.first().dependsOn.isEmpty(), expected == Certain);
}

void TestConflicts::bundled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("expected");
    QTest::newRow("base") << "cloud-dispute"
                          << "" << int(Possible);
    QTest::newRow("base in 2024") << "cloud-dispute"
                                  << "2024" << int(None);
    QTest::newRow("base at any date") << "cloud-dispute"
                                      << "any" << int(Possible);
    QTest::newRow("OpenAI's reading") << "openais-reading"
                                      << "" << int(None);
    QTest::newRow("Microsoft's reading") << "microsofts-reading"
                                         << "" << int(Certain);
    QTest::newRow("settlement") << "settlement"
                                << "" << int(None);
    QTest::newRow("after April 2026") << "after-april-2026"
                                      << "" << int(None);
}

void TestConflicts::bundled()
{
    QFETCH(QString, name);
    QFETCH(QString, asOf);
    QFETCH(int, expected);
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json").arg(name));
    QVERIFY(file);
    analysis::AsOf date = analysis::defaultAsOf(file.value->scenario);
    if (!asOf.isEmpty())
        date.date = asOf == QLatin1String("any") ? std::nullopt : domain::EventDate::parse(asOf);
    const auto conflicts = analysis::findConflicts(file.value->scenario, date);
    QCOMPARE(conflicts.size(), expected == None ? 0 : 1);
    if (expected != None)
        QCOMPARE(conflicts.first().verdict, expected == Certain ? Verdict::Conflict : Verdict::Possible);
}

void TestConflicts::namesWhoAffirmsAndDenies()
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    QVERIFY(file);
    const auto conflicts =
        analysis::findConflicts(file.value->scenario, analysis::defaultAsOf(file.value->scenario));
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().prohibiting.agreement.text(), QStringLiteral("api-routing"));
    QCOMPARE(conflicts.first().other.agreement.text(), QStringLiteral("sre-development"));
    QCOMPARE(conflicts.first().dependsOn.size(), 1);
    const analysis::Dependency &dependency = conflicts.first().dependsOn.first();
    QCOMPARE(dependency.fact,
             QStringLiteral("/defined_terms/stateful-runtime-call/narrower_than/api-call/reading"));
    QCOMPARE(dependency.affirmedBy, QList{domain::FirmId(QStringLiteral("microsoft"))});
    QCOMPARE(dependency.deniedBy,
             (QList{domain::FirmId(QStringLiteral("openai")), domain::FirmId(QStringLiteral("amazon"))}));
}

void TestConflicts::tellsEveryPairOnce()
{
    QString problem;
    const auto conflicts = conflictsOf(scenarioWith(routes, does + ", \"only_through\": \"rival-cloud\"", {}),
                                       analysis::AsOf::any(), &problem);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().prohibiting.agreement.text(), QStringLiteral("first"));
}

void TestConflicts::asksOfTheDayOfSupersession_data()
{
    QTest::addColumn<QByteArray>("newer"); // status and period of what supersedes
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *status, const char *period, const char *asOf,
                        int expected) {
        QTest::newRow(name) << QByteArray("\"status\": \"") + status + "\", \"period\": \"" + period + '"'
                            << QString::fromLatin1(asOf) << expected;
    };
    row("begun after both, asked before", "signed", "2026-01-15/..", "2026-01-14", Certain);
    row("begun after both, asked on its first day", "signed", "2026-01-15/..", "2026-01-15", None);
    row("begun after both, asked later", "signed", "2026-01-15/..", "2026-03", None);
    row("begun after both, at any date they clash before it", "signed", "2026-01-15/..", "any", Certain);
    row("begun before both, at any date", "signed", "2024/..", "any", None);
    row("begun some day within the month asked of", "signed", "2026-01~/..", "2026-01", Possible);
    row("ended since: the older stays superseded", "terminated", "2024/2025-06", "2026-03", None);
    row("only planned", "planned", "2026-01-15/..", "2026-03", Possible);
    row("suspended", "suspended", "2026-01-15/..", "2026-03", Certain);
}

void TestConflicts::asksOfTheDayOfSupersession()
{
    QFETCH(QByteArray, newer);
    QFETCH(QString, asOf);
    QFETCH(int, expected);
    const QByteArray more = R"(, "newer": {"title": "Newer", "kind": "other", "supersedes": ["first"],
        "parties": [{"firm": "alpha"}, {"firm": "host"}], )" +
                            newer + '}';
    QString problem;
    const auto conflicts =
        conflictsOf(scenarioWith(bans, does, more), {domain::EventDate::parse(asOf)}, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(conflicts.size(), expected == None ? 0 : 1);
    if (expected == None)
        return;
    QCOMPARE(conflicts.first().verdict, expected == Certain ? Verdict::Conflict : Verdict::Possible);
    QCOMPARE(conflicts.first().dependsOn.isEmpty(), expected == Certain);
}

// Sentences name clauses so that they can be told apart.
void TestConflicts::namesClauses_data()
{
    QTest::addColumn<QByteArray>("first"); // titles of the clause that prohibits, the agreements, the other
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("inOneAgreement");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *first, const char *second, bool one, const char *said) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << one << QString::fromUtf8(said);
    };
    row("untitled clauses", "", "", false, "Performing “Second” would breach “First”.");
    row("titled clauses", R"("title": "Ban", )", R"("title": "Duty", )", false,
        "Performing “Duty” of “Second” would breach “Ban” of “First”.");
    row("in one agreement", R"("title": "Ban", )", R"("title": "Duty", )", true,
        "Performing “Duty” would breach “Ban”.");
    row("in one agreement, untitled", "", "", true, "Performing “other” would breach “exclusivity”.");
    row("in one agreement, titled alike", R"("title": "Same", )", R"("title": "Same", )", true,
        "Performing “o” would breach “p”.");
}

void TestConflicts::namesClauses()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, inOneAgreement);
    QFETCH(QString, sentence);
    QByteArray text = inOneAgreement
                          ? scenarioWith(first + bans + R"(}, "o": {"kind": "other", )" + second + does,
                                         R"("title": "Nothing")")
                          : scenarioWith(first + bans, second + does);
    QString problem;
    const auto conflicts = conflictsOf(text, analysis::AsOf::any(), &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().because.last(), sentence);
    if (inOneAgreement)
        return;
    text.replace(R"("title": "Second")", R"("title": "First")");
    const auto alike = conflictsOf(text, analysis::AsOf::any(), &problem);
    QVERIFY2(alike.first().because.last().contains(QStringLiteral("“First (Alpha – Rival)”")),
             qPrintable(alike.first().because.last()));
    QVERIFY(alike.first().because.last().contains(QStringLiteral("“First (Alpha – Host)”")));
}

void TestConflicts::agreementsPeriodBindsItsClauses()
{
    QString problem;
    const QByteArray outlives = bans + ", \"period\": \"2015/..\"";
    QByteArray text = scenarioWith(outlives, does, {});
    QCOMPARE(conflictsOf(text, analysis::AsOf::any(), &problem).size(), 1);
    text.replace("\"period\": \"2025/..\",\n   \"parties\": [{\"firm\": \"alpha\", \"role\": \"obligor\"}",
                 "\"period\": \"2019/2020\",\n   \"parties\": [{\"firm\": \"alpha\", \"role\": \"obligor\"}");
    QVERIFY(text.contains("2019/2020"));
    QCOMPARE(conflictsOf(text, analysis::AsOf::any(), &problem).size(), 0);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestConflicts::namesTheReadingThatAnExceptionHangsOn()
{
    QString problem;
    const QByteArray excepted = bans + R"(, "exceptions": {"e": {"action": "whole"}})";
    const auto conflicts = conflictsOf(scenarioWith(excepted, QByteArray(does).replace("whole", "maybe"), {}),
                                       analysis::AsOf::any(), &problem);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().dependsOn.size(), 1); // the reading, once, though two tests ask of it
    QCOMPARE(conflicts.first().dependsOn.first().fact,
             QStringLiteral("/defined_terms/maybe/narrower_than/whole/reading"));
}

// An exception bears a conflict where it doesn't apply; what would make it apply clears it.
void TestConflicts::tellsWhatClears_data()
{
    QTest::addColumn<QByteArray>("exceptions");
    QTest::addColumn<QString>("condition");
    QTest::newRow("exception") << QByteArray(R"({"e": {"reading": "disputed"}})") << "if “e” does not apply";
    QTest::newRow("taken back") << QByteArray(R"({"e": {"exceptions": {"f": {"reading": "disputed"}}}})")
                                << "if “f” applies";
    QTest::newRow("action") << QByteArray(R"({"e": {"action": "maybe"}})")
                            << "unless a twice maybe is a maybe";
    QTest::newRow("action, taken back") << QByteArray(R"({"e": {"exceptions": {"f": {"action": "maybe"}}}})")
                                        << "if a twice maybe is a maybe";
}

void TestConflicts::tellsWhatClears()
{
    QFETCH(QByteArray, exceptions);
    QFETCH(QString, condition);
    const QByteArray ban = QByteArray(bans).replace("whole", "twice-maybe");
    const auto conflicts =
        analysis::findConflicts(read(scenarioWith(ban + R"(, "exceptions": )" + exceptions,
                                                  QByteArray(does).replace("whole", "twice-maybe")))
                                    .scenario,
                                analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().dependsOn.size(), 1);
    QCOMPARE(analysis::toCondition(conflicts.first().dependsOn.first()), condition);
}

void TestConflicts::saysItInEnglish()
{
    QString problem;
    QByteArray text = scenarioWith(bans + ", \"period\": \"2026\"",
                                   QByteArray(does).replace("whole", "maybe") + ", \"period\": \"2026\"", {});
    text.replace("\"name\": \"maybe\"", "\"name\": \"API call\"");
    const auto conflicts = conflictsOf(text, {domain::EventDate::parse(u"2026-03")}, &problem);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().period, QStringLiteral("2026"));
    QVERIFY(conflicts.first().because.contains(QStringLiteral("Both hold during 2026.")));
    QVERIFY(conflicts.first().because.contains(QStringLiteral("An API call is a whole: disputed.")));
}

void TestConflicts::findsWhatTryingEveryPairFinds()
{
    QFETCH(QByteArray, text);
    const domain::Scenario scenario = read(text).scenario;
    const analysis::ScenarioIndex index(scenario);
    for (const analysis::AsOf &asOf : dates(scenario)) {
        const auto clauses = analysis::comparableClauses(scenario, asOf);
        QList<analysis::Conflict> expected;
        for (qsizetype i = 0; i < clauses.size(); ++i) {
            for (qsizetype j = 0; j < clauses.size(); ++j) {
                const bool prohibits = i != j && analysis::prohibits(*clauses[i].clause);
                if (!prohibits || (j < i && analysis::prohibitEachOther(clauses[i], clauses[j])))
                    continue;
                if (const auto judgement = analysis::judgeEitherWay({index, clauses[i], clauses[j]}, asOf))
                    expected.append(judgement->conflict);
            }
        }
        QCOMPARE(analysis::findConflicts(scenario, asOf), expected);
    }
}

void TestConflicts::stopsAtSoMany()
{
    const domain::Scenario scenario = read(tests::generatedClauses({}, 1)).scenario;
    const auto all = analysis::findConflicts(scenario, analysis::AsOf::any());
    QVERIFY(all.size() > 3);
    QCOMPARE(analysis::findConflicts(scenario, analysis::AsOf::any(), 3).size(), 3);
}

// A chain of terms and one of firms as long as a scenario may hold; nothing recurses along them.
void TestConflicts::survivesDeepChains()
{
    constexpr int length = 20'000;
    domain::Scenario scenario = read(scenarioWith(bans, does)).scenario;
    for (int i = 0; i < length; ++i) {
        domain::DefinedTerm term;
        term.id = domain::TermId(QStringLiteral("t%1").arg(i));
        term.narrowerThan.append({i == 0 ? domain::TermId(QStringLiteral("whole"))
                                         : domain::TermId(QStringLiteral("t%1").arg(i - 1)),
                                  domain::Reading::Disputed,
                                  {},
                                  {}});
        scenario.terms.append(term);
        domain::Firm firm;
        firm.id = domain::FirmId(QStringLiteral("f%1").arg(i));
        firm.kind = domain::FirmKind::Company;
        firm.partOf = domain::FirmId(i == 0 ? QStringLiteral("alpha") : QStringLiteral("f%1").arg(i - 1));
        scenario.firms.append(firm);
    }
    domain::Clause &ban = scenario.agreements[0].clauses[0];
    ban.bindsAffiliates = true;
    domain::Clause &other = scenario.agreements[1].clauses[0];
    other.action = scenario.terms.last().id.text();
    other.bearer = scenario.firms.last().id;
    scenario.index();
    const auto conflicts = analysis::findConflicts(scenario, analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().dependsOn.size(), length);
}

// Without a period an agreement runs from its first known date, asked of a date or of any.
void TestConflicts::datesAgreementsByTheirSigning()
{
    QByteArray text = scenarioWith(bans + R"(, "period": "2020/2024")", does);
    text.replace(R"("period": "2025/..",
   "parties": [{"firm": "alpha", "role": "obligor"})",
                 R"("period": "2019/..",
   "parties": [{"firm": "alpha", "role": "obligor"})");
    const QByteArray second =
        R"("title": "Second", "kind": "service", "status": "in_force", "period": "2025/..")";
    QVERIFY(text.contains(second));
    text.replace(second,
                 R"("title": "Second", "kind": "service", "status": "in_force", "signed": "2025-03")");
    QCOMPARE(analysis::findConflicts(read(text).scenario, analysis::AsOf::any()).size(), 0);
    text.replace("2025-03", "2024-06");
    const auto conflicts = analysis::findConflicts(read(text).scenario, analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().dates, QStringLiteral("2024-06/2024"));
}

ENTENTE_TEST(TestConflicts, QCoreApplication)

} // namespace tst_conflicts

#include "tst_conflicts.moc"
