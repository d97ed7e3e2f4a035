#include "analysis/circles.h"
#include "analysis/readings.h"
#include "core/analysis/flowscenario.h"
#include "support/registration.h"

namespace tst_circles {

using namespace entente;
using test::agreement;
using test::undisclosed;
using test::usd;

// Circular deals: which cycles there are, what their legs hold, how they rank and what they depend on.
class TestCircles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void ranksBySmallestLeg();
    void saysWhatItDependsOn();
    void bundled_data();
    void bundled();
    void bundledLegs();
    void tellsCirclesOfOtherDates();
    void admitsWhatItDoesNotFollow();
    void answersToTheCondition_data();
    void answersToTheCondition();
};

namespace {

// "alpha>beta>alpha 4 USD possible".
QString inWords(const analysis::Circle &circle)
{
    QStringList ids;
    for (const domain::FirmId &group : circle.groups)
        ids.append(group.text());
    ids.append(ids.first());
    const QString size = circle.smallestLeg
                             ? circle.smallestLeg->value->toString() + u' ' + circle.smallestLeg->currency
                         : circle.isMixed ? QStringLiteral("mixed")
                                          : QStringLiteral("unknown");
    const QString most = circle.smallestLegAtMost
                             ? QStringLiteral(", at most ") + circle.smallestLegAtMost->value->toString()
                             : QString();
    return QStringLiteral("%1 %2 %3%4").arg(ids.join(u'>'), size, analysis::toWord(circle.verdict), most);
}

QStringList inWords(const analysis::Circles &circles)
{
    QStringList words;
    for (const analysis::Circle &circle : circles.circles)
        words.append(inWords(circle));
    return words;
}

analysis::Circles circlesOf(const domain::Scenario &scenario, const QString &asOf)
{
    return analysis::findCircles(scenario, analysis::findFlows(scenario, test::asOfText(asOf)));
}

QByteArray pays(const char *id, const char *from, const char *to, const QByteArray &amounts,
                const QByteArray &more = R"("status": "in_force")")
{
    return agreement(id, "investment", QByteArray(from) + " investor " + to + " investee", amounts, more);
}

} // namespace

