#include "core/analysis/everyconflict.h"
#include "support/registration.h"

namespace tst_conflictdates {

using namespace entente;
using analysis::Verdict;
using namespace entente::test;

// Conflicts by date: what has ended nobody knows when, what has no date, exceptions for a time; and that a
// verdict hangs on single facts.
class TestConflictDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOfDates_data();
    void asksOfDates();
    void namesEachFactAlone_data();
    void namesEachFactAlone();
};

namespace {

QByteArray datedScenario(const QByteArray &first, const QByteArray &second, const QByteArray &prohibiting,
                         const QByteArray &other)
{
    const QByteArray plain = R"("status": "in_force", "period": "2025/..")";
    QByteArray text = scenarioWith(prohibiting, other);
    qsizetype at = text.indexOf(plain);
    text.replace(at, plain.size(), first);
    at = text.indexOf(plain, text.indexOf("\"second\""));
    return text.replace(at, plain.size(), second);
}

QList<analysis::Conflict> conflictsOf(const QByteArray &text, const analysis::AsOf &asOf)
{
    return analysis::findConflicts(read(text).scenario, asOf); // warns where it can't be read
}

} // namespace

// What has ended without a known end, what has no date, and exceptions for a time.
void TestConflictDates::asksOfDates_data()
{
    QTest::addColumn<QByteArray>("first"); // status and dates of the agreement that prohibits
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("clause"); // further members of the prohibition
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *first, const char *second, const char *clause,
                        const char *asOf, int expected) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << QByteArray(clause)
                            << QString::fromLatin1(asOf) << expected;
    };
    const char *plain = R"("status": "in_force", "period": "2025/..")";
    const char *terminated = R"("status": "terminated", "period": "2015/..")";
    const char *undated = R"("status": "in_force")";
    row("ended, nobody knows when, against what begins later, at any date", terminated, plain, "", "any",
        Possible);
    row("ended, nobody knows when, against what begins after the file's date", terminated,
        R"("status": "signed", "period": "2027/..")", "", "any", None);
    row("ended, nobody knows when, asked before the file's date", terminated,
        R"("status": "in_force", "period": "2016/..")", "", "2017", Possible);
    row("ended, nobody knows when, asked on the file's date", terminated,
        R"("status": "in_force", "period": "2016/..")", "", "2026-03", None);
    row("ended, asked before it began", terminated, R"("status": "in_force", "period": "2010/..")", "",
        "2014", None);
    row("a clause that is superseded, nobody knows since when", plain, plain, R"(, "status": "superseded")",
        "any", Possible);
    row("undated, asked on the file's date", undated, plain, "", "2026-03", Certain);
    row("undated, asked later", undated, plain, "", "2030", Certain);
    row("undated, asked before", undated, R"("status": "in_force", "period": "2010/..")", "", "2020",
        Possible);
    row("undated, at any date, against what goes on", undated, plain, "", "any", Certain);
    row("undated, at any date, against what ended before the file's date", undated,
        R"("status": "expired", "period": "2015/2018")", "", "any", Possible);
    row("announced alone, asked before", R"("status": "announced", "announced": "2025-06")",
        R"("status": "in_force", "period": "2010/..")", "", "2025-05", None);
    row("announced alone, asked after", R"("status": "announced", "announced": "2025-06")",
        R"("status": "in_force", "period": "2010/..")", "", "2025-06", Certain);
    row("exception for the same vague time, at any date", plain, plain,
        R"(, "exceptions": {"e": {"period": "2025/.."}})", "any", None);
    row("exception for a part of the time, at any date", plain, plain,
        R"(, "exceptions": {"e": {"period": "2025/2026"}})", "any", Certain);
    row("exception that may reach to the end, at any date", R"("status": "in_force", "period": "2025/2026")",
        plain, R"(, "exceptions": {"e": {"period": "2025/2026~"}})", "any", Possible);
    row("exception for a time, asked within it", plain, plain,
        R"(, "exceptions": {"e": {"period": "2026-01/2026-06"}})", "2026-03", None);
    row("exception for a time, asked after it", plain, plain,
        R"(, "exceptions": {"e": {"period": "2026-01/2026-06"}})", "2026-09", Certain);
}

