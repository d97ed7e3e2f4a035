#include "analysis/flowtotals.h"
#include "core/analysis/flowscenario.h"
#include "domain/words.h"
#include "support/registration.h"

#include <algorithm>

namespace tst_flowtotals {

using namespace entente;
using test::agreement;
using test::undisclosed;
using test::usd;

// What flows in and out of firms and groups: no sum adds across instruments or currencies.
class TestFlowTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totals_data();
    void totals();
    void splitsByQualifier();
    void sumsAreAsSureAsTheirAmounts_data();
    void sumsAreAsSureAsTheirAmounts();
    void sharesAreOfTheLine();
    void tellsSumsThatDoNotFit();
    void bundledCountsTheRoundOnce();
    void whatIsPaidIsReceived_data();
    void whatIsPaidIsReceived();
};

namespace {

QString inWords(const QList<analysis::FlowLine> &lines)
{
    QStringList words;
    for (const analysis::FlowLine &line : lines) {
        QStringList others;
        for (const analysis::Counterparty &other : line.counterparties)
            others.append(other.firm.text());
        const auto total = line.total.value();
        words.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(domain::toWord(line.instrument), line.currency,
                              total ? total->toString() : QStringLiteral("?"), others.join(u'+'))
                         .simplified());
    }
    return words.join(QStringLiteral(", "));
}

// "alpha in: …; out: …".
QString inWords(const QList<analysis::FirmFlows> &firms)
{
    QStringList words;
    for (const analysis::FirmFlows &firm : firms) {
        if (!firm.in.isEmpty())
            words.append(QStringLiteral("%1 in %2").arg(firm.firm.text(), inWords(firm.in)));
        if (!firm.out.isEmpty())
            words.append(QStringLiteral("%1 out %2").arg(firm.firm.text(), inWords(firm.out)));
    }
    return words.join(QStringLiteral("; "));
}

const QByteArray invests = "alpha investor beta investee";

} // namespace

void TestFlowTotals::totals_data()
{
    QTest::addColumn<QByteArray>("agreements");
    QTest::addColumn<QString>("firms");
    QTest::addColumn<QString>("groups");
    const auto totalsRow = [](const char *name, const QByteArray &agreements, const char *firms,
                              const char *groups) {
        QTest::newRow(name) << agreements << QString::fromLatin1(firms) << QString::fromLatin1(groups);
    };
    const QByteArray equity = R"("instrument": "equity")";
    const QByteArray debt = R"("instrument": "debt")";
    totalsRow("no instrument adds to another",
              agreement("d", "investment", invests,
                        usd("a", "10", equity) + ", " + usd("b", "5", debt) + ", " + usd("c", "1")),
              "alpha out equity USD 10 beta, debt USD 5 beta, USD 1 beta; beta in equity USD 10 alpha, debt "
              "USD 5 alpha, USD 1 alpha",
              "alpha out equity USD 10 beta, debt USD 5 beta, USD 1 beta; beta in equity USD 10 alpha, debt "
              "USD 5 alpha, USD 1 alpha");
    totalsRow(
        "no currency adds to another",
        agreement("d", "investment", invests,
                  usd("a", "10", equity) +
                      R"(, "b": {"value": 5, "currency": "EUR", "instrument": "equity"})"),
        "alpha out equity EUR 5 beta, equity USD 10 beta; beta in equity EUR 5 alpha, equity USD 10 alpha",
        "alpha out equity EUR 5 beta, equity USD 10 beta; beta in equity EUR 5 alpha, equity USD 10 alpha");
    totalsRow("a firm's parts pay for the group",
              agreement("d", "purchase", "alpha-sub customer beta-cloud supplier", usd("a", "10", equity)) +
                  ", " + agreement("e", "purchase", "alpha customer beta supplier", usd("a", "2.5", equity)),
              "alpha out equity USD 2.5 beta; alpha-sub out equity USD 10 beta-cloud; beta in equity USD 2.5 "
              "alpha; beta-cloud in equity USD 10 alpha-sub",
              "alpha out equity USD 12.5 beta; beta in equity USD 12.5 alpha");
    totalsRow("flows inside a group vanish",
              agreement("d", "loan", "alpha lender alpha-product borrower", usd("a", "10", debt)),
              "alpha out debt USD 10 alpha-product; alpha-product in debt USD 10 alpha", "");
    totalsRow("the largest counterparty first",
              agreement("d", "investment", invests, usd("a", "1", equity)) + ", " +
                  agreement("e", "investment", "gamma investor beta investee", usd("a", "3", equity)) + ", " +
                  agreement("f", "investment", "delta investor beta investee", undisclosed("a", equity)),
              "alpha out equity USD 1 beta; beta in equity USD 4 gamma+alpha+delta; gamma out equity USD 3 "
              "beta; delta out equity USD ? beta",
              "alpha out equity USD 1 beta; beta in equity USD 4 gamma+alpha+delta; gamma out equity USD 3 "
              "beta; delta out equity USD ? beta");
}

