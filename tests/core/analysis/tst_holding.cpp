#include "analysis/holding.h"

#include <QTest>

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
};

namespace {

domain::Agreement agreementWith(domain::Status status, const char *period)
{
    domain::Agreement agreement;
    agreement.status = status;
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
    row("no period", Status::InForce, "", "1950", Truth::Yes);
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

QTEST_APPLESS_MAIN(TestHolding)
#include "tst_holding.moc"
