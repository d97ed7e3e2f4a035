#include "domain/money.h"
#include "support/registration.h"

namespace tst_money {

using namespace entente::domain;

namespace {

Amount amountOf(const QString &value, const QString &currency, Qualifier qualifier = Qualifier::Exact)
{
    Amount amount;
    amount.value = Decimal::parse(value);
    amount.currency = currency;
    amount.qualifier = qualifier;
    return amount;
}

} // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreExact_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *text, const char *plain) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(plain);
        };
        row("138e9", "138000000000");
        row("1.50", "1.5");
        row("0.1", "0.1");
        row("-0.05", "-0.05");
        row("-0", "0");
        row("0.000", "0");
        row("1E+2", "100");
        row("25e-1", "2.5");
        row("999999999999999", "999999999999999");
        row("1000000000000000000", "1000000000000000000");
        row("0.00000000000001", "0.00000000000001");
    }

    void decimalsAreExact()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        const auto decimal = Decimal::parse(text);
        QVERIFY(decimal);
        QCOMPARE(decimal->toString(), plain);
        QVERIFY(*Decimal::parse(plain) == *decimal);
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "-", ".", "1.2.3", "1e400", "1e-31", "1e", "1234567890123456", "12a", "0x10", "NaN"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatDoesNotFitIsRefused()
    {
        QFETCH(QString, text);
        QString why;
        QVERIFY(!Decimal::parse(text, &why));
        QVERIFY(!why.isEmpty());
    }

    void decimalsAreOrderedByValue()
    {
        QVERIFY(*Decimal::parse(u"9.9") < *Decimal::parse(u"10"));
        QVERIFY(*Decimal::parse(u"-1") < *Decimal::parse(u"0"));
        QVERIFY(!(*Decimal::parse(u"1e2") < *Decimal::parse(u"100")));
    }

    void sumsAreExact_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("sum"); // empty: does not fit
        const auto row = [](const char *a, const char *b, const char *sum) {
            QTest::addRow("%s + %s", a, b)
                << QString::fromLatin1(a) << QString::fromLatin1(b) << QString::fromLatin1(sum);
        };
        row("38e9", "100e9", "138000000000");
        row("0.1", "0.2", "0.3");
        row("50e9", "0.01", "50000000000.01");
        row("0", "1e30", "1000000000000000000000000000000");
        row("1e20", "9e20", "1000000000000000000000");
        row("999999999999999", "1", "1000000000000000");
        row("999999999999999", "2", "");
        row("999999999999999", "0.1", "");
        row("1e30", "1e-30", "");
        row("110e9", "-110e9", "0");
        row("1.5", "-2", "-0.5");
    }

    void sumsAreExact()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, sum);
        const Decimal left = *Decimal::parse(a);
        const Decimal right = *Decimal::parse(b);
        QCOMPARE(left.plus(right).has_value(), !sum.isEmpty());
        QVERIFY(left.plus(right) == right.plus(left));
        if (!sum.isEmpty())
            QCOMPARE(left.plus(right)->toString(), sum);
        QVERIFY(left.plus(left.negated())->isZero());
    }

    void amountsAreWrittenShort_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *value, const char *currency, const char *text) {
            QTest::newRow(text) << QString::fromLatin1(value) << QString::fromLatin1(currency)
                                << QString::fromUtf8(text);
        };
        row("138e9", "USD", "$138B");
        row("1.25e6", "EUR", "€1.25M");
        row("110e9", "USD", "$110B");
        row("2e12", "GBP", "£2T");
        row("950", "JPY", "¥950");
        row("0.5", "USD", "$0.5");
        row("999.99e6", "USD", "$1B");
        row("12.34e3", "CHF", "CHF\u00a012.3K");
        row("0", "USD", "$0");
    }

    void amountsAreWrittenShort()
    {
        QFETCH(QString, value);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QCOMPARE(toShortText(amountOf(value, currency)), text);
    }

    void theStyleOfTheThemeIsKept()
    {
        const Amount amount = amountOf(QStringLiteral("138e9"), QStringLiteral("USD"));
        QCOMPARE(toShortText(amount, NumberStyle::LowerCaseBn), QStringLiteral("$138bn"));
        QCOMPARE(toFullText(amount), QStringLiteral("138,000,000,000 USD"));
    }

    void qualifiersAreSaid()
    {
        const QString value = QStringLiteral("5e9");
        const QString usd = QStringLiteral("USD");
        QCOMPARE(toShortText(amountOf(value, usd, Qualifier::About)), QStringLiteral("about $5B"));
        QCOMPARE(toShortText(amountOf(value, usd, Qualifier::UpTo)), QStringLiteral("up to $5B"));
        QCOMPARE(toShortText(amountOf(value, usd, Qualifier::AtLeast)), QStringLiteral("at least $5B"));
        QCOMPARE(toShortText(amountOf(QString(), usd, Qualifier::Undisclosed)),
                 QStringLiteral("undisclosed"));
    }

    void quantitiesAreNoMoney()
    {
        Amount amount = amountOf(QStringLiteral("2"), QString());
        amount.unit = QStringLiteral("GW");
        QVERIFY(!amount.isMoney());
        QCOMPARE(toShortText(amount), QStringLiteral("2\u00a0GW"));
        amount.unit = QStringLiteral("percent");
        QCOMPARE(toShortText(amount), QStringLiteral("2%"));
    }

    void currenciesAreThoseOfIso4217_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("known");
        for (const char *code : {"USD", "EUR", "XCG", "ZWG", "DEM", "HRK", "XDR"})
            QTest::newRow(code) << QString::fromLatin1(code) << true;
        for (const char *code : {"usd", "USDT", "BTC", "US", "", "USD EUR", "$"})
            QTest::newRow(code) << QString::fromLatin1(code) << false;
    }

    void currenciesAreThoseOfIso4217()
    {
        QFETCH(QString, code);
        QFETCH(bool, known);
        QCOMPARE(isCurrency(code), known);
    }
};

ENTENTE_TEST(TestMoney, QCoreApplication)

} // namespace tst_money

#include "tst_money.moc"
