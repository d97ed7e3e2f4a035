#include "analysis/cures.h"
#include "analysis/readings.h"
#include "core/analysis/everyconflict.h"
#include "support/registration.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_cures {

using namespace entente;
using namespace entente::test;
using analysis::Amendment;
using analysis::Amendments;

// Sets of changes that clear a conflict: each does, none is larger than it must be, and all can be saved.
class TestCures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clearWhatTheyAreFor_data() { addScenarioRows(15); }
    void clearWhatTheyAreFor();
    void holdEveryReadingThatClears_data() { addScenarioRows(40); }
    void holdEveryReadingThatClears();
    void rejectWhatTakesAnExceptionBack();
    void ofTheBundledDispute();
    void canBeSavedAsAnOverlay();
    void needTwoChangesWhereBothProhibit();
    void voidNoClause();
    void keepToFreeIds();
    void endBeforeTheDateAskedOf_data();
    void endBeforeTheDateAskedOf();
};

namespace {

Changes changesOf(const Amendments &cure)
{
    Changes changes;
    for (const Amendment &amendment : cure)
        changes.append({amendment.path, amendment.value.toUtf8()});
    return changes;
}

QStringList pathsOf(const QList<Amendments> &cures)
{
    QStringList paths;
    for (const Amendments &cure : cures) {
        QStringList together;
        for (const Amendment &amendment : cure)
            together.append(amendment.path);
        paths.append(together.join(u'+'));
    }
    return paths;
}

QList<Amendments> curesOf(const QByteArray &text, const analysis::AsOf &asOf)
{
    const formats::ScenarioFile file = read(text);
    const auto conflicts = analysis::findConflicts(file.scenario, asOf);
    return conflicts.size() == 1 ? analysis::cures(file.scenario, conflicts.first(), asOf)
                                 : QList<Amendments>();
}

formats::ScenarioFile bundled()
{
    auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    return file ? std::move(*file.value) : formats::ScenarioFile();
}

} // namespace

void TestCures::clearWhatTheyAreFor()
{
    failOnAnyWarning();
    QFETCH(QByteArray, text);
    const formats::ScenarioFile file = read(text);
    for (const analysis::AsOf &asOf : dates(file.scenario)) {
        for (const analysis::Conflict &conflict : analysis::findConflicts(file.scenario, asOf)) {
            const QList<Amendments> cures = analysis::cures(file.scenario, conflict, asOf);
            QVERIFY(!cures.isEmpty());
            for (const Amendments &cure : cures) {
                const domain::Scenario cured = changed(file, changesOf(cure)); // warns where it has errors
                QVERIFY2(outcome(cured, conflict, asOf) == None, qPrintable(cure.first().sentence));
                for (qsizetype i = 0; i < cure.size() && cure.size() > 1; ++i) {
                    Amendments less = cure;
                    less.removeAt(i);
                    QVERIFY(outcome(changed(file, changesOf(less)), conflict, asOf) != None);
                }
            }
        }
    }
}

namespace {

// A reading of a disputed fact: its pointer and the way.
using Choice = std::pair<QString, domain::Reading>;

QList<Choice> choicesIn(const domain::Scenario &scenario)
{
    QList<Choice> choices;
    for (const analysis::DisputedFact &fact : analysis::disputedFacts(scenario)) {
        choices.append({fact.fact.fact, domain::Reading::Agreed});
        choices.append({fact.fact.fact, domain::Reading::Rejected});
    }
    return choices;
}

bool isCleared(const domain::Scenario &scenario, const QList<Choice> &choices,
               const analysis::Conflict &conflict, const analysis::AsOf &asOf)
{
    analysis::Readings readings;
    for (const auto &[fact, reading] : choices)
        readings.insert(fact, reading);
    return outcome(analysis::withReadings(scenario, readings), conflict, asOf) == None;
}

// Whether one of the cures is these readings and nothing else.
bool isAmong(const QList<Amendments> &cures, const domain::Scenario &scenario, const QList<Choice> &choices)
{
    analysis::Readings readings;
    for (const auto &[fact, reading] : choices)
        readings.insert(fact, reading);
    QStringList wanted;
    for (const Amendment &amendment : analysis::amendmentsFor(scenario, readings))
        wanted.append(amendment.path + amendment.value);
    return std::any_of(cures.begin(), cures.end(), [&wanted](const Amendments &cure) {
        return cure.size() == wanted.size() &&
               std::all_of(cure.begin(), cure.end(), [&wanted](const Amendment &amendment) {
                   return wanted.contains(amendment.path + amendment.value);
               });
    });
}

} // namespace

