#include "analysis/judging.h"
#include "analysis/minimalset.h"
#include "core/analysis/everyconflict.h"
#include "support/registration.h"

namespace tst_minimalset {

using namespace entente;
using namespace entente::test;

// The smallest set behind a conflict: it bears the verdict alone, and nothing of it can go.
class TestMinimalSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bearsTheVerdictAndNothingOfItCanGo_data() { addScenarioRows(15); }
    void bearsTheVerdictAndNothingOfItCanGo();
    void namesTheBundledDispute();
    void namesThePartsOfGroups();
    void leavesOutWhatDoesNotMatter();
    void isEmptyWhereNothingConflicts();
};

namespace {

// Without any reading or group that the set doesn't name.
Changes allBut(const QStringList &set, const domain::Scenario &scenario)
{
    Changes changes;
    for (const domain::DefinedTerm &term : scenario.terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            const QString pointer = analysis::pointerOf(analysis::NarrowerFact{term.id, narrower.term});
            if (!set.contains(pointer))
                changes.append({pointer, "\"rejected\""});
        }
    }
    for (const domain::Firm &firm : scenario.firms) {
        const QString pointer = analysis::pointerOf(analysis::PartOfFact{firm.id});
        if (!firm.partOf.isEmpty() && !set.contains(pointer))
            changes.append({pointer, "null"});
    }
    return changes;
}

// What is newer begins in time, whatever else is open about it.
Changes supersedes(const QString &period)
{
    return {{period, "\"1900/..\""},
            {period.left(period.lastIndexOf(u'/')) + QStringLiteral("/status"), "\"in_force\""}};
}

// What can be made of a fact, by what its pointer names.
QList<Changes> opposites(const QString &fact, const analysis::Conflict &conflict,
                         const domain::Scenario &scenario)
{
    const auto one = [](const QString &path, const char *json) { return Changes{{path, json}}; };
    if (fact.endsWith(QLatin1String("/reading")))
        return {one(fact, "\"rejected\""), one(fact, "\"agreed\"")};
    if (fact.endsWith(QLatin1String("/part_of")))
        return {one(fact, "null")};
    if (fact.endsWith(QLatin1String("/condition")))
        return {one(fact, R"({"text": "it rains", "state": "unmet"})"),
                one(fact, R"({"text": "it rains", "state": "met"})")};
    if (fact.endsWith(QLatin1String("/period")) && fact.contains(QLatin1String("/exceptions/")))
        return {one(fact, "null"), one(fact, "\"1900\"")};
    if (fact.endsWith(QLatin1String("/period")))
        return {one(fact, "\"1900/1901\""), one(fact, "\"2900/..\""), one(fact, "\"../..\""),
                supersedes(fact)};
    if (fact.endsWith(QLatin1String("/through"))) {
        const domain::FirmId only = scenario.clause(conflict.prohibiting)->onlyThrough.isEmpty()
                                        ? scenario.clause(conflict.other)->onlyThrough
                                        : scenario.clause(conflict.prohibiting)->onlyThrough;
        return {{{fact, '"' + only.text().toUtf8() + '"'}}};
    }
    if (fact == analysis::pointerTo(conflict.prohibiting) || fact == analysis::pointerTo(conflict.other))
        return {one(fact + QStringLiteral("/bearer"), "null")}; // nobody's clause; other things may name it
    if (fact.endsWith(QLatin1String("/evidence")))
        return {one(fact, "\"disproven\""), one(fact, "\"confirmed\"")};
    if (fact.endsWith(QLatin1String("/signed")) || fact.endsWith(QLatin1String("/announced")))
        return {one(fact, "\"2900\""), one(fact, "\"1900\"")};
    return {one(fact, "\"suspended\""), one(fact, "\"in_force\"")}; // a status
}

bool matters(const formats::ScenarioFile &file, const Changes &others, const QString &fact,
             const analysis::Conflict &conflict, const analysis::AsOf &asOf)
{
    const Expected before = outcome(changed(file, others), conflict, asOf);
    const QList<Changes> ways = opposites(fact, conflict, file.scenario);
    return std::any_of(ways.begin(), ways.end(), [&](const Changes &way) {
        return outcome(changed(file, others + way), conflict, asOf) != before;
    });
}

} // namespace

