#include "analysis/conflicts.h"
#include "formats/scenarioreader.h"

#include <QTest>

using namespace entente;
using analysis::Verdict;

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
    void agreementsPeriodBindsItsClauses();
    void namesTheReadingThatAnExceptionHangsOn();
    void saysItInEnglish();
};

namespace {

// Firms: alpha with a subsidiary, a division and a product; host with two platforms; rival with one. Terms:
// `part` is narrower than `whole`; whether `maybe` is, is disputed; that `never` is, is rejected.
QByteArray scenarioWith(const QByteArray &prohibiting, const QByteArray &other, const QByteArray &more)
{
    return R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "as_of": "2026-03",
 "firms": {
  "alpha": {"name": "Alpha", "kind": "company"},
  "alpha-sub": {"name": "Alpha Sub", "kind": "subsidiary", "part_of": "alpha"},
  "alpha-product": {"name": "Alpha Product", "kind": "product", "part_of": "alpha"},
  "beta": {"name": "Beta", "kind": "company"},
  "host": {"name": "Host", "kind": "company"},
  "host-cloud": {"name": "Host Cloud", "kind": "platform", "part_of": "host"},
  "host-edge": {"name": "Host Edge", "kind": "platform", "part_of": "host"},
  "rival": {"name": "Rival", "kind": "company"},
  "rival-cloud": {"name": "Rival Cloud", "kind": "platform", "part_of": "rival"}},
 "defined_terms": {
  "whole": {"name": "whole"},
  "part": {"name": "part", "narrower_than": {"whole": {"reading": "agreed"}}},
  "bit": {"name": "bit", "narrower_than": {"part": {"reading": "agreed"}}},
  "maybe": {"name": "maybe", "narrower_than": {"whole": {"reading": "disputed", "positions": {
     "h": {"by": "host", "stance": "affirms"}, "a": {"by": "alpha", "stance": "denies"}}}}},
  "never": {"name": "never", "narrower_than": {"whole": {"reading": "rejected"}}}},
 "agreements": {
  "first": {"title": "First", "kind": "exclusivity", "status": "in_force", "period": "2025/..",
   "parties": [{"firm": "alpha", "role": "obligor"}, {"firm": "host", "role": "obligee"}],
   "clauses": {"p": {"kind": "exclusivity", )" +
           prohibiting + R"(}}},
  "second": {"title": "Second", "kind": "service", "status": "in_force", "period": "2025/..",
   "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "rival", "role": "provider"}],
   "clauses": {"o": {"kind": "other", )" +
           other + "}}}" + more + "}}";
}

QList<analysis::Conflict> conflictsOf(const QByteArray &text, const analysis::AsOf &asOf, QString *problem)
{
    const auto file = formats::readScenario(text, QStringLiteral("test.json"));
    if (!file) {
        *problem = file.problems.isEmpty() ? QStringLiteral("?") : toLine(file.problems.all().first());
        return {};
    }
    return analysis::findConflicts(file.value->scenario, asOf);
}

const QByteArray bans =
    R"("modality": "prohibition", "bearer": "alpha", "counterparty": "host", "action": "whole")";
const QByteArray routes =
    R"("modality": "obligation", "bearer": "alpha", "counterparty": "host", "action": "whole", "only_through": "host-cloud")";
const QByteArray does =
    R"("modality": "obligation", "bearer": "alpha", "counterparty": "rival", "action": "whole")";
const QByteArray may =
    R"("modality": "permission", "bearer": "alpha", "counterparty": "rival", "action": "whole")";

enum Expected { None, Possible, Certain };

} // namespace

void TestConflicts::judges_data()
{
    QTest::addColumn<QByteArray>("prohibiting");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const QByteArray &p, const QByteArray &o, int expected,
                        const QByteArray &more = {}) { QTest::newRow(name) << p << o << more << expected; };
    const auto on = [](QByteArray clause, const QByteArray &action) {
        return clause.replace("\"whole\"", '"' + action + '"');
    };
    const auto by = [](QByteArray clause, const QByteArray &bearer) {
        return clause.replace("\"bearer\": \"alpha\"", "\"bearer\": \"" + bearer + '"');
    };

    row("modality: prohibition and obligation", bans, does, Certain);
    row("modality: prohibition and permission", bans, may, Certain);
    row("modality: two prohibitions", bans, bans, None);
    row("modality: two obligations", does, does, None);
    row("modality: obligation and permission", does, may, None);

    row("bearer: another firm", bans, by(does, "beta"), None);
    row("bearer: subsidiary, affiliates not bound", bans, by(does, "alpha-sub"), None);
    row("bearer: subsidiary, affiliates bound", bans + ", \"binds_affiliates\": true", by(does, "alpha-sub"),
        Certain);
    row("bearer: parent, affiliates bound", by(bans, "alpha-sub") + ", \"binds_affiliates\": true", does,
        Certain);
    row("bearer: product is no affiliate", bans + ", \"binds_affiliates\": true", by(does, "alpha-product"),
        None);
    row("bearer: affiliates bound by the other clause only", bans,
        by(does, "alpha-sub") + ", \"binds_affiliates\": true", None);

    row("action: narrower", bans, on(does, "part"), Certain);
    row("action: two steps narrower", bans, on(does, "bit"), Certain);
    row("action: narrower, disputed", bans, on(does, "maybe"), Possible);
    row("action: narrower, rejected", bans, on(does, "never"), None);
    row("action: unrelated", on(bans, "never"), does, None);
    row("action: wider is permitted", on(bans, "part"), may, Possible);
    row("action: wider is obliged, and can be met otherwise", on(bans, "part"), does, None);
    row("object: the same", bans + ", \"object\": \"beta\"", does + ", \"object\": \"beta\"", Certain);
    row("object: only the prohibition's is absent", bans, does + ", \"object\": \"beta\"", Certain);
    row("object: part of the prohibition's", bans + ", \"object\": \"host\"",
        does + ", \"object\": \"host-cloud\"", Certain);
    row("object: another", bans + ", \"object\": \"beta\"", does + ", \"object\": \"host\"", None);
    row("object: unrestricted obligation", bans + ", \"object\": \"beta\"", does, None);
    row("object: unrestricted permission", bans + ", \"object\": \"beta\"", may, Possible);

    row("channel: outside the group", routes, does + ", \"through\": \"rival-cloud\"", Certain);
    row("channel: the same", routes, does + ", \"through\": \"host-cloud\"", None);
    row("channel: in the same group", routes, does + ", \"through\": \"host-edge\"", None);
    row("channel: not named", routes, does, Possible);
    row("channel: doesn't matter to a plain prohibition", bans, does + ", \"through\": \"host-cloud\"",
        Certain);
    row("channel: both exclusive, disjoint", routes, does + ", \"only_through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, one group", routes, does + ", \"only_through\": \"host-edge\"", None);

    row("channel: a prohibition but through one, by that one", bans + ", \"only_through\": \"host-cloud\"",
        does + ", \"through\": \"host-cloud\"", None);
    row("channel: a prohibition but through one, by another", bans + ", \"only_through\": \"host-cloud\"",
        does + ", \"through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, the later narrower", routes,
        on(does, "part") + ", \"only_through\": \"rival-cloud\"", Certain);
    row("channel: both exclusive, the earlier narrower", on(routes, "part"),
        does + ", \"only_through\": \"rival-cloud\"", Certain);

    row("territory: the same", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"US\"", Certain);
    row("territory: a part", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"US-CA\"", Certain);
    row("territory: another", bans + ", \"territory\": \"US\"", does + ", \"territory\": \"FR\"", None);
    row("territory: everywhere", bans, does + ", \"territory\": \"FR\"", Certain);

    row("period: ended before", bans + ", \"period\": \"2025-01/2025-06\"", does, None);
    row("period: touch by a day", bans + ", \"period\": \"2025/2026-03-31\"",
        does + ", \"period\": \"2026-03-31/..\"", Certain);
    row("period: miss by a day", bans + ", \"period\": \"2025/2026-03-30\"",
        does + ", \"period\": \"2026-03-31/..\"", None);
    row("period: only perhaps", bans + ", \"period\": \"2025/2026-04~\"", does, Possible);
    row("status: suspended", bans + ", \"status\": \"suspended\"", does, None);
    row("status: rumoured", bans, does + ", \"status\": \"rumoured\"", Possible);
    row("evidence: alleged", bans, does + ", \"evidence\": \"alleged\"", Possible);
    row("evidence: disproven", bans, does + ", \"evidence\": \"disproven\"", None);

    row("exception: covers all", bans + R"(, "exceptions": {"e": {}})", does, None);
    row("exception: covers the action", bans + R"(, "exceptions": {"e": {"action": "part"}})",
        on(does, "part"), None);
    row("exception: covers the action, disputed", bans + R"(, "exceptions": {"e": {"action": "whole"}})",
        on(does, "maybe"), Possible);
    row("exception: another action", bans + R"(, "exceptions": {"e": {"action": "never"}})", on(does, "part"),
        Certain);
    row("exception: for this agreement", bans + R"(, "exceptions": {"e": {"agreement": "second"}})", does,
        None);
    row("exception: for another agreement", bans + R"(, "exceptions": {"e": {"agreement": "first"}})", does,
        Certain);
    row("exception: for the counterparty", bans + R"(, "exceptions": {"e": {"counterparty": "rival"}})", does,
        None);
    row("exception: for another counterparty", bans + R"(, "exceptions": {"e": {"counterparty": "beta"}})",
        does, Certain);
    row("exception: for a country, and so for its parts",
        bans + R"(, "exceptions": {"e": {"territory": "US"}})", does + ", \"territory\": \"US-CA\"", None);
    row("exception: for a part of the country", bans + R"(, "exceptions": {"e": {"territory": "US-CA"}})",
        does + ", \"territory\": \"US\"", Certain);
    row("exception: for a country, met everywhere", bans + R"(, "exceptions": {"e": {"territory": "US"}})",
        does, Certain);
    row("exception: disputed", bans + R"(, "exceptions": {"e": {"reading": "disputed"}})", does, Possible);
    row("exception: rejected", bans + R"(, "exceptions": {"e": {"reading": "rejected"}})", does, Certain);
    row("exception: taken back", bans + R"(, "exceptions": {"e": {"exceptions": {"f": {}}}})", does, Certain);
    row("exception: taken back for another",
        bans + R"(, "exceptions": {"e": {"exceptions": {"f": {"agreement": "first"}}}})", does, None);
    row("waiver", bans + R"(, "exceptions": {"e": {"kind": "waiver", "action": "whole"}})", does, None);

    row("condition: unmet", bans + R"(, "condition": {"text": "it rains", "state": "unmet"})", does, None);
    row("condition: met", bans + R"(, "condition": {"text": "it rains", "state": "met"})", does, Certain);
    row("condition: unknown", bans + R"(, "condition": "it rains")", does, Possible);
    row("condition: of the other clause, disputed", bans,
        does + R"(, "condition": {"text": "it rains", "state": "disputed"})", Possible);

    const QByteArray newer =
        R"(, "newer": {"title": "Newer", "kind": "other", "status": "signed", "period": "2025/..", "supersedes": ["first"],
        "parties": [{"firm": "alpha"}, {"firm": "%"}]})";
    row("supersession: by an agreement of the obligee", bans, does, None,
        QByteArray(newer).replace('%', "host"));
    row("supersession: by a stranger", bans, does, Certain, QByteArray(newer).replace('%', "beta"));
    row("supersession: of the clause alone", bans, does, None,
        QByteArray(newer).replace('%', "host").replace("[\"first\"]", "[\"first/p\"]"));

    row("no bearer: not compared", R"("modality": "prohibition", "action": "whole")", does, None);
    row("no action: not compared", R"("modality": "prohibition", "bearer": "alpha")", does, None);
}

void TestConflicts::judges()
{
    QFETCH(QByteArray, prohibiting);
    QFETCH(QByteArray, other);
    QFETCH(QByteArray, more);
    QFETCH(int, expected);
    QString problem;
    const auto conflicts =
        conflictsOf(scenarioWith(prohibiting, other, more), {domain::EventDate::parse(u"2026-03")}, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(conflicts.size(), expected == None ? 0 : 1);
    if (expected == None)
        return;
    QCOMPARE(conflicts.first().verdict, expected == Certain ? Verdict::Conflict : Verdict::Possible);
    QVERIFY(!conflicts.first().because.isEmpty());
    QCOMPARE(conflicts.first().dependsOn.isEmpty(), expected == Certain || conflicts.first().partial);
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

QTEST_APPLESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
