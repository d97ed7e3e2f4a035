#include "analysis/cyclesearch.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tst_cyclesearch {

using namespace entente;

// The search for elementary cycles on any graph: all of them where it ends, and it always ends.
class TestCycleSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCyclesThatBruteForceFinds();
    void staysWithinItsLimits_data();
    void staysWithinItsLimits();
    void shorterCyclesComeFirst();
    void sameInputSameAnswer();
};

namespace {

using Arcs = QList<QList<int>>;

Arcs completeGraph(int nodes)
{
    Arcs next(nodes);
    for (int from = 0; from < nodes; ++from) {
        for (int to = 0; to < nodes; ++to) {
            if (from != to)
                next[from].append(to);
        }
    }
    return next;
}

Arcs ring(int nodes)
{
    Arcs next(nodes);
    for (int from = 0; from < nodes; ++from)
        next[from].append((from + 1) % nodes);
    return next;
}

// From every node to `degree` others, the same for the same seed.
Arcs randomGraph(int nodes, int degree, quint32 seed)
{
    QRandomGenerator random(seed);
    Arcs next(nodes);
    for (int from = 0; from < nodes; ++from) {
        for (int i = 0; i < degree; ++i) {
            const int to = int(random.bounded(nodes));
            if (to != from && !next[from].contains(to))
                next[from].append(to);
        }
        std::sort(next[from].begin(), next[from].end());
    }
    return next;
}

// Every walk without repetition from every node that is the lowest of it.
void walk(const Arcs &next, QList<int> &path, QList<QList<int>> &found)
{
    for (int to : next[path.last()]) {
        if (to == path.first())
            found.append(path);
        if (to <= path.first() || path.contains(to))
            continue;
        path.append(to);
        walk(next, path, found);
        path.removeLast();
    }
}

QList<QList<int>> byBruteForce(const Arcs &next)
{
    QList<QList<int>> found;
    for (int start = 0; start < next.size(); ++start) {
        QList<int> path{start};
        walk(next, path, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.size() < b.size(); });
    return found;
}

} // namespace

void TestCycleSearch::findsTheCyclesThatBruteForceFinds()
{
    analysis::SearchLimits limits;
    limits.mostCycles = 1'000'000;
    for (quint32 seed = 1; seed <= 200; seed += test::everyNth) {
        const int nodes = 2 + int(seed % 8);
        const Arcs next = randomGraph(nodes, 1 + int(seed % 4), seed);
        const auto expected = byBruteForce(next);
        for (int most : {2, 3, nodes}) {
            limits.maxLength = most;
            const auto found = analysis::findCycles(next, limits);
            QList<QList<int>> within = expected;
            within.removeIf([most](const QList<int> &cycle) { return cycle.size() > most; });
            QCOMPARE(found.cycles, within);
            QCOMPARE(found.complete, within.size() == expected.size());
        }
    }
}

void TestCycleSearch::staysWithinItsLimits_data()
{
    QTest::addColumn<Arcs>("next");
    QTest::addColumn<bool>("complete");
    QTest::newRow("nothing") << Arcs() << true;
    QTest::newRow("complete graph of 200") << completeGraph(200) << false;
    QTest::newRow("ring of 8") << ring(8) << true;
    QTest::newRow("ring of 9") << ring(9) << false;
    QTest::newRow("ring of 100,000") << ring(100'000) << false;
    QTest::newRow("random, 20,000 nodes") << randomGraph(20'000, 3, 7) << false;
    Arcs tree(50'000);
    for (int node = 1; node < tree.size(); ++node)
        tree[node / 2].append(node);
    QTest::newRow("a tree") << tree << true;
}

void TestCycleSearch::staysWithinItsLimits()
{
    QFETCH(Arcs, next);
    QFETCH(bool, complete);
    const analysis::SearchLimits limits;
    const auto found = analysis::findCycles(next, limits);
    QCOMPARE(found.complete, complete);
    QVERIFY(found.cycles.size() <= limits.mostCycles);
    for (const QList<int> &cycle : found.cycles)
        QVERIFY(cycle.size() <= limits.maxLength);
}

void TestCycleSearch::shorterCyclesComeFirst()
{
    analysis::SearchLimits limits;
    limits.steps = 100'000;
    const auto found = analysis::findCycles(completeGraph(40), limits);
    QVERIFY(!found.complete);
    QCOMPARE(found.searchedLength, 2);
    QCOMPARE(std::count_if(found.cycles.begin(), found.cycles.end(),
                           [](const auto &cycle) { return cycle.size() == 2; }),
             40 * 39 / 2);
}

void TestCycleSearch::sameInputSameAnswer()
{
    const Arcs next = randomGraph(300, 4, 11);
    const auto once = analysis::findCycles(next, {});
    const auto again = analysis::findCycles(next, {});
    QCOMPARE(once.cycles, again.cycles);
    QCOMPARE(once.searchedLength, again.searchedLength);
}

ENTENTE_TEST(TestCycleSearch, QCoreApplication)

} // namespace tst_cyclesearch

#include "tst_cyclesearch.moc"
