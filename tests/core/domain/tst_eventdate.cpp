#include "domain/eventdate.h"
#include "support/registration.h"

namespace tst_eventdate {

using namespace entente::domain;

namespace {

QString shown(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QStringLiteral("..");
}

QString shown(const DaySpan &span)
{
    return shown(span.first) + u'/' + shown(span.last);
}

} // namespace

class TestEventDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedPeriodsTellHowTheyAreWritten()
    {
        for (const char16_t *text : {u"2024 - 2029", u"2024 to 2029", u"since 2025"}) {
            QString why;
            QVERIFY(!Period::parse(text, &why));
            QVERIFY2(why.contains(QStringLiteral("2024/2029")), qPrintable(why));
        }
    }

    void datesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("possible");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *possible, const char *words) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(possible)
                                << QString::fromLatin1(words);
        };
        row("2025", "2025-01-01/2025-12-31", "2025");
        row("2025-02", "2025-02-01/2025-02-28", "February 2025");
        row("2024-02-29", "2024-02-29/2024-02-29", "29 February 2024");
        row("201X", "2010-01-01/2019-12-31", "2010s");
        row("2025~", "2024-01-01/2026-12-31", "about 2025");
        row("2025-01~", "2024-12-01/2025-02-28", "about January 2025");
        row("2025-03-01?", "2025-02-28/2025-03-02", "1 March 2025 (uncertain)");
        row("2025%", "2024-01-01/2026-12-31", "about 2025 (uncertain)");
        row("201X~", "2000-01-01/2029-12-31", "about 2010s");
    }

    void datesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, possible);
        QFETCH(QString, words);
        const auto date = EventDate::parse(text);
        QVERIFY(date);
        QCOMPARE(date->text(), text);
        QCOMPARE(shown(DaySpan{date->earliest(), date->latest()}), possible);
        QCOMPARE(toWords(*date), words);
        QVERIFY(date->earliest() <= date->first() && date->last() <= date->latest());
    }

    void whatIsNoDateSaysWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *text, const char *reason) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(reason);
        };
        row("", "not written like");
        row("25", "not written like");
        row("2025-1", "not written like");
        row("2025-001", "not written like");
        row("2025-10-", "not written like");
        row("2025/10", "not written like");
        row("2025-10-28T00:00", "not written like");
        row("20XX", "not written like");
        row("2025~~", "not written like");
        row("٢٠٢٥", "not written like");
        row("-2025", "not written like");
        row("0000", "no year 0000");
        row("2025-13", "no month 13");
        row("2025-00", "no month 0");
        row("2025-02-30", "no day 30");
        row("2023-02-29", "no day 29");
        row("2025-04-00", "no day 0");
    }

    void whatIsNoDateSaysWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        QString why;
        QVERIFY(!EventDate::parse(text, &why));
        QVERIFY2(why.contains(reason), qPrintable(why));
    }

    void periodsHaveACertainAndAPossibleSpan_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("certain");
        QTest::addColumn<QString>("possible");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *certain, const char *possible, const char *words) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(certain)
                                << QString::fromLatin1(possible) << QString::fromUtf8(words);
        };
        row("2025", "2025-01-01/2025-12-31", "2025-01-01/2025-12-31", "2025");
        row("2025-10/..", "2025-10-31/..", "2025-10-01/..", "since October 2025");
        row("../2025", "../2025-01-01", "../2025-12-31", "until 2025");
        row("../..", "../..", "../..", "open – open");
        row("2025-07/2025-09", "2025-07-31/2025-09-01", "2025-07-01/2025-09-30",
            "July 2025 – September 2025");
        row("2026-02~/2034", "2026-03-31/2034-01-01", "2026-01-01/2034-12-31", "about February 2026 – 2034");
    }

    void periodsHaveACertainAndAPossibleSpan()
    {
        QFETCH(QString, text);
        QFETCH(QString, certain);
        QFETCH(QString, possible);
        QFETCH(QString, words);
        const auto period = Period::parse(text);
        QVERIFY(period);
        QCOMPARE(shown(period->certain()), certain);
        QCOMPARE(shown(period->possible()), possible);
        QCOMPARE(toWords(*period), words);
        QVERIFY(!period->isInverted());
    }

    void aVagueSingleDateHasNoCertainDay()
    {
        const auto period = Period::parse(u"2025~");
        QVERIFY(period->certain().isEmpty());
        QVERIFY(!period->possible().isEmpty());
    }

    void onlyWhatCannotButEndFirstIsInverted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inverted");
        QTest::newRow("years") << QStringLiteral("2026/2025") << true;
        QTest::newRow("the same") << QStringLiteral("2025/2025") << false;
        QTest::newRow("a month within the year") << QStringLiteral("2025-10/2025") << false;
        QTest::newRow("about") << QStringLiteral("2026~/2025") << false;
        QTest::newRow("days") << QStringLiteral("2025-10-02/2025-10-01") << true;
    }

    void onlyWhatCannotButEndFirstIsInverted()
    {
        QFETCH(QString, text);
        QFETCH(bool, inverted);
        QCOMPARE(Period::parse(text)->isInverted(), inverted);
    }

    void spansOverlapWhereTheyShareADay()
    {
        const auto span = [](const char *text) {
            return Period::parse(QString::fromLatin1(text))->possible();
        };
        QVERIFY(span("2024-01-01/2024-06-30").overlaps(span("2024-06-30/..")));
        QVERIFY(!span("2024-01-01/2024-06-29").overlaps(span("2024-06-30/..")));
        QVERIFY(span("../..").overlaps(span("1999")));
        QCOMPARE(shown(span("2024/2026").intersected(span("2025/.."))),
                 QStringLiteral("2025-01-01/2026-12-31"));
        QVERIFY(span("2024").contains(QDate(2024, 12, 31)));
        QVERIFY(!span("2024").contains(QDate(2025, 1, 1)));
    }
};

ENTENTE_TEST(TestEventDate, QCoreApplication)

} // namespace tst_eventdate

#include "tst_eventdate.moc"