void TestCircles::finds_data()
{
    QTest::addColumn<QByteArray>("agreements");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &agreements, const QStringList &expected) {
        QTest::newRow(name) << agreements << expected;
    };
    const auto one = [](const char *circle) { return QStringList{QString::fromLatin1(circle)}; };
    const QByteArray there = pays("x", "alpha", "beta", usd("a", "10"));
    const QByteArray back = pays("y", "beta", "alpha", usd("a", "4"));
    const QByteArray partners = "alpha partner beta partner";

    row("there and back", there + ", " + back, one("alpha>beta>alpha 4 USD certain"));
    row("only there", there, {});
    row("by way of a third",
        there + ", " + pays("y", "beta", "gamma", usd("a", "4")) + ", " +
            pays("z", "gamma", "alpha", usd("a", "7")),
        one("alpha>beta>gamma>alpha 4 USD certain"));
    row("between parts of groups",
        pays("x", "alpha-sub", "beta-cloud", usd("a", "10")) + ", " +
            pays("y", "beta", "alpha-product", usd("a", "4")),
        one("alpha>beta>alpha 4 USD certain"));
    row("inside a group",
        pays("x", "alpha", "alpha-sub", usd("a", "10")) + ", " +
            pays("y", "alpha-sub", "alpha", usd("a", "4")),
        {});
    row("a leg is as large as its largest flow",
        there + ", " +
            pays("y", "beta", "alpha", usd("a", "4") + ", " + usd("b", "6") + ", " + usd("c", "5")),
        one("alpha>beta>alpha 6 USD certain"));
    row("other currencies",
        there + ", " + pays("y", "beta", "alpha", R"("a": {"value": 4, "currency": "EUR"})"),
        one("alpha>beta>alpha mixed certain"));
    row("one currency in common",
        there + ", " +
            pays("y", "beta", "alpha", usd("b", "1") + R"(, "a": {"value": 40, "currency": "EUR"})"),
        one("alpha>beta>alpha 1 USD certain"));
    row("an undisclosed leg", there + ", " + pays("y", "beta", "alpha", undisclosed("a")),
        one("alpha>beta>alpha unknown certain"));
    row("a conditional leg",
        there + ", " + pays("y", "beta", "alpha", usd("a", "4", R"("condition": "it is listed")")),
        one("alpha>beta>alpha 4 USD possible"));
    row("a leg with another flow beside the conditional one",
        there + ", " +
            pays("y", "beta", "alpha",
                 usd("a", "4", R"("condition": "it is listed")") + ", " + usd("b", "1")),
        one("alpha>beta>alpha 1 USD certain, at most 4"));
    const auto conditional = [](const char *state) {
        return R"("part_of": "w", "condition": {"text": "it is listed", "state": ")" + QByteArray(state) +
               "\"}";
    };
    const auto tranches = [&](const char *whole, const char *part, const char *state) {
        return there + ", " +
               pays("y", "beta", "alpha", usd("w", whole) + ", " + usd("p", part, conditional(state)));
    };
    row("a leg all of whose tranches are conditional", tranches("5", "5", "unknown"),
        one("alpha>beta>alpha 5 USD possible"));
    row("a leg of which a tranche is conditional", tranches("5", "3", "disputed"),
        one("alpha>beta>alpha 2 USD certain, at most 5"));
    row("a leg of which a tranche's condition is met", tranches("5", "3", "met"),
        one("alpha>beta>alpha 5 USD certain"));
    row("a leg of which a tranche's condition is not met", tranches("5", "3", "unmet"),
        one("alpha>beta>alpha 2 USD certain"));
    row("a leg of which no tranche's condition is met", tranches("5", "5", "unmet"), {});
    row("a leg whose condition is met",
        there + ", " +
            pays("y", "beta", "alpha",
                 usd("a", "4", R"("condition": {"text": "it is listed", "state": "met"})")),
        one("alpha>beta>alpha 4 USD certain"));
    row("a leg whose condition is not met",
        there + ", " +
            pays("y", "beta", "alpha",
                 usd("a", "4", R"("condition": {"text": "it is listed", "state": "unmet"})")),
        {});
    row("a round of two investors, one of whom is paid",
        agreement("y", "funding_round", "alpha investor beta investor gamma issuer", usd("a", "4")) + ", " +
            pays("x", "gamma", "alpha", usd("a", "10")),
        one("alpha>gamma>alpha 4 USD possible"));
    row("an announced leg",
        there + ", " + pays("y", "beta", "alpha", usd("a", "4"), R"("status": "announced")"),
        one("alpha>beta>alpha 4 USD certain"));
    row("a planned leg", there + ", " + pays("y", "beta", "alpha", usd("a", "4"), R"("status": "planned")"),
        one("alpha>beta>alpha 4 USD possible"));
    row("a rumoured leg", there + ", " + pays("y", "beta", "alpha", usd("a", "4"), R"("status": "rumoured")"),
        {});
    row("a leg that has ended",
        there + ", " +
            pays("y", "beta", "alpha", usd("a", "4"), R"("status": "expired", "period": "2020/2021")"),
        {});
    row("unknown direction against a known one",
        there + ", " + agreement("y", "strategic_alliance", partners, usd("a", "4")),
        one("alpha>beta>alpha 4 USD possible"));
    row("a refund of which nobody says who takes it",
        there + ", " +
            agreement("y", "purchase", "alpha customer beta supplier", usd("a", "4", R"("from": "beta")")),
        one("alpha>beta>alpha 4 USD possible"));
    row("one amount can't come back as itself", agreement("y", "strategic_alliance", partners, usd("a", "4")),
        {});
    row("two of unknown direction",
        agreement("y", "strategic_alliance", partners, usd("a", "4") + ", " + usd("b", "9")),
        one("alpha>beta>alpha 4 USD possible"));
    row("known directions need no unknown one",
        there + ", " + back + ", " + agreement("z", "strategic_alliance", partners, usd("a", "400")),
        one("alpha>beta>alpha 4 USD certain"));
    row("among three, who paid whom is open",
        there + ", " +
            agreement("y", "strategic_alliance", "alpha partner beta partner gamma partner", usd("a", "4")),
        one("alpha>beta>alpha 4 USD possible"));
    row("one amount can't go two of three ways",
        there + ", " +
            agreement("y", "strategic_alliance", "beta partner gamma partner delta partner", usd("a", "4")),
        {});
    row("both ways round",
        there + ", " + back + ", " + pays("u", "beta", "gamma", usd("a", "4")) + ", " +
            pays("v", "gamma", "beta", usd("a", "5")) + ", " + pays("w", "gamma", "alpha", usd("a", "6")) +
            ", " + pays("z", "alpha", "gamma", usd("a", "7")),
        {QStringLiteral("alpha>gamma>alpha 6 USD certain"), QStringLiteral("alpha>beta>alpha 4 USD certain"),
         QStringLiteral("beta>gamma>beta 4 USD certain"),
         QStringLiteral("alpha>beta>gamma>alpha 4 USD certain"),
         QStringLiteral("alpha>gamma>beta>alpha 4 USD certain")});
}