void TestFlowTotals::totals()
{
    QFETCH(QByteArray, agreements);
    QFETCH(QString, firms);
    QFETCH(QString, groups);
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(agreements));
    const auto totals = analysis::totalsOf(scenario, analysis::findFlows(scenario, analysis::AsOf::any()));
    QCOMPARE(inWords(totals.firms), firms);
    QCOMPARE(inWords(totals.groups), groups);
}

void TestFlowTotals::splitsByQualifier()
{
    const auto qualified = [](const char *id, const char *value, const char *qualifier) {
        return usd(id, value, R"("qualifier": ")" + QByteArray(qualifier) + '"');
    };
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(
        agreement("d", "investment", invests,
                  usd("a", "1") + ", " + usd("b", "2") + ", " + qualified("c", "10", "about") + ", " +
                      qualified("e", "100", "up_to") + ", " + qualified("f", "1000", "at_least") + ", " +
                      undisclosed("g"))));
    const auto totals = analysis::totalsOf(scenario, analysis::findFlows(scenario, analysis::AsOf::any()));
    const analysis::FlowLine &line = totals.firms.first().out.first();
    QCOMPARE(line.total.value()->toString(), QStringLiteral("1113"));
    QCOMPARE(line.undisclosed, 1);
    const QStringList sums{QStringLiteral("3"), QStringLiteral("10"), QStringLiteral("100"),
                           QStringLiteral("1000")};
    for (int i = 0; i < sums.size(); ++i) {
        QCOMPARE(line.split[size_t(i)].sum.value()->toString(), sums[i]);
        QCOMPARE(line.split[size_t(i)].count, i == 0 ? 2 : 1);
    }
}

void TestFlowTotals::sumsAreAsSureAsTheirAmounts_data()
{
    QTest::addColumn<QStringList>("qualifiers");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *qualifiers, const char *text) {
        QTest::newRow(qualifiers) << QString::fromLatin1(qualifiers).split(u' ') << QString::fromLatin1(text);
    };
    row("exact", "$5");
    row("exact exact", "$10");
    row("exact about", "about $10");
    row("exact up_to", "up to $10");
    row("exact at_least", "at least $10");
    row("up_to at_least", "about $10");
    row("about up_to", "about $10");
    row("exact undisclosed", "at least $5");
    row("up_to undisclosed", "about $5");
    row("undisclosed", "undisclosed");
}

void TestFlowTotals::sumsAreAsSureAsTheirAmounts()
{
    QFETCH(QStringList, qualifiers);
    QFETCH(QString, text);
    analysis::Sum sum;
    for (const QString &word : qualifiers) {
        domain::Amount amount;
        amount.currency = QStringLiteral("USD");
        amount.qualifier = *domain::fromWord<domain::Qualifier>(word);
        if (amount.qualifier != domain::Qualifier::Undisclosed)
            amount.value = domain::Decimal::parse(u"5");
        sum.add(amount);
    }
    QCOMPARE(analysis::toShortText(sum, QStringLiteral("USD")), text);
}

