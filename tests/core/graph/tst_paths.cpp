#include "formats/scenarioreader.h"
#include "graph/paths.h"
#include "support/registration.h"

namespace tst_paths {

using namespace entente;
using graph::Link;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void isTheSameBackwards();
    void tellsTheShortestBeyondTheLimit();
    void staysWithinItsLimits_data();
    void staysWithinItsLimits();
    void linksOfTheBundledScenario();
};

namespace {

domain::FirmId firm(const QString &id)
{
    return domain::FirmId(id);
}

// "a-b:x b-c:y c-d": an agreement after the colon, a part and its whole without one.
QList<Link> linksOf(const QString &text)
{
    QList<Link> links;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString ends = word.section(u':', 0, 0);
        links.append({firm(ends.section(u'-', 0, 0)), firm(ends.section(u'-', 1)),
                      domain::AgreementId(word.section(u':', 1))});
    }
    return links;
}

// "a x,y b = c": by agreements, then as part and whole.
QString inWords(const graph::ConnectingPath &path)
{
    QString words = path.isEmpty() ? QString() : path.first().from.text();
    for (const graph::PathStep &step : path) {
        QStringList ids;
        for (const domain::AgreementId &id : step.agreements)
            ids.append(id.text());
        if (step.isPart)
            ids.append(QStringLiteral("="));
        words += QStringLiteral(" %1 %2").arg(ids.join(u','), step.to.text());
    }
    return words;
}

QStringList inWords(const graph::Paths &paths)
{
    QStringList words;
    for (const graph::ConnectingPath &path : paths.paths)
        words.append(inWords(path));
    return words;
}

QList<Link> complete(int firms)
{
    QList<Link> links;
    for (int a = 0; a < firms; ++a) {
        for (int b = a + 1; b < firms; ++b)
            links.append({firm(QString::number(a)), firm(QString::number(b)),
                          domain::AgreementId(QStringLiteral("%1x%2").arg(a).arg(b))});
    }
    return links;
}

} // namespace

void TestPaths::finds_data()
{
    QTest::addColumn<QString>("links");
    QTest::addColumn<int>("maxLength");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *links, int maxLength,
                        std::initializer_list<const char *> paths) {
        QStringList expected;
        for (const char *path : paths)
            expected.append(QString::fromLatin1(path));
        QTest::newRow(name) << QString::fromLatin1(links) << maxLength << expected;
    };
    row("joined by an agreement", "a-z:x", 4, {"a x z"});
    row("joined by several", "a-z:x a-z:y z-a:x", 4, {"a x,y z"});
    row("a part of it", "a-z", 4, {"a = z"});
    row("a part, and bound to it", "a-z a-z:x", 4, {"a x,= z"});
    row("not joined", "a-b:x y-z:w", 4, {});
    row("not there", "a-b:x", 4, {});
    row("shortest first", "a-b:x b-c:y c-z:w a-z:v", 4, {"a v z", "a x b y c w z"});
    row("no longer than asked", "a-b:x b-c:y c-z:w a-z:v", 2, {"a v z"});
    row("meets nobody twice", "a-b:x b-a:y b-z:w", 4, {"a x,y b w z"});
    row("the target ends it", "a-z:x z-b:y b-z:w", 4, {"a x z"});
    row("an agreement of three is one step", "a-b:x a-z:x b-z:x", 4, {"a x z"});
    row("but not where it joins other pairs", "a-b:x b-z:x", 4, {"a x b x z"});
    row("another agreement goes round it", "a-b:x a-z:x b-z:x b-z:y", 4, {"a x z", "a x b y z"});
    row("a loop is no way", "a-a:x a-z:y", 4, {"a y z"});
}

void TestPaths::finds()
{
    QFETCH(QString, links);
    QFETCH(int, maxLength);
    QFETCH(QStringList, expected);
    const auto paths =
        graph::findPaths(linksOf(links), firm(QStringLiteral("a")), firm(QStringLiteral("z")), {maxLength});
    QCOMPARE(inWords(paths), expected);
    QVERIFY(paths.complete);
    QCOMPARE(paths.shortest, expected.isEmpty() ? -1 : int(paths.paths.first().size()));
}

void TestPaths::isTheSameBackwards()
{
    const QList<Link> links = complete(6);
    const auto there = graph::findPaths(links, firm(QStringLiteral("0")), firm(QStringLiteral("5")));
    const auto back = graph::findPaths(links, firm(QStringLiteral("5")), firm(QStringLiteral("0")));
    QCOMPARE(there.paths.size(), 1 + 4 + 4 * 3 + 4 * 3 * 2); // of 1, 2, 3 and 4 steps
    QCOMPARE(back.paths.size(), there.paths.size());
}

void TestPaths::tellsTheShortestBeyondTheLimit()
{
    const auto paths = graph::findPaths(linksOf(QStringLiteral("a-b:x b-c:y c-z:w")),
                                        firm(QStringLiteral("a")), firm(QStringLiteral("z")), {2});
    QVERIFY(paths.paths.isEmpty());
    QCOMPARE(paths.shortest, 3);
    QVERIFY(paths.complete);
    QCOMPARE(graph::findPaths(linksOf(QStringLiteral("a-z:x")), firm(QStringLiteral("a")),
                              firm(QStringLiteral("a"))),
             graph::Paths());
}

void TestPaths::staysWithinItsLimits_data()
{
    QTest::addColumn<int>("firms");
    QTest::addColumn<int>("maxLength");
    QTest::newRow("by the number of paths") << 40 << 4;
    QTest::newRow("by steps") << 300 << 8;
}

void TestPaths::staysWithinItsLimits()
{
    QFETCH(int, firms);
    QFETCH(int, maxLength);
    graph::PathLimits limits{maxLength, 500, 100'000};
    const auto paths =
        graph::findPaths(complete(firms), firm(QStringLiteral("0")), firm(QStringLiteral("1")), limits);
    QVERIFY(!paths.complete);
    QCOMPARE(paths.shortest, 1);
    QVERIFY(!paths.paths.isEmpty() && paths.paths.size() <= limits.mostPaths);
    QVERIFY(std::is_sorted(paths.paths.begin(), paths.paths.end(),
                           [](const auto &a, const auto &b) { return a.size() < b.size(); }));
    QCOMPARE(graph::findPaths(complete(firms), firm(QStringLiteral("0")), firm(QStringLiteral("1")), limits),
             paths);
}

void TestPaths::linksOfTheBundledScenario()
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    QVERIFY(file);
    const domain::Scenario &scenario = file.value->scenario;
    const domain::FirmId microsoft = firm(QStringLiteral("microsoft"));
    const domain::FirmId bedrock = firm(QStringLiteral("bedrock"));
    const QList<Link> groups = graph::linksByGroups(scenario);
    QCOMPARE(groups.size(), 5);
    const auto any = graph::findPaths(graph::linksByParties(scenario) + groups, microsoft, bedrock);
    QCOMPARE(any.shortest, 2); // by OpenAI, or by the lawsuit and Amazon
    const auto bound = graph::findPaths(graph::linksByObligations(scenario) + groups, microsoft, bedrock);
    QVERIFY(bound.complete);
    QCOMPARE(inWords(bound),
             QStringList{QStringLiteral("microsoft exclusive-cloud,api-routing openai sre-development amazon "
                                        "wording-memo,= aws = bedrock")});
}

ENTENTE_TEST(TestPaths, QCoreApplication)

} // namespace tst_paths

#include "tst_paths.moc"
