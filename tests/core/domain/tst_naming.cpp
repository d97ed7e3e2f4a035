#include "domain/naming.h"
#include "support/registration.h"

namespace tst_naming {

using namespace entente::domain;

class TestNaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titlesClausesByTheirKind();
    void namesFirms();
    void prefersMoney();
    void tellsNamesakesApart_data();
    void tellsNamesakesApart();
};

namespace {

Amount amountOf(const QString &id, const QString &unit)
{
    Amount amount;
    amount.id = AmountId(id);
    amount.value = Decimal::parse(u"1");
    amount.unit = unit;
    return amount;
}

Agreement agreementOf(const QString &id, const QString &firm, const QString &year)
{
    Agreement agreement;
    agreement.id = AgreementId(id);
    agreement.title = QStringLiteral("Investment");
    agreement.parties = {{FirmId(firm), {}}};
    agreement.signedOn = EventDate::parse(year);
    return agreement;
}

} // namespace

void TestNaming::titlesClausesByTheirKind()
{
    Clause clause;
    clause.kind = QStringLiteral("non_compete");
    QCOMPARE(titleOf(clause), QStringLiteral("non compete"));
    clause.title = QStringLiteral("No rivals");
    QCOMPARE(titleOf(clause), QStringLiteral("No rivals"));
}

void TestNaming::namesFirms()
{
    Scenario scenario;
    Firm alpha;
    alpha.id = FirmId(QStringLiteral("a"));
    alpha.name = QStringLiteral("Alpha");
    scenario.firms.append(alpha);
    scenario.index();
    QCOMPARE(namesOf(scenario, {}), QStringLiteral("nobody named"));
    QCOMPARE(namesOf(scenario, {FirmId(QStringLiteral("a")), FirmId(QStringLiteral("b"))}),
             QStringLiteral("Alpha, b"));
}

void TestNaming::prefersMoney()
{
    Agreement agreement;
    QVERIFY(!mainAmount(agreement));
    Amount tranche = amountOf(QStringLiteral("tranche"), {});
    tranche.partOf = AmountId(QStringLiteral("money"));
    agreement.amounts = {tranche, amountOf(QStringLiteral("power"), QStringLiteral("GW"))};
    QCOMPARE(mainAmount(agreement)->id.text(), QStringLiteral("power"));
    agreement.amounts.append(amountOf(QStringLiteral("money"), {}));
    QCOMPARE(mainAmount(agreement)->id.text(), QStringLiteral("money"));
}

void TestNaming::tellsNamesakesApart_data()
{
    QTest::addColumn<QStringList>("firms");
    QTest::addColumn<QStringList>("years");
    QTest::addColumn<QStringList>("names");
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    QTest::newRow("by party") << list("a b") << list("2019 2019")
                              << QStringList{QStringLiteral("Investment (a)"),
                                             QStringLiteral("Investment (b)")};
    QTest::newRow("by year") << list("a a") << list("2019 2023")
                             << QStringList{QStringLiteral("Investment (2019)"),
                                            QStringLiteral("Investment (2023)")};
    QTest::newRow("by both") << list("a a b") << list("2019 2023 2023")
                             << QStringList{QStringLiteral("Investment (2019)"),
                                            QStringLiteral("Investment (a, 2023)"),
                                            QStringLiteral("Investment (b)")};
    QTest::newRow("by id") << list("a a") << list("2019 2019")
                           << QStringList{QStringLiteral("Investment (0)"), QStringLiteral("Investment (1)")};
    QTest::newRow("alone") << list("a") << list("2019") << QStringList{QStringLiteral("Investment")};
}

void TestNaming::tellsNamesakesApart()
{
    QFETCH(const QStringList, firms);
    QFETCH(const QStringList, years);
    QFETCH(const QStringList, names);
    Scenario scenario;
    for (qsizetype i = 0; i < firms.size(); ++i)
        scenario.agreements.append(agreementOf(QString::number(i), firms[i], years[i]));
    scenario.index();
    const AgreementNames all(scenario);
    for (qsizetype i = 0; i < names.size(); ++i)
        QCOMPARE(all.of(scenario.agreements[i].id), names[i]);
}

ENTENTE_TEST(TestNaming, QCoreApplication)

} // namespace tst_naming

#include "tst_naming.moc"
