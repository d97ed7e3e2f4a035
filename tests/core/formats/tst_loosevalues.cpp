#include "formats/looseamount.h"
#include "formats/loosedate.h"
#include "support/registration.h"

namespace tst_loosevalues {

using namespace entente;
using namespace entente::formats;

// Worked cases of what people write into cells, and what of it is understood.
class TestLooseValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amounts_data();
    void amounts();
    void decimalsByChoice();
    void signsOfSeveralCurrencies();
    void dates_data();
    void dates();
    void daysByChoice();
    void periods_data();
    void periods();
    void serials();
};

namespace {

// "1200000000 USD", "up_to 10 EUR", "undisclosed", or "?" where it isn't understood.
QString told(const std::optional<LooseAmount> &amount)
{
    if (!amount)
        return QStringLiteral("?");
    QString text;
    switch (amount->qualifier) {
    case domain::Qualifier::Exact:
        break;
    case domain::Qualifier::About:
        text = QStringLiteral("about ");
        break;
    case domain::Qualifier::UpTo:
        text = QStringLiteral("up_to ");
        break;
    case domain::Qualifier::AtLeast:
        text = QStringLiteral("at_least ");
        break;
    case domain::Qualifier::Undisclosed:
        text = QStringLiteral("undisclosed ");
        break;
    }
    if (amount->value)
        text += amount->value->toString() + u' ';
    return (text + amount->currency).trimmed();
}

} // namespace

void TestLooseValues::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const char *const cases[][2] = {
        {"$1.2B", "1200000000 USD"},
        {"£1.2bn", "1200000000 GBP"},
        {"USD 1,200,000", "1200000 USD"},
        {"1.234.567,89 EUR", "1234567.89 EUR"},
        {"Undisclosed amount", "undisclosed"},
        {"undisclosed", "undisclosed"},
        {"an undisclosed sum", "undisclosed"},
        {"Not disclosed", "undisclosed"},
        {"~$5m", "about 5000000 USD"},
        {"up to $10 billion", "up_to 10000000000 USD"},
        {"Up to US$ 10 bn", "up_to 10000000000 USD"},
        {"at least €3 million", "at_least 3000000 EUR"},
        {"$5m+", "at_least 5000000 USD"},
        {">$5m", "at_least 5000000 USD"},
        {"about 2.5 billion euros", "about 2500000000 EUR"},
        {"c. £40m", "about 40000000 GBP"},
        {"more than 100 million dollars", "at_least 100000000 USD"},
        {"1200000", "1200000"},
        {"1200000.50", "1200000.5"},
        {"138e9", "138000000000"},
        {"0", "0"},
        {"1,200,000", "1200000"},
        {"1.200.000", "1200000"},
        {"1,200,000.00", "1200000"},
        {"12,5", "12.5"},
        {"12.5", "12.5"},
        {"0.125", "0.125"},
        {"1,234", "?"},         // a thousand, or a decimal
        {"1.234", "?"},         // likewise
        {"EUR 1.234", "?"},     // likewise
        {"$1,234", "1234 USD"}, // but not after a dollar
        {"£1,234", "1234 GBP"},
        {"$1.234", "?"}, // no cents have three digits
        {"$1.23", "1.23 USD"},
        {"$1.234bn", "1234000000 USD"},
        {"1 234 567,89 €", "1234567.89 EUR"},
        {"CHF 1'234'567", "1234567 CHF"},
        {"1\302\240234\302\240567 EUR", "1234567 EUR"}, // no-break spaces
        {"1,23,456", "?"},                              // groups that are none
        {"1.2.3", "?"},
        {"5 million", "5000000"},
        {"5M", "5000000"},
        {"5MM USD", "5000000 USD"},
        {"5 mln PLN", "5000000 PLN"},
        {"3 Mrd. EUR", "3000000000 EUR"},
        {"₹500 crore", "5000000000 INR"},
        {"C$20m", "20000000 CAD"},
        {"HK$ 7.8bn", "7800000000 HKD"},
        {"1.5tn yen", "1500000000000 JPY"},
        {"500k", "500000"},
        {"eur 10", "10 EUR"},
        {"¥100", "?"}, // Japanese or Chinese
        {"¥100 JPY", "100 JPY"},
        {"100 kr", "?"}, // Danish, Norwegian or Swedish
        {"$5–10m", "?"},
        {"$5m to $10m", "?"},
        {"-5000000", "?"},
        {"(5,000,000)", "?"},
        {"5%", "?"},
        {"$138 billion over eight years", "?"},
        {"=1+1", "?"},
        {"five million", "?"},
        {"$", "?"},
        {"1234567890123456", "?"}, // sixteen digits are more than an exact decimal holds
        {"$1e400", "?"},
        {"USD 5 EUR", "?"},
        {"$5m USD", "5000000 USD"},
    };
    for (const auto &row : cases)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
}

void TestLooseValues::amounts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QString why;
    const auto amount = readLooseAmount(text, DecimalMark::Unknown, &why);
    QCOMPARE(told(amount), expected);
    QCOMPARE(why.isEmpty(), amount.has_value());
}

