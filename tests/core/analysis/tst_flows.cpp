#include "analysis/flows.h"
#include "core/analysis/flowscenario.h"
#include "support/registration.h"

#include <QRandomGenerator>

namespace tst_flows {

using namespace entente;
using test::agreement;
using test::undisclosed;
using test::usd;

// "Flows and circular deals": who pays whom, what counts when, and that no money counts twice. A row is the
// agreements of a scenario and its flows in words.
class TestFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attributes_data();
    void attributes();
    void countsAtADate_data();
    void countsAtADate();
    void countsNoPartBesideItsWhole_data();
    void countsNoPartBesideItsWhole();
    void noMoneyIsLostOrCountedTwice();
    void reservationsPointToFacts();
    void bundledShareOfRevenueIsOneFlow();
};

namespace {

QString inWords(const domain::Amount &amount)
{
    return amount.value ? amount.value->toString() + (amount.isMoney() ? QString() : u' ' + amount.unit)
                        : QStringLiteral("?");
}

QString marksOf(const QList<analysis::Reservation> &reservations)
{
    QStringList marks;
    for (const analysis::Reservation &reservation : reservations)
        marks.append(analysis::toWord(reservation.mark));
    return marks.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(marks.join(QStringLiteral(", ")));
}

// "alpha>beta 10; unattributed d/a 5; left out d/b".
QString inWords(const analysis::Flows &flows)
{
    QStringList words;
    for (const analysis::Flow &flow : flows.attributed) {
        QString text = QStringLiteral("%1>%2 %3").arg(flow.from.text(), flow.to.text(), inWords(flow.amount));
        for (const analysis::AmountRef &part : flow.parts)
            text += QStringLiteral(" +%1").arg(part.amount.text());
        words.append(text + marksOf(flow.reservations));
    }
    for (const analysis::UnattributedAmount &amount : flows.unattributed)
        words.append(
            QStringLiteral("unattributed %1 %2").arg(amount.ref.amount.text(), inWords(amount.rest)));
    for (const analysis::LeftOutAmount &amount : flows.leftOut)
        words.append(QStringLiteral("left out %1").arg(amount.ref.amount.text()));
    return words.join(QStringLiteral("; "));
}

void columns()
{
    QTest::addColumn<QByteArray>("agreements");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, const QByteArray &agreements, const char *expected, const char *asOf = "2026-03")
{
    QTest::newRow(name) << agreements << QString::fromLatin1(asOf) << QString::fromLatin1(expected);
}

void compareFlows()
{
    QFETCH(QByteArray, agreements);
    QFETCH(QString, asOf);
    QFETCH(QString, expected);
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(agreements));
    QCOMPARE(inWords(analysis::findFlows(scenario, test::asOfText(asOf))), expected);
}

const QByteArray invests = "alpha investor beta investee";

} // namespace

void TestFlows::attributes_data()
{
    columns();
    row("from and to",
        agreement("d", "other", "alpha party beta party", usd("a", "10", R"("from": "beta", "to": "alpha")")),
        "beta>alpha 10");
    row("roles: investor to investee", agreement("d", "investment", invests, usd("a", "10")),
        "alpha>beta 10");
    row("roles: customer to supplier",
        agreement("d", "supply", "alpha supplier beta customer", usd("a", "10")), "beta>alpha 10");
    row("from against the roles",
        agreement("d", "investment", invests, usd("a", "10", R"("from": "beta", "to": "alpha")")),
        "beta>alpha 10");
    row("a refund names the supplier only",
        agreement("d", "purchase", "alpha customer beta supplier", usd("a", "10", R"("from": "beta")")),
        "unattributed a 10");
    row("one side by roles, one said",
        agreement("d", "funding_round", "alpha issuer beta investor gamma investor",
                  usd("a", "10", R"("from": "gamma")")),
        "gamma>alpha 10");
    row("two investors",
        agreement("d", "funding_round", "alpha issuer beta investor gamma investor", usd("a", "10")),
        "unattributed a 10");
    row("equal partners", agreement("d", "strategic_alliance", "alpha partner beta partner", usd("a", "10")),
        "unattributed a 10");
    row("a kind without payers", agreement("d", "ownership", "alpha owner beta owned", usd("a", "10")),
        "unattributed a 10");
    row("a tranche goes the way of its whole",
        agreement("d", "other", "alpha party beta party",
                  undisclosed("a", R"("from": "beta", "to": "alpha")") + ", " +
                      usd("b", "4", R"("part_of": "a")")),
        "beta>alpha 4");
    row("quantities are no money",
        agreement("d", "investment", invests, R"("a": {"value": 2, "unit": "GW"})"), "");
    row("a share of revenue is",
        agreement(
            "d", "other", "alpha party beta party",
            R"("a": {"value": 20, "unit": "percent", "instrument": "revenue_share", "from": "alpha", "to": "beta"})"),
        "alpha>beta 20 percent");
}