void TestConflictDates::asksOfDates()
{
    failOnAnyWarning();
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, clause);
    QFETCH(QString, asOf);
    QFETCH(int, expected);
    const auto conflicts =
        conflictsOf(datedScenario(first, second, bans + clause, does), {domain::EventDate::parse(asOf)});
    QCOMPARE(conflicts.size(), expected == None ? 0 : 1);
    if (expected == None)
        return;
    QCOMPARE(conflicts.first().verdict, expected == Certain ? Verdict::Conflict : Verdict::Possible);
    QCOMPARE(conflicts.first().dependsOn.isEmpty(), expected == Certain);
}

// A verdict hangs on facts, not on whole clauses.
void TestConflictDates::namesEachFactAlone_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("clause"); // further members of the clause that obliges
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QStringList>("facts");
    const auto row = [](const char *name, const char *second, const char *clause, const char *asOf,
                        const char *facts) {
        QTest::newRow(name) << QByteArray(second) << QByteArray(clause) << QString::fromLatin1(asOf)
                            << QString::fromLatin1(facts).split(u' ');
    };
    const char *plain = R"("status": "in_force", "period": "2025/..")";
    row("planned", R"("status": "planned", "period": "2025/..")", "", "2026-03", "/agreements/second/status");
    row("alleged", R"("status": "signed", "evidence": "alleged", "period": "2025/..")", "", "2026-03",
        "/agreements/second/evidence");
    row("both", R"("status": "planned", "evidence": "alleged", "period": "2025/..")", "", "2026-03",
        "/agreements/second/status /agreements/second/evidence");
    row("no status", R"("period": "2025/..")", "", "2026-03", "/agreements/second/status");
    row("dates", R"("status": "signed", "period": "2026-03~/..")", "", "2026-03",
        "/agreements/second/period");
    row("signing", R"("status": "signed", "signed": "2026-03~")", "", "2026-03", "/agreements/second/signed");
    row("announcement", R"("status": "signed", "announced": "2026-03~")", "", "2026-03",
        "/agreements/second/announced");
    row("undated", R"("status": "signed")", "", "2025-12", "/agreements/second/period");
    row("an unknown end", R"("status": "expired", "period": "2019/..")", "", "2025-12",
        "/agreements/second/period");
    row("a planned clause", plain, R"(, "status": "planned")", "2026-03",
        "/agreements/second/clauses/o/status");
    row("an alleged clause", plain, R"(, "evidence": "alleged")", "2026-03",
        "/agreements/second/clauses/o/evidence");
    row("a clause's dates", plain, R"(, "period": "2026-03~/..")", "2026-03",
        "/agreements/second/clauses/o/period");
    row("either of two readings", plain, R"(, "action": "either-way")", "2026-03",
        "/defined_terms/maybe/narrower_than/whole/reading "
        "/defined_terms/maybe-too/narrower_than/whole/reading");
}

void TestConflictDates::namesEachFactAlone()
{
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, clause);
    QFETCH(QString, asOf);
    QFETCH(QStringList, facts);
    const QByteArray plain = R"("status": "in_force", "period": "2019/..")";
    const QByteArray other =
        clause.contains("action") ? QByteArray(does).replace(R"(, "action": "whole")", "") : does;
    const auto conflicts =
        conflictsOf(datedScenario(plain, second, bans, other + clause), {domain::EventDate::parse(asOf)});
    QCOMPARE(conflicts.size(), 1);
    QStringList named;
    for (const analysis::Dependency &dependency : conflicts.first().dependsOn)
        named.append(dependency.fact);
    QCOMPARE(named, facts);
}

ENTENTE_TEST(TestConflictDates, QCoreApplication)

} // namespace tst_conflictdates

#include "tst_conflictdates.moc"