void TestMinimalSet::bearsTheVerdictAndNothingOfItCanGo()
{
    failOnAnyWarning();
    QFETCH(QByteArray, text);
    const formats::ScenarioFile file = read(text);
    for (const analysis::AsOf &asOf : dates(file.scenario)) {
        for (const analysis::Conflict &conflict : analysis::findConflicts(file.scenario, asOf)) {
            const QStringList set = analysis::minimalSet(file.scenario, conflict, asOf);
            QCOMPARE(set.value(0), analysis::pointerTo(conflict.prohibiting));
            QCOMPARE(set.value(1), analysis::pointerTo(conflict.other));
            const Changes others = allBut(set, file.scenario);
            QCOMPARE(outcome(changed(file, others), conflict, asOf), outcome(file.scenario, conflict, asOf));
            for (const QString &fact : set)
                QVERIFY2(matters(file, others, fact, conflict, asOf), qPrintable(fact));
        }
    }
}

void TestMinimalSet::namesTheBundledDispute()
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    QVERIFY(file);
    const analysis::AsOf asOf = analysis::defaultAsOf(file.value->scenario);
    const auto conflicts = analysis::findConflicts(file.value->scenario, asOf);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(
        analysis::minimalSet(file.value->scenario, conflicts.first(), asOf),
        (QStringList{QStringLiteral("/agreements/api-routing/clauses/routing"),
                     QStringLiteral("/agreements/sre-development/clauses/runtime"),
                     QStringLiteral("/defined_terms/stateful-runtime-call/narrower_than/api-call/reading")}));
}

void TestMinimalSet::namesThePartsOfGroups()
{
    const QByteArray bearer = "\"bearer\": \"alpha\"";
    const QByteArray unit = QByteArray(does).replace(bearer, "\"bearer\": \"alpha-unit\"");
    const formats::ScenarioFile file = read(scenarioWith(
        bans + R"(, "object": "host", "binds_affiliates": true)", unit + R"(, "object": "on-cloud")"));
    const auto conflicts = analysis::findConflicts(file.scenario, analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    const QStringList set =
        analysis::minimalSet(file.scenario, conflicts.first(), analysis::AsOf::any()).mid(2);
    QCOMPARE(QSet<QString>(set.begin(), set.end()),
             (QSet<QString>{QStringLiteral("/firms/alpha-unit/part_of"),
                            QStringLiteral("/firms/alpha-sub/part_of"),
                            QStringLiteral("/defined_terms/on-cloud/narrower_than/host-cloud/reading"),
                            QStringLiteral("/firms/host-cloud/part_of")}));
}

void TestMinimalSet::leavesOutWhatDoesNotMatter()
{
    const QByteArray excepted = R"(, "exceptions": {"e": {"action": "part", "territory": "FR"}})";
    const QByteArray newer =
        R"(, "n": {"title": "N", "kind": "other", "status": "signed", "supersedes": ["first"],
        "parties": [{"firm": "beta"}]})";
    const formats::ScenarioFile file =
        read(scenarioWith(routes + excepted,
                          QByteArray(does).replace("whole", "bit") + R"(, "through": "rival-cloud")", newer));
    const auto conflicts = analysis::findConflicts(file.scenario, analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(analysis::minimalSet(file.scenario, conflicts.first(), analysis::AsOf::any()).mid(2),
             (QStringList{QStringLiteral("/defined_terms/bit/narrower_than/part/reading"),
                          QStringLiteral("/defined_terms/part/narrower_than/whole/reading")}));
}

void TestMinimalSet::isEmptyWhereNothingConflicts()
{
    const formats::ScenarioFile file = read(scenarioWith(bans, does));
    auto conflicts = analysis::findConflicts(file.scenario, analysis::AsOf::any());
    QCOMPARE(conflicts.size(), 1);
    QVERIFY(analysis::minimalSet(file.scenario, conflicts.first(), {domain::EventDate::parse(u"2020")})
                .isEmpty());
    conflicts.first().other.clause = domain::ClauseId(QStringLiteral("nowhere"));
    QVERIFY(analysis::minimalSet(file.scenario, conflicts.first(), analysis::AsOf::any()).isEmpty());
}

ENTENTE_TEST(TestMinimalSet, QCoreApplication)

} // namespace tst_minimalset

#include "tst_minimalset.moc"