void TestFlows::attributes()
{
    compareFlows();
}

void TestFlows::countsAtADate_data()
{
    columns();
    const auto with = [](const char *members) {
        return agreement("d", "investment", invests, usd("a", "10"), members);
    };
    const char *plain = "alpha>beta 10";
    row("in force", with(R"("status": "in_force", "period": "2025/..")"), plain);
    row("no status", with(R"("note": "")"), plain);
    row("announced", with(R"("status": "announced", "announced": "2026-02")"), "alpha>beta 10 (announced)");
    row("planned", with(R"("status": "planned")"), "alpha>beta 10 (planned)");
    row("planned for later", with(R"("status": "planned", "period": "2027/2030")"),
        "alpha>beta 10 (planned, not begun)");
    row("rumoured", with(R"("status": "rumoured")"), "left out a");
    row("disproven", with(R"("status": "signed", "evidence": "disproven")"), "left out a");
    row("alleged", with(R"("status": "signed", "evidence": "alleged")"), "alpha>beta 10 (alleged)");
    row("not binding", with(R"("status": "signed", "binding": false)"), "alpha>beta 10 (not binding)");
    row("suspended", with(R"("status": "suspended")"), "alpha>beta 10 (suspended)");
    row("ended by its period", with(R"("status": "in_force", "period": "2020/2025")"), "left out a");
    row("before its end", with(R"("status": "expired", "period": "2020/2025")"), plain, "2024");
    row("after its end", with(R"("status": "expired", "period": "2020/2025")"), "left out a");
    row("completed", with(R"("status": "completed", "period": "2026-02")"), "left out a");
    row("terminated without an end", with(R"("status": "terminated", "period": "2020/..")"), "left out a");
    row("ended, at any date", with(R"("status": "expired", "period": "2020/2025")"), "alpha>beta 10 (ended)",
        "any");
    row("rumoured, at any date", with(R"("status": "rumoured")"), "left out a", "any");
    row("begins later, not yet agreed", with(R"("status": "signed", "period": "2026-02/..")"), "left out a",
        "2020");
    row("begins later, agreed before",
        with(R"("status": "signed", "signed": "2026-01", "period": "2027/..")"), "alpha>beta 10 (not begun)");
    row("announced later", with(R"("status": "announced", "announced": "2026-02")"), "left out a", "2020");
    row("dates not known to the day", with(R"("status": "signed", "period": "2026/..")"),
        "alpha>beta 10 (dates uncertain)");
    row("claimed in a lawsuit",
        agreement("d", "litigation", "alpha plaintiff beta defendant",
                  usd("a", "10", R"("from": "beta", "to": "alpha")"), R"("status": "pending")"),
        "beta>alpha 10 (claimed)");
    row("conditional",
        agreement("d", "investment", invests, usd("a", "10", R"("condition": "it is listed")")),
        "alpha>beta 10 (conditional)");
    row("a tranche of what is conditional",
        agreement("d", "investment", invests,
                  undisclosed("a", R"("condition": "it is listed")") + ", " +
                      usd("b", "4", R"("part_of": "a")")),
        "alpha>beta 4 (conditional)");
    const auto condition = [](const char *state) {
        return R"("condition": {"text": "it is listed", "state": ")" + QByteArray(state) + "\"}";
    };
    row("a condition that is met", agreement("d", "investment", invests, usd("a", "10", condition("met"))),
        plain);
    row("a condition that is disputed",
        agreement("d", "investment", invests, usd("a", "10", condition("disputed"))),
        "alpha>beta 10 (conditional)");
    row("a condition that is not met",
        agreement("d", "investment", invests, usd("a", "10", condition("unmet"))), "left out a");
    row("a tranche whose condition is not met",
        agreement("d", "investment", invests,
                  usd("a", "10") + ", " + usd("b", "4", R"("part_of": "a", )" + condition("unmet"))),
        "alpha>beta 6; left out b");
    row("a tranche of what is not met",
        agreement("d", "investment", invests,
                  usd("a", "10", condition("unmet")) + ", " + usd("b", "4", R"("part_of": "a")")),
        "left out a; left out b");
    row("nothing is met",
        agreement("d", "investment", invests,
                  usd("a", "4") + ", " + usd("b", "4", R"("part_of": "a", )" + condition("unmet"))),
        "left out b; left out a");
    row("of whom nobody knows who paid, a tranche is not met",
        agreement("d", "strategic_alliance", "alpha partner beta partner",
                  usd("a", "10") + ", " + usd("b", "4", R"("part_of": "a", )" + condition("unmet"))),
        "unattributed a 6; left out b");
    row("terminated without an end, before the file's date",
        with(R"("status": "terminated", "period": "2020/..")"), "alpha>beta 10 (dates uncertain)", "2023");
    row("undated, before the file's date", with(R"("status": "in_force")"), "alpha>beta 10 (dates uncertain)",
        "2020");
    row("paid before", agreement("d", "investment", invests, usd("a", "10", R"("over": "2020/2021")")),
        "left out a");
    row("paid later", agreement("d", "investment", invests, usd("a", "10", R"("over": "2028/2030")")),
        "alpha>beta 10 (not begun)");
}