void TestCircles::finds()
{
    QFETCH(QByteArray, agreements);
    QFETCH(QStringList, expected);
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(agreements));
    const analysis::Circles circles = circlesOf(scenario, QStringLiteral("2026-03"));
    QCOMPARE(inWords(circles), expected);
    QVERIFY(circles.complete);
    for (const analysis::Circle &circle : circles.circles) {
        QCOMPARE(circle.dependsOn.isEmpty(), circle.verdict == analysis::CircleVerdict::Certain);
        QCOMPARE(circle.legs.size(), circle.groups.size());
        for (qsizetype i = 0; i < circle.legs.size(); ++i) {
            QCOMPARE(circle.legs[i].from, circle.groups[i]);
            QCOMPARE(circle.legs[i].to, circle.groups[(i + 1) % circle.groups.size()]);
            QVERIFY(!circle.legs[i].flows.isEmpty());
        }
    }
}

void TestCircles::ranksBySmallestLeg()
{
    const auto bothWays = [](const char *a, const char *b, const QByteArray &there, const QByteArray &back) {
        const QByteArray id = QByteArray(a) + "-" + b;
        return pays((id + "-1").constData(), a, b, there) + ", " + pays((id + "-2").constData(), b, a, back);
    };
    const QByteArray euros = R"("a": {"value": 1000, "currency": "EUR"})";
    const domain::Scenario scenario = test::scenarioOf(
        test::flowScenario(bothWays("alpha", "beta", usd("a", "100"), undisclosed("a")) + ", " +
                           bothWays("alpha", "gamma", usd("a", "9"), euros) + ", " +
                           bothWays("alpha", "delta", usd("a", "9"), usd("a", "2e9")) + ", " +
                           bothWays("beta", "gamma", usd("a", "10"), usd("a", "10.5")) + ", " +
                           bothWays("beta", "delta", euros, euros)));
    analysis::SearchLimits pairs;
    pairs.maxLength = 2;
    const auto circles =
        analysis::findCircles(scenario, analysis::findFlows(scenario, analysis::AsOf::any()), pairs);
    const QStringList expected{
        QStringLiteral("beta>gamma>beta 10 USD certain"), QStringLiteral("alpha>delta>alpha 9 USD certain"),
        QStringLiteral("beta>delta>beta 1000 EUR certain"), QStringLiteral("alpha>gamma>alpha mixed certain"),
        QStringLiteral("alpha>beta>alpha unknown certain")};
    QCOMPARE(inWords(circles), expected);
    QVERIFY(!circles.complete); // longer ones exist
    QCOMPARE(circles.searchedLength, 2);
}

void TestCircles::saysWhatItDependsOn()
{
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(
        pays("x", "alpha", "beta", usd("a", "10", R"("condition": "it is listed")")) + ", " +
        agreement("y", "strategic_alliance", "alpha partner beta partner", usd("a", "4"))));
    const analysis::Circles circles = circlesOf(scenario, QStringLiteral("any"));
    QCOMPARE(circles.circles.size(), 1);
    QStringList facts;
    for (const analysis::Dependency &dependency : circles.circles.first().dependsOn) {
        facts.append(dependency.fact);
        QVERIFY(!dependency.sentence.isEmpty());
    }
    QCOMPARE(facts, (QStringList{QStringLiteral("/agreements/x/amounts/a/condition"),
                                 QStringLiteral("/agreements/y/amounts/a/from")}));
    const auto things = circles.circles.first().things();
    QCOMPARE(things.size(), 4);
    QVERIFY(things.contains(domain::ThingRef::of(domain::AgreementId(QStringLiteral("y")))));
    QVERIFY(things.contains(domain::ThingRef::of(domain::FirmId(QStringLiteral("beta")))));
}