void TestLooseValues::decimalsByChoice()
{
    QCOMPARE(told(readLooseAmount(u"1.234", DecimalMark::Point)), QStringLiteral("1.234"));
    QCOMPARE(told(readLooseAmount(u"1.234", DecimalMark::Comma)), QStringLiteral("1234"));
    QCOMPARE(told(readLooseAmount(u"1,234", DecimalMark::Point)), QStringLiteral("1234"));
    QCOMPARE(told(readLooseAmount(u"1,234 EUR", DecimalMark::Comma)), QStringLiteral("1.234 EUR"));
}

void TestLooseValues::signsOfSeveralCurrencies()
{
    const auto read = [](QStringView text, const char *stated, QString *why = nullptr) {
        return told(readLooseAmount(text, DecimalMark::Unknown, why, QString::fromLatin1(stated)));
    };
    QCOMPARE(read(u"¥500", "JPY"), QStringLiteral("500 JPY"));
    QCOMPARE(read(u"¥500", "CNY"), QStringLiteral("500 CNY"));
    QCOMPARE(read(u"500 kr", "SEK"), QStringLiteral("500 SEK"));
    QString why;
    QCOMPARE(read(u"¥500", "EUR", &why), QStringLiteral("?"));
    QVERIFY2(why.contains(u"JPY") && why.contains(u"CNY"), qPrintable(why));
}

void TestLooseValues::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const char *const cases[][2] = {
        {"2025", "2025"},
        {"2025-03", "2025-03"},
        {"2025-03-01", "2025-03-01"},
        {"2025-03~", "2025-03~"},
        {"201X", "201X"},
        {"2025/03/01", "2025-03-01"},
        {"2025/3/1", "2025-03-01"},
        {"2025.03.01", "2025-03-01"},
        {"2025/03", "2025-03"},
        {"20250301", "2025-03-01"},
        {"2025-10-28T12:00:00Z", "2025-10-28"},
        {"2025-10-28 00:00", "2025-10-28"},
        {"28/10/2025", "2025-10-28"},
        {"10/28/2025", "2025-10-28"},
        {"3/4/2025", "?"},
        {"3/3/2025", "2025-03-03"},
        {"28-10-2025", "2025-10-28"},
        {"3.4.2025", "2025-04-03"},
        {"28.10.2025", "2025-10-28"},
        {"10.28.2025", "?"},
        {"3/4/25", "?"},
        {"March 2025", "2025-03"},
        {"Mar 2025", "2025-03"},
        {"Mar-2025", "2025-03"},
        {"sept. 2025", "2025-09"},
        {"28 October 2025", "2025-10-28"},
        {"28th of October 2025", "2025-10-28"},
        {"October 28, 2025", "2025-10-28"},
        {"Oct. 28 2025", "2025-10-28"},
        {"28-Oct-2025", "2025-10-28"},
        {"1st March 2025", "2025-03-01"},
        {"c. 2025", "2025~"},
        {"circa March 2025", "2025-03~"},
        {"about 2034", "2034~"},
        {"2025-02-30", "?"},
        {"31/02/2025", "?"},
        {"2025-13", "?"},
        {"Smarch 2025", "?"},
        {"45958", "?"}, // a spreadsheet's day number is known by its cell's type only
        {"early 2025", "?"},
        {"=TODAY()", "?"},
        {"tomorrow", "?"},
    };
    for (const auto &row : cases)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
}

void TestLooseValues::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QString why;
    const auto date = readLooseDate(text, DayOrder::Unknown, &why);
    QCOMPARE(date.value_or(QStringLiteral("?")), expected);
    if (!date)
        QVERIFY(!why.isEmpty());
}

void TestLooseValues::daysByChoice()
{
    QCOMPARE(readLooseDate(u"3/4/2025", DayOrder::DayFirst), QStringLiteral("2025-04-03"));
    QCOMPARE(readLooseDate(u"3/4/2025", DayOrder::MonthFirst), QStringLiteral("2025-03-04"));
}

void TestLooseValues::periods_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both") << "March 2025"
                          << "28/10/2025"
                          << "2025-03/2025-10-28";
    QTest::newRow("no end") << "2025"
                            << ""
                            << "2025/..";
    QTest::newRow("no start") << ""
                              << "2025"
                              << "../2025";
    QTest::newRow("present") << "2020-01"
                             << "Present"
                             << "2020-01/..";
    QTest::newRow("inverted") << "2025"
                              << "2020"
                              << "?";
    QTest::newRow("no date") << "2025"
                             << "some day"
                             << "?";
    QTest::newRow("ambiguous") << "3/4/2025"
                               << ""
                               << "?";
}

void TestLooseValues::periods()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(QString, expected);
    QCOMPARE(readLoosePeriod(start, end).value_or(QStringLiteral("?")), expected);
}

void TestLooseValues::serials()
{
    QCOMPARE(dateOfSerial(45958), QStringLiteral("2025-10-28"));
    QCOMPARE(dateOfSerial(45958.75), QStringLiteral("2025-10-28"));
    QCOMPARE(dateOfSerial(1), QStringLiteral("1900-01-01"));
    QCOMPARE(dateOfSerial(61), QStringLiteral("1900-03-01"));
    QCOMPARE(dateOfSerial(44496, true), QStringLiteral("2025-10-28"));
    QVERIFY(!dateOfSerial(0));
    QVERIFY(!dateOfSerial(1e12));
    QVERIFY(!dateOfSerial(qQNaN()));
}

ENTENTE_TEST(TestLooseValues, QCoreApplication)

} // namespace tst_loosevalues

#include "tst_loosevalues.moc"