void TestFlows::countsAtADate()
{
    compareFlows();
}

void TestFlows::countsNoPartBesideItsWhole_data()
{
    columns();
    const QByteArray round = "alpha issuer beta investor gamma investor";
    const auto in = [](const char *whole, const char *more = "") {
        return R"("part_of": ")" + QByteArray(whole) + '"' + (*more ? ", " + QByteArray(more) : QByteArray());
    };
    const QByteArray fromBeta = R"("from": "beta")";
    row("tranches",
        agreement("d", "investment", invests,
                  usd("w", "10") + ", " + usd("p", "4", in("w")) + ", " + usd("q", "6", in("w"))),
        "alpha>beta 10 +p +q");
    row("tranches of tranches",
        agreement("d", "investment", invests,
                  usd("w", "10") + ", " + usd("p", "4", in("w")) + ", " + usd("q", "1", in("p"))),
        "alpha>beta 10 +p +q");
    row("the part stands first",
        agreement("d", "investment", invests, usd("p", "4", in("w")) + ", " + usd("w", "10")),
        "alpha>beta 10 +p");
    row("across agreements",
        agreement("d", "investment", invests, usd("w", "10")) + ", " +
            agreement("e", "investment", invests, usd("p", "4", in("d/w"))),
        "alpha>beta 10 +p");
    row("who pays the whole isn't known",
        agreement("d", "funding_round", round,
                  usd("w", "10") + ", " + usd("p", "4", in("w", R"("from": "beta")"))),
        "beta>alpha 4; unattributed w 6");
    row("parts that make it up",
        agreement("d", "funding_round", round,
                  usd("w", "10") + ", " + usd("p", "4", in("w", R"("from": "beta")")) + ", " +
                      usd("q", "6", in("w", R"("from": "gamma")"))),
        "beta>alpha 4; gamma>alpha 6");
    row("a part whose payer isn't known",
        agreement("d", "funding_round", round, usd("w", "10") + ", " + usd("p", "4", in("w"))),
        "unattributed w 10");
    row("a part in another currency",
        agreement("d", "funding_round", round,
                  usd("w", "10") +
                      R"(, "p": {"value": 4, "currency": "EUR", "from": "beta", "part_of": "w"})"),
        "beta>alpha 4; unattributed w ?");
    row("an undisclosed part",
        agreement("d", "funding_round", round,
                  usd("w", "10") + ", " + undisclosed("p", in("w", R"("from": "beta")"))),
        "beta>alpha ?; unattributed w ?");
    row("an undisclosed whole",
        agreement("d", "investment", invests, undisclosed("w") + ", " + usd("p", "4", in("w"))),
        "alpha>beta 4");
    row("an undisclosed whole, an undisclosed part and one of which the figure is known",
        agreement("d", "investment", invests,
                  undisclosed("w") + ", " + usd("p", "4", in("w")) + ", " + undisclosed("q", in("w"))),
        "alpha>beta 4");
    row("a part that another pays",
        agreement("d", "investment", invests, usd("w", "10")) + ", " +
            agreement("e", "investment", "gamma investor beta investee", usd("p", "4", in("d/w"))),
        "alpha>beta 6; gamma>beta 4");
    row("an undisclosed whole, a part of which another pays",
        agreement("d", "investment", invests, undisclosed("w")) + ", " +
            agreement("e", "investment", "gamma investor beta investee", usd("p", "4", in("d/w"))),
        "alpha>beta ?; gamma>beta 4");
    row("an undisclosed part of an undisclosed whole",
        agreement("d", "investment", invests, undisclosed("w") + ", " + undisclosed("p", in("w"))),
        "alpha>beta ? +p");
    row("the whole has ended, the part goes on",
        agreement("d", "funding_round", round, usd("w", "10"),
                  R"("status": "completed", "period": "2026-02")") +
            ", " + agreement("e", "investment", "beta investor alpha investee", usd("p", "4", in("d/w"))),
        "beta>alpha 4; left out w");
    row("the part is disproven",
        agreement("d", "investment", invests, usd("w", "10")) + ", " +
            agreement("e", "investment", invests, usd("p", "4", in("d/w")),
                      R"("status": "signed", "evidence": "disproven")"),
        "alpha>beta 10; left out p");
    row("what lies between is rumoured",
        agreement("d", "investment", invests, usd("w", "10")) + ", " +
            agreement("e", "investment", invests, usd("p", "4", in("d/w")), R"("status": "rumoured")") +
            ", " + agreement("f", "investment", invests, usd("q", "2", in("e/p"))),
        "alpha>beta 10 +q; left out p");
}