// Against trying every reading, and every two of which neither is enough: each that clears is a cure.
void TestCures::holdEveryReadingThatClears()
{
    QFETCH(QByteArray, text);
    const domain::Scenario scenario = read(text).scenario;
    const QList<Choice> choices = choicesIn(scenario).mid(0, 24);
    const analysis::AsOf asOf = analysis::defaultAsOf(scenario);
    const auto conflicts = analysis::findConflicts(scenario, asOf);
    for (const analysis::Conflict &conflict : conflicts.mid(0, 6)) {
        const QList<Amendments> cures = analysis::cures(scenario, conflict, asOf);
        QList<Choice> insufficient;
        for (const Choice &choice : choices) {
            if (!isCleared(scenario, {choice}, conflict, asOf))
                insufficient.append(choice);
            else
                QVERIFY2(isAmong(cures, scenario, {choice}), qPrintable(choice.first));
        }
        for (qsizetype i = 0; i < insufficient.size(); ++i) {
            for (qsizetype j = i + 1; j < insufficient.size(); ++j) {
                const QList<Choice> both{insufficient[i], insufficient[j]};
                if (both[0].first != both[1].first && isCleared(scenario, both, conflict, asOf))
                    QVERIFY2(isAmong(cures, scenario, both), qPrintable(both[0].first + both[1].first));
            }
        }
    }
}

void TestCures::rejectWhatTakesAnExceptionBack()
{
    const QByteArray excepted = R"(, "exceptions": {"e": {"exceptions": {"f": {"reading": "disputed"}}}})";
    QVERIFY(pathsOf(curesOf(scenarioWith(bans + excepted, does), analysis::AsOf::any()))
                .contains(QStringLiteral("/agreements/first/clauses/p/exceptions/e/exceptions/f/reading")));
}

void TestCures::ofTheBundledDispute()
{
    const formats::ScenarioFile file = bundled();
    const analysis::AsOf asOf = analysis::defaultAsOf(file.scenario);
    const auto conflicts = analysis::findConflicts(file.scenario, asOf);
    QCOMPARE(conflicts.size(), 1);
    const QList<Amendments> cures = analysis::cures(file.scenario, conflicts.first(), asOf);
    const QString routing = QStringLiteral("/agreements/api-routing/clauses/routing");
    const QString runtime = QStringLiteral("/agreements/sre-development/clauses/runtime");
    QCOMPARE(
        pathsOf(cures),
        (QStringList{routing + QStringLiteral("/exceptions/waiver-for-sre-development-runtime"),
                     QStringLiteral("/defined_terms/stateful-runtime-call/narrower_than/api-call/reading"),
                     routing + QStringLiteral("/exceptions/except-stateful-runtime-call"),
                     runtime + QStringLiteral("/through"), routing + QStringLiteral("/period"),
                     runtime + QStringLiteral("/period")}));
    QVERIFY(cures[0].first().sentence.startsWith(QStringLiteral("Microsoft waives")));
    QCOMPARE(
        cures[1].first().sentence,
        QStringLiteral("It is settled, as OpenAI and Amazon read it, that a stateful runtime call is not "
                       "an API call to a model."));
    QCOMPARE(cures[3].first().value, QStringLiteral("\"azure\""));
}

