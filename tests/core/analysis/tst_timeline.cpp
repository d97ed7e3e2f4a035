#include "analysis/timeline.h"
#include "support/registration.h"

namespace tst_timeline {

using namespace entente;
using namespace entente::analysis;
using Kind = DatedEvent::Kind;

// Every dated event of a scenario, and stepping from one to the next.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryDate_data();
    void findsEveryDate();
    void sortsByDate();
    void stepsThroughEachDateOnce();
};

namespace {

domain::Agreement deal(const QString &kind = QStringLiteral("purchase"))
{
    domain::Agreement agreement;
    agreement.id = domain::AgreementId(QStringLiteral("deal"));
    agreement.title = QStringLiteral("Deal");
    agreement.kind = kind;
    return agreement;
}

std::optional<domain::EventDate> date(const char *text)
{
    return domain::EventDate::parse(QString::fromLatin1(text));
}

std::optional<domain::Period> period(const char *text)
{
    return domain::Period::parse(QString::fromLatin1(text));
}

QStringList sentencesOf(const domain::Agreement &agreement)
{
    domain::Scenario scenario;
    scenario.agreements = {agreement};
    scenario.index();
    QStringList sentences;
    for (const DatedEvent &event : datedEvents(scenario))
        sentences.append(sentenceOf(event, scenario));
    return sentences;
}

} // namespace

void TestTimeline::findsEveryDate_data()
{
    QTest::addColumn<domain::Agreement>("agreement");
    QTest::addColumn<QStringList>("sentences");
    domain::Agreement agreement = deal();
    QTest::newRow("none") << agreement << QStringList();
    agreement.period = period("2025-10/..");
    QTest::newRow("open end") << agreement << QStringList{QStringLiteral("Deal: begins October 2025")};
    agreement.period = period("../2026");
    QTest::newRow("open start") << agreement << QStringList{QStringLiteral("Deal: ends 2026")};
    agreement.period = period("2025-10");
    QTest::newRow("a single date") << agreement
                                   << QStringList{QStringLiteral("Deal: takes place October 2025")};
    agreement.announced = date("2025-02~");
    agreement.signedOn = date("2025-03-01");
    QTest::newRow("announced and signed")
        << agreement
        << QStringList{QStringLiteral("Deal: announced about February 2025"),
                       QStringLiteral("Deal: signed 1 March 2025"),
                       QStringLiteral("Deal: takes place October 2025")};
    domain::Agreement suit = deal(QStringLiteral("litigation"));
    suit.period = period("2024-08/..");
    suit.trial = date("2026-04~");
    suit.status = domain::Status::Pending;
    QTest::newRow("litigation") << suit
                                << QStringList{QStringLiteral("Deal: filed August 2024"),
                                               QStringLiteral("Deal: trial about April 2026")};
    suit.status = domain::Status::Considered;
    suit.trial.reset();
    QTest::newRow("not filed yet") << suit << QStringList{QStringLiteral("Deal: begins August 2024")};
    domain::Agreement withClauses = deal();
    withClauses.period = period("2025/..");
    domain::Clause same;
    same.id = domain::ClauseId(QStringLiteral("same"));
    same.period = withClauses.period;
    domain::Clause own;
    own.id = domain::ClauseId(QStringLiteral("own"));
    own.title = QStringLiteral("Routing");
    own.period = period("2025/2026");
    withClauses.clauses = {same, own};
    QTest::newRow("clauses where they differ")
        << withClauses
        << QStringList{QStringLiteral("Deal: begins 2025"), QStringLiteral("Routing of Deal: begins 2025"),
                       QStringLiteral("Routing of Deal: ends 2026")};
}

void TestTimeline::findsEveryDate()
{
    QFETCH(domain::Agreement, agreement);
    QTEST(sentencesOf(agreement), "sentences");
}

void TestTimeline::sortsByDate()
{
    domain::Agreement agreement = deal();
    agreement.announced = date("2026");
    agreement.period = period("2019/2025-10");
    QCOMPARE(sentencesOf(agreement).first(), QStringLiteral("Deal: begins 2019"));
    QCOMPARE(sentencesOf(agreement).last(), QStringLiteral("Deal: announced 2026"));
}

void TestTimeline::stepsThroughEachDateOnce()
{
    QList<DatedEvent> events;
    for (const char *text : {"2019", "2025-10", "2025-10", "2025-10-31", "2026-02~"})
        events.append({Kind::Begins, {}, *date(text)});
    QStringList visited;
    QDate day(2000, 1, 1);
    while (const auto next = dateAfter(events, day)) {
        visited.append(next->text());
        day = next->last();
    }
    QCOMPARE(visited,
             QStringList({QStringLiteral("2019"), QStringLiteral("2025-10"), QStringLiteral("2026-02~")}));
    QCOMPARE(dateBefore(events, day)->text(), QStringLiteral("2025-10"));
    QVERIFY(!dateBefore(events, QDate(2019, 12, 31)));
}

ENTENTE_TEST(TestTimeline, QCoreApplication)

} // namespace tst_timeline

#include "tst_timeline.moc"