void TestFlowTotals::sharesAreOfTheLine()
{
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(
        agreement("d", "investment", invests, usd("a", "30")) + ", " +
        agreement("e", "investment", "gamma investor beta investee", usd("a", "10")) + ", " +
        agreement("f", "investment", "delta investor beta investee", undisclosed("a"))));
    const auto totals = analysis::totalsOf(scenario, analysis::findFlows(scenario, analysis::AsOf::any()));
    const auto beta = std::find_if(totals.firms.begin(), totals.firms.end(), [](const auto &firm) {
        return firm.firm.text() == QLatin1String("beta");
    });
    QVERIFY(beta != totals.firms.end());
    const QList<analysis::Counterparty> &others = beta->in.first().counterparties;
    QCOMPARE(others.size(), 3);
    QCOMPARE(*others[0].share, 0.75);
    QCOMPARE(*others[1].share, 0.25);
    QVERIFY(!others[2].share);
    QCOMPARE(others[2].undisclosed, 1);
}

void TestFlowTotals::tellsSumsThatDoNotFit()
{
    const domain::Scenario scenario = test::scenarioOf(test::flowScenario(
        agreement("d", "investment", invests, usd("a", "999999999999999") + ", " + usd("b", "0.5"))));
    const auto totals = analysis::totalsOf(scenario, analysis::findFlows(scenario, analysis::AsOf::any()));
    const analysis::FlowLine &line = totals.firms.first().out.first();
    QVERIFY(line.total.isTooLarge());
    QVERIFY(!line.total.value());
    QVERIFY(!line.counterparties.first().share);
}

void TestFlowTotals::bundledCountsTheRoundOnce()
{
    const domain::Scenario scenario = test::bundledScenario("cloud-dispute");
    QVERIFY(!scenario.firms.isEmpty());
    const auto equityInto = [&scenario](const QString &asOf) {
        const auto flows = analysis::findFlows(scenario, test::asOfText(asOf));
        for (const analysis::FirmFlows &group : analysis::totalsOf(scenario, flows).groups) {
            if (group.firm.text() == QLatin1String("openai"))
                return group.in.first().total.value()->toString();
        }
        return QString();
    };
    // Microsoft's 1 billion; with the round, Nvidia's 30, SoftBank's 30 and Amazon's 50 of its 110.
    QCOMPARE(equityInto(QStringLiteral("2020")), QStringLiteral("1000000000"));
    QCOMPARE(equityInto(QStringLiteral("any")), QStringLiteral("111000000000"));
    QVERIFY(analysis::findFlows(scenario, analysis::AsOf::any()).unattributed.isEmpty());
    // As of March 2026 the round is completed; what Amazon invests goes on.
    QCOMPARE(equityInto(QStringLiteral("2026-03")), QStringLiteral("51000000000"));
}

void TestFlowTotals::whatIsPaidIsReceived_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("asOf");
    for (const char *name :
         {"cloud-dispute", "after-april-2026", "settlement", "microsofts-reading", "openais-reading"}) {
        for (const char *asOf : {"any", "2020", "2026-03"})
            QTest::addRow("%s %s", name, asOf) << QByteArray(name) << QString::fromLatin1(asOf);
    }
}

// Of firms and of groups: all that goes out comes in, line by line as large as its counterparties together.
void TestFlowTotals::whatIsPaidIsReceived()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, asOf);
    const domain::Scenario scenario = test::bundledScenario(name.constData());
    const auto flows = analysis::findFlows(scenario, test::asOfText(asOf));
    const auto totals = analysis::totalsOf(scenario, flows);
    QVERIFY(!totals.firms.isEmpty());
    for (const QList<analysis::FirmFlows> &firms : {totals.firms, totals.groups}) {
        QMap<QString, double> balance;
        for (const analysis::FirmFlows &firm : firms) {
            const auto add = [&balance](const QList<analysis::FlowLine> &lines, double sign) {
                for (const analysis::FlowLine &line : lines) {
                    double others = 0;
                    for (const analysis::Counterparty &other : line.counterparties)
                        others += other.total.value() ? other.total.value()->toDouble() : 0;
                    const double total = line.total.value() ? line.total.value()->toDouble() : 0;
                    QCOMPARE(others, total);
                    balance[domain::toWord(line.instrument) + line.currency] += sign * total;
                }
            };
            add(firm.in, 1);
            add(firm.out, -1);
        }
        for (double rest : std::as_const(balance))
            QCOMPARE(rest, 0.0);
    }
}

ENTENTE_TEST(TestFlowTotals, QCoreApplication)

} // namespace tst_flowtotals

#include "tst_flowtotals.moc"