void TestFlows::countsNoPartBesideItsWhole()
{
    compareFlows();
}

namespace {

// Amounts in trees, each part at the most what its whole still has; of some it isn't known who pays. Returns
// what the roots add up to.
qint64 plantTrees(domain::Agreement &agreement, quint32 seed)
{
    QRandomGenerator random(seed);
    qint64 roots = 0;
    QList<qint64> left;
    for (int i = 0; i < 12; ++i) {
        domain::Amount amount;
        amount.id = domain::AmountId(QString::number(i));
        amount.currency = QStringLiteral("USD");
        const int whole = int(random.bounded(i + 1)) - 1; // -1: a root
        const qint64 value = whole < 0         ? 1 + random.bounded(1000)
                             : left[whole] > 0 ? 1 + random.bounded(int(left[whole]))
                                               : 0;
        if (whole >= 0 && value == 0)
            return roots;
        if (whole < 0)
            roots += value;
        else
            left[whole] -= value;
        left.append(value);
        amount.value = domain::Decimal::parse(QString::number(value));
        amount.partOf = domain::AmountId(whole < 0 ? QString() : QString::number(whole));
        if (random.bounded(2) == 0) {
            amount.from = domain::FirmId(QStringLiteral("a"));
            amount.to = domain::FirmId(QStringLiteral("b"));
        }
        agreement.amounts.append(amount);
    }
    return roots;
}

} // namespace

void TestFlows::noMoneyIsLostOrCountedTwice()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        domain::Scenario scenario;
        domain::Agreement agreement;
        agreement.id = domain::AgreementId(QStringLiteral("d"));
        agreement.kind = QStringLiteral("other");
        const qint64 roots = plantTrees(agreement, seed);
        scenario.agreements = {agreement};
        scenario.index();
        const auto flows = analysis::findFlows(scenario, analysis::AsOf::any());
        double counted = 0;
        for (const analysis::Flow &flow : flows.attributed)
            counted += flow.amount.value->toDouble();
        for (const analysis::UnattributedAmount &amount : flows.unattributed)
            counted += amount.rest.value->toDouble();
        QCOMPARE(qint64(counted), roots);
    }
}

void TestFlows::reservationsPointToFacts()
{
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(
        agreement("d", "investment", invests, usd("a", "10", R"("condition": "it is listed")"),
                  R"("status": "planned")")));
    const auto flows = analysis::findFlows(scenario, test::asOfText(QStringLiteral("2026")));
    QCOMPARE(flows.attributed.size(), 1);
    const auto &reservations = flows.attributed.first().reservations;
    QCOMPARE(reservations.size(), 2);
    QCOMPARE(reservations[0].fact, QStringLiteral("/agreements/d/status"));
    QCOMPARE(reservations[1].fact, QStringLiteral("/agreements/d/amounts/a/condition"));
    QVERIFY(reservations[1].sentence.contains(QLatin1String("it is listed")));
    QVERIFY(!flows.attributed.first().isSure());
}

void TestFlows::bundledShareOfRevenueIsOneFlow()
{
    const domain::Scenario scenario = test::bundledScenario("after-april-2026");
    const auto flows = analysis::findFlows(scenario, analysis::defaultAsOf(scenario));
    int shares = 0;
    for (const analysis::Flow &flow : flows.attributed)
        shares += flow.amount.instrument == domain::Instrument::RevenueShare ? 1 : 0;
    QCOMPARE(shares, 1); // its cap is a part of it
}

ENTENTE_TEST(TestFlows, QCoreApplication)

} // namespace tst_flows

#include "tst_flows.moc"
