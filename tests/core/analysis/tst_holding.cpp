#include "analysis/holding.h"
#include "support/registration.h"

namespace tst_holding {

using namespace entente;
using analysis::Truth;

// "What holds when": status, evidence, bindingness and period against a date.
class TestHolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void weakerOfClauseAndAgreementCounts();
    void suitsWereFiledSomeDay();
    void withoutTheFilesDate();
};

namespace {

domain::Agreement agreementWith(domain::Status status, const char *period)
{
    domain::Agreement agreement;
    agreement.status = status;
    agreement.kind = QStringLiteral("other");
    agreement.spokenOn.date = domain::EventDate::parse(u"2025-06"); // of which the file speaks
    if (period)
        agreement.period = domain::Period::parse(QString::fromLatin1(period));
    return agreement;
}

analysis::AsOf at(const QString &date)
{
    return {domain::EventDate::parse(date)};
}

} // namespace

void TestHolding::holds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("period");
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("truth");
    using domain::Status;
    const auto row = [](const char *name, Status status, const char *period, const char *date, Truth truth) {
        QTest::newRow(name) << int(status) << QByteArray(period) << QString::fromLatin1(date) << int(truth);
    };
    row("in force, within", Status::InForce, "2025/..", "2026-03", Truth::Yes);
    row("in force, before", Status::InForce, "2025/..", "2024", Truth::No);
    row("in force, after", Status::InForce, "2025/2025-10", "2026", Truth::No);
    row("in force, starts within the year", Status::InForce, "2025/..", "2025-06", Truth::Depends);
    row("in force, from the year's last day", Status::InForce, "2025/..", "2025", Truth::Yes);
    row("about February, as of March", Status::Announced, "2026-02~/..", "2026-03", Truth::Yes);
    row("about February, as of February", Status::Announced, "2026-02~/..", "2026-02", Truth::Depends);
    row("single date means all of it", Status::Signed, "2025-10", "2025-10-15", Truth::Yes);
    row("planned", Status::Planned, "2026", "2026-03", Truth::Depends);
    row("rumoured", Status::Rumoured, "2026", "2026-03", Truth::Depends);
    row("considered", Status::Considered, "2026", "2026-03", Truth::Depends);
    row("suspended", Status::Suspended, "2025/..", "2026", Truth::No);
    row("waived, while it held", Status::Waived, "2019/2025-10", "2024", Truth::Yes);
    row("waived, afterwards", Status::Waived, "2019/2025-10", "2026", Truth::No);
    row("completed, afterwards", Status::Completed, "2026-02", "2026-03", Truth::No);
    row("terminated without an end", Status::Terminated, "2019/..", "2026", Truth::No);
    row("terminated without an end, before the file's date", Status::Terminated, "2019/..", "2023",
        Truth::Depends);
    row("terminated without an end, on its first day", Status::Terminated, "2019-05-01/..", "2019-05-01",
        Truth::Yes);
    row("terminated without an end, before it began", Status::Terminated, "2019/..", "2018", Truth::No);
    row("terminated, of no date at all", Status::Terminated, "", "2023", Truth::Depends);
    row("terminated, of no date at all, by the file's date", Status::Terminated, "", "2025-06", Truth::No);
    row("no period, on the file's date", Status::InForce, "", "2025-06", Truth::Yes);
    row("no period, later", Status::InForce, "", "2030", Truth::Yes);
    row("no period, before the file's date", Status::InForce, "", "1950", Truth::Depends);
    row("open at its start, long before", Status::InForce, "../2027", "1950", Truth::Yes);
    row("decided, while it was pending", Status::Decided, "2019/2021", "2020", Truth::Yes);
    row("decided, afterwards", Status::Decided, "2019/2021", "2022", Truth::No);
    row("settled, nobody knows when", Status::Settled, "2019/..", "2022", Truth::Depends);
    row("settled by the file's date", Status::Settled, "2019/..", "2026", Truth::No);
    row("any date", Status::InForce, "2025/2025-10", "any", Truth::Yes);
}

void TestHolding::holds()
{
    QFETCH(int, status);
    QFETCH(QByteArray, period);
    QFETCH(QString, date);
    QFETCH(int, truth);
    const domain::Agreement agreement =
        agreementWith(domain::Status(status), period.isEmpty() ? nullptr : period.constData());
    const analysis::Holding holding =
        analysis::holding(agreement, date == QLatin1String("any") ? analysis::AsOf::any() : at(date));
    QCOMPARE(int(holding.truth), truth);
    QCOMPARE(holding.because.isEmpty(), holding.truth == Truth::Yes);
}

void TestHolding::weakerOfClauseAndAgreementCounts()
{
    domain::Agreement agreement = agreementWith(domain::Status::InForce, "2025/..");
    domain::Clause clause;
    QCOMPARE(analysis::holding(clause, agreement, at(QStringLiteral("2026"))).truth, Truth::Yes);
    clause.evidence = domain::Evidence::Alleged;
    QCOMPARE(analysis::holding(clause, agreement, at(QStringLiteral("2026"))).truth, Truth::Depends);
    clause.period = domain::Period::parse(u"2025/2025-06");
    QCOMPARE(analysis::holding(clause, agreement, at(QStringLiteral("2026"))).truth, Truth::No);
    clause = {};
    agreement.binding = false;
    QCOMPARE(analysis::holding(clause, agreement, at(QStringLiteral("2026"))).truth, Truth::No);
}

// An open start says only that nobody knows when a suit was filed.
void TestHolding::suitsWereFiledSomeDay()
{
    domain::Agreement suit = agreementWith(domain::Status::Pending, "../2026-04");
    suit.kind = QStringLiteral("litigation");
    const auto holds = [&suit](const char *date) {
        return analysis::holding(suit, at(QString::fromLatin1(date))).truth;
    };
    QCOMPARE(holds("1950"), Truth::Depends);
    QCOMPARE(holds("2025-06"), Truth::Yes);
    QCOMPARE(holds("2026-03"), Truth::Yes);
    QCOMPARE(holds("2026-05"), Truth::No);
}

// A scenario without as_of speaks of no day by which anything had ended or surely began.
void TestHolding::withoutTheFilesDate()
{
    domain::Agreement agreement = agreementWith(domain::Status::Expired, "2019/..");
    agreement.spokenOn = {};
    QCOMPARE(analysis::holding(agreement, at(QStringLiteral("2040"))).truth, Truth::Depends);
    QCOMPARE(analysis::holding(agreement, at(QStringLiteral("2018"))).truth, Truth::No);
    agreement.period.reset();
    agreement.status = domain::Status::InForce;
    QCOMPARE(analysis::holding(agreement, at(QStringLiteral("1950"))).truth, Truth::Yes);
}

ENTENTE_TEST(TestHolding, QCoreApplication)

} // namespace tst_holding

#include "tst_holding.moc"