void TestCircles::bundled_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QStringList>("expected");
    const QString amazon =
        QStringLiteral("openai>amazon>openai 15000000000 USD certain, at most 50000000000");
    const QString microsoft = QStringLiteral("microsoft>openai>microsoft unknown certain");
    // Until October 2025 OpenAI paid for Azure, nobody says how much; since February 2026 it buys of AWS.
    QTest::newRow("2019 on") << QStringLiteral("2020") << QStringList{microsoft};
    QTest::newRow("March 2026") << QStringLiteral("2026-03") << QStringList{amazon};
    QTest::newRow("at any date") << QStringLiteral("any") << QStringList{amazon, microsoft};
}

void TestCircles::bundled()
{
    QFETCH(QString, asOf);
    QFETCH(QStringList, expected);
    QCOMPARE(inWords(circlesOf(test::bundledScenario("cloud-dispute"), asOf)), expected);
}

void TestCircles::bundledLegs()
{
    const auto circles = circlesOf(test::bundledScenario("cloud-dispute"), QStringLiteral("any"));
    QStringList legs;
    for (const analysis::Circle &circle : circles.circles) {
        for (const analysis::CircleLeg &leg : circle.legs) {
            for (const analysis::Flow &flow : leg.flows)
                legs.append(QStringLiteral("%1>%2 %3")
                                .arg(flow.from.text(), flow.to.text(), domain::toShortText(flow.amount)));
        }
    }
    QCOMPARE(legs, (QStringList{QStringLiteral("openai>aws $138B"), QStringLiteral("amazon>openai $50B"),
                                QStringLiteral("microsoft>openai $1B"),
                                QStringLiteral("openai>azure undisclosed")}));
}

void TestCircles::tellsCirclesOfOtherDates()
{
    const domain::Scenario scenario = test::bundledScenario("cloud-dispute");
    const auto others = [&scenario](const char *asOf) {
        analysis::Circles circles;
        circles.circles =
            analysis::circlesAtOtherDates(scenario, circlesOf(scenario, QString::fromLatin1(asOf)));
        return inWords(circles);
    };
    QCOMPARE(others("2026-03"), QStringList{QStringLiteral("microsoft>openai>microsoft unknown certain")});
    QCOMPARE(others("2020"), QStringList{QStringLiteral(
                                 "openai>amazon>openai 15000000000 USD certain, at most 50000000000")});
    QCOMPARE(others("any"), QStringList());
}

// Of a round of very many nobody can say who paid; that circles may be missing is said.
void TestCircles::admitsWhatItDoesNotFollow()
{
    QByteArray roles = "gamma issuer";
    for (int i = 0; i < 13; ++i)
        roles += " f" + QByteArray::number(i) + " investor";
    QByteArray text = test::flowScenario(agreement("y", "funding_round", roles, usd("a", "4")));
    QByteArray firms;
    for (int i = 0; i < 13; ++i)
        firms += "\"f" + QByteArray::number(i) + R"(": {"name": "F", "kind": "company"}, )";
    text.replace("\"firms\": {", "\"firms\": {" + firms);
    const analysis::Circles circles = circlesOf(test::scenarioOf(text), QStringLiteral("any"));
    QVERIFY(!circles.complete);
    QVERIFY(!analysis::whatMayBeMissing(circles).isEmpty());
}

// The condition of the bundled $35 billion, read one way or the other.
void TestCircles::answersToTheCondition_data()
{
    QTest::addColumn<int>("reading");
    QTest::addColumn<QString>("expected");
    QTest::newRow("met") << int(domain::Reading::Agreed) << "openai>amazon>openai 50000000000 USD certain";
    QTest::newRow("open") << int(domain::Reading::Disputed)
                          << "openai>amazon>openai 15000000000 USD certain, at most 50000000000";
    QTest::newRow("not met") << int(domain::Reading::Rejected)
                             << "openai>amazon>openai 15000000000 USD certain";
}

void TestCircles::answersToTheCondition()
{
    QFETCH(int, reading);
    QFETCH(QString, expected);
    const QString fact = QStringLiteral("/agreements/amazon-investment/amounts/conditional/condition");
    const domain::Scenario scenario =
        analysis::withReadings(test::bundledScenario("cloud-dispute"), {{fact, domain::Reading(reading)}});
    QCOMPARE(inWords(circlesOf(scenario, QStringLiteral("2026-03"))), QStringList{expected});
}

ENTENTE_TEST(TestCircles, QCoreApplication)

} // namespace tst_circles

#include "tst_circles.moc"