void TestCures::canBeSavedAsAnOverlay()
{
    const formats::ScenarioFile file = bundled();
    const analysis::AsOf asOf = analysis::defaultAsOf(file.scenario);
    const auto conflicts = analysis::findConflicts(file.scenario, asOf);
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(file.path, folder.filePath(QStringLiteral("base.entente.json"))));
    for (const Amendments &cure : analysis::cures(file.scenario, conflicts.first(), asOf)) {
        document::Value overlay =
            *document::readJson(
                 R"({"format": "entente-scenario", "version": "1.0", "id": "cured", "title": "Cured",
                "extends": {"file": "base.entente.json"}, "hypothetical": true})",
                 {}, 0)
                 .value;
        for (const Amendment &amendment : cure)
            QVERIFY(document::setAt(overlay, amendment.path,
                                    *document::readJson(amendment.value.toUtf8(), {}, 0).value));
        QFile saved(folder.filePath(QStringLiteral("cured.entente.json")));
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write(document::toJson(overlay));
        saved.close();
        const auto read = formats::readScenario(saved.fileName());
        QVERIFY2(read, qPrintable(read.problems.isEmpty() ? QString() : toLine(read.problems.all().first())));
        QVERIFY(analysis::findConflicts(read.value->scenario, asOf).isEmpty());
    }
}

void TestCures::needTwoChangesWhereBothProhibit()
{
    const auto cures = curesOf(scenarioWith(routes, does + R"(, "only_through": "rival-cloud")"),
                               {domain::EventDate::parse(u"2026-03")});
    const QStringList paths = pathsOf(cures);
    QVERIFY(paths.contains(QStringLiteral("/agreements/first/clauses/p/exceptions/waiver-for-second-o+"
                                          "/agreements/second/clauses/o/exceptions/waiver-for-first-p")));
    QVERIFY(paths.contains(QStringLiteral("/agreements/second/clauses/o/only_through")));
    QVERIFY(!paths.contains(QStringLiteral("/agreements/first/clauses/p/exceptions/waiver-for-second-o")));
}

// Where both name the same action, taking it out would leave nothing of the clause.
void TestCures::voidNoClause()
{
    for (const Amendments &cure : curesOf(scenarioWith(bans, does), analysis::AsOf::any())) {
        for (const Amendment &amendment : cure)
            QVERIFY(!amendment.path.contains(QLatin1String("/except-")));
    }
}

void TestCures::keepToFreeIds()
{
    const QByteArray taken = R"(, "exceptions": {"waiver-for-second-o": {"territory": "FR"}})";
    QVERIFY(pathsOf(curesOf(scenarioWith(bans + taken, does), analysis::AsOf::any()))
                .contains(QStringLiteral("/agreements/first/clauses/p/exceptions/waiver-for-second-o-2")));
}

void TestCures::endBeforeTheDateAskedOf_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("period");
    QTest::newRow("day") << "2026-03-01"
                         << "\"2025/2026-02-28\"";
    QTest::newRow("month") << "2026-01"
                           << "\"2025/2025-12\"";
    QTest::newRow("year") << "2027"
                          << "\"2025/2026\"";
    QTest::newRow("any") << "any" << QString(); // both have held from the first day on
}

void TestCures::endBeforeTheDateAskedOf()
{
    QFETCH(QString, asOf);
    QFETCH(QString, period);
    QStringList values;
    for (const Amendments &cure : curesOf(scenarioWith(bans, does), {domain::EventDate::parse(asOf)})) {
        if (cure.first().path.endsWith(QLatin1String("/period")))
            values.append(cure.first().value);
    }
    QCOMPARE(values, period.isEmpty() ? QStringList() : QStringList({period, period}));
}

ENTENTE_TEST(TestCures, QCoreApplication)

} // namespace tst_cures

#include "tst_cures.moc"
