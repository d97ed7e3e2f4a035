#include "layout/border.h"
#include "layout/boxgrid.h"
#include "layout/groupboxes.h"
#include "layout/layouter.h"
#include "layout/multilevellayout.h"
#include "support/graphgenerator.h"
#include "support/registergenerator.h"
#include "support/registration.h"

#include <QLineF>
#include <QSignalSpy>

#include <cmath>
#include <thread>

namespace tst_multilevel {

using namespace entente;
using namespace entente::layout;

class TestMultilevel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfTheDrawing_data();
    void keepsTheRulesOfTheDrawing();
    void laysOutSmallGraphsWhenAsked_data();
    void laysOutSmallGraphsWhenAsked();
    void givesTheSamePlacementInAnyThread();
    void putsNeighboursTogether();
    void putsPillsBesideTheirLines();
    void movesNothingThatHasNotChanged();
    void movesLittleWhenSomethingIsAdded();
    void leavesOffWhenCancelled();
    void tellsHowFarItIs();
    void answersFromTheEventLoop();
    void answersNothingOnceCancelled();
    void addsToALargePlacementWithoutMovingAnything();
};

namespace {

QSizeF cardSize(int i)
{
    return QSizeF(128 + i % 60, 49 + 18 * (i % 3));
}

LayoutRequest withCards(int count)
{
    LayoutRequest request;
    for (int i = 0; i < count; ++i)
        request.nodes.append({NodeKind::Card, cardSize(i), -1, {}});
    return request;
}

void bind(LayoutRequest &request, const QList<int> &cards, int group = -1)
{
    const int pill = int(request.nodes.size());
    request.nodes.append({NodeKind::Pill, QSizeF(60 + pill * 7 % 120, 28), group, {}});
    for (int card : cards)
        request.edges.append({pill, card});
}

LayoutRequest chain(int count)
{
    LayoutRequest request = withCards(count);
    for (int i = 1; i < count; ++i)
        bind(request, {i - 1, i});
    return request;
}

LayoutRequest star(int count)
{
    LayoutRequest request = withCards(count);
    for (int i = 1; i < count; ++i)
        bind(request, {0, i});
    return request;
}

LayoutRequest complete(int count)
{
    LayoutRequest request = withCards(count);
    for (int i = 0; i < count; ++i) {
        for (int j = i + 1; j < count; ++j)
            bind(request, {i, j});
    }
    return request;
}

LayoutRequest parallels(int count)
{
    LayoutRequest request = chain(2);
    while (request.nodes.size() < count + 2)
        bind(request, {0, 1});
    return request;
}

LayoutRequest withOneGreatAgreement(int parties)
{
    LayoutRequest request = withCards(parties);
    QList<int> all;
    for (int i = 0; i < parties; ++i)
        all.append(i);
    bind(request, all);
    bind(request, {0});
    bind(request, {0, 0, 1});
    bind(request, {});
    return request;
}

// Groups in groups in groups, cards and agreements on every floor and across them.
LayoutRequest nested(int depth)
{
    LayoutRequest request;
    for (int level = 0; level < depth; ++level) {
        request.groups.append({level - 1, QSizeF(90, 22)});
        for (int i = 0; i < 4; ++i)
            request.nodes.append({NodeKind::Card, cardSize(i), level, {}});
    }
    for (int level = 0; level < depth; ++level) {
        bind(request, {4 * level, 4 * level + 1}, level);
        bind(request, {4 * level + 2}, level);
        bind(request, {4 * level, 4 * depth - 1}, level);
    }
    request.nodes.append({NodeKind::Card, cardSize(1), -1, {}});
    bind(request, {int(request.nodes.size()) - 1, 4 * depth - 2});
    return request;
}

LayoutRequest allAtOnePoint(int count)
{
    LayoutRequest request = star(count);
    for (Node &node : request.nodes)
        node.hint = QPointF(17, 4);
    return request;
}

LayoutRequest registerOf(int firms, quint32 seed, double grouped = 0.25)
{
    return tests::generatedRegister(seed, {firms, 2 * firms, grouped, 0});
}

std::vector<QRectF> rectsOf(const LayoutRequest &request, const Placement &placement)
{
    std::vector<QRectF> rects;
    for (int i = 0; i < request.nodes.size(); ++i)
        rects.push_back(centredRect(placement.centres[i], request.nodes[i].size));
    return rects;
}

// What overlaps that must not, as a sentence; empty where all is well.
QString firstBreach(const LayoutRequest &request, const Placement &placement)
{
    std::vector<QRectF> boxes = rectsOf(request, placement);
    const int nodes = int(boxes.size());
    for (const QRectF &box : placement.groupBoxes)
        boxes.push_back(box);
    QString breach;
    BoxGrid(boxes).forEachOverlap([&](int a, int b) {
        const auto isNode = [nodes](int i) { return i < nodes; };
        const bool belong = isNode(a) && isNode(b)    ? false
                            : !isNode(a) && isNode(b) ? isInGroup(request, b, a - nodes)
                            : isNode(a)               ? isInGroup(request, a, b - nodes)
                                                      : areNested(request, a - nodes, b - nodes);
        if (!belong)
            breach = QStringLiteral("%1 and %2 overlap").arg(a).arg(b);
    });
    for (int i = 0; i < nodes; ++i) {
        const int group = request.nodes[i].group;
        if (group >= 0 && !placement.groupBoxes[group].contains(boxes[i]))
            breach = QStringLiteral("node %1 lies outside its group").arg(i);
        if (!std::isfinite(boxes[i].x()) || !std::isfinite(boxes[i].y()))
            breach = QStringLiteral("node %1 lies nowhere").arg(i);
    }
    for (int i = 0; i < request.edges.size(); ++i) {
        const Edge &edge = request.edges[i];
        const Curve &curve = placement.edges[i];
        if (!isOnBorder(request.nodes[edge.pill], boxes[edge.pill], curve.start()) ||
            !isOnBorder(request.nodes[edge.card], boxes[edge.card], curve.end()))
            breach = QStringLiteral("line %1 has a loose end").arg(i);
    }
    return breach;
}

Placement laidOut(const LayoutRequest &request)
{
    LayoutControl control;
    return layOutMultilevel(request, control);
}

double distance(QPointF a, QPointF b)
{
    return QLineF(a, b).length();
}

} // namespace

void TestMultilevel::keepsTheRulesOfTheDrawing_data()
{
    QTest::addColumn<LayoutRequest>("request");
    QTest::newRow("nothing") << LayoutRequest();
    QTest::newRow("two cards") << chain(2);
    QTest::newRow("parallel agreements") << parallels(25);
    QTest::newRow("chain") << chain(400);
    QTest::newRow("star") << star(500);
    QTest::newRow("complete graph") << complete(30);
    QTest::newRow("singles") << withCards(700);
    QTest::newRow("an agreement of forty, and of nobody") << withOneGreatAgreement(40);
    QTest::newRow("groups nine deep") << nested(9);
    QTest::newRow("all at one point") << allAtOnePoint(150);
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("register %u", seed) << registerOf(500, seed);
#ifndef ENTENTE_SANITIZED
    QTest::newRow("large register") << registerOf(5000, 5);
#endif
}

void TestMultilevel::keepsTheRulesOfTheDrawing()
{
    QFETCH(LayoutRequest, request);
    const Placement placement = laidOut(request);
    QCOMPARE(placement.centres.size(), request.nodes.size());
    QCOMPARE(placement.groupBoxes.size(), request.groups.size());
    QCOMPARE(placement.edges.size(), request.edges.size());
    QCOMPARE(firstBreach(request, placement), QString());
}

void TestMultilevel::laysOutSmallGraphsWhenAsked_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed < 100; seed += 14)
        QTest::addRow("graph %u", seed) << seed;
}

void TestMultilevel::laysOutSmallGraphsWhenAsked()
{
    QFETCH(quint32, seed);
    LayoutRequest request = tests::generatedRequest(seed);
    request.engine = Engine::Force;
    Layouter layouter;
    const auto forced = layouter.layOut(request);
    QVERIFY(forced);
    QVERIFY(*forced.value == laidOut(request));
    QVERIFY(measure(request, *forced.value).isValid());
}

void TestMultilevel::givesTheSamePlacementInAnyThread()
{
    const LayoutRequest request = registerOf(400, 9);
    const Placement here = laidOut(request);
    Placement there;
    std::thread([&] { there = laidOut(request); }).join();
    QVERIFY(here == there && here == laidOut(request));
}

// What is tied must be much nearer than what is not: else this would be no layout.
void TestMultilevel::putsNeighboursTogether()
{
    const LayoutRequest request = chain(600);
    const Placement placement = laidOut(request);
    double tied = 0;
    double any = 0;
    for (int i = 1; i < 600; ++i) {
        tied += distance(placement.centres[i - 1], placement.centres[i]);
        any += distance(placement.centres[i], placement.centres[(i * 7 + 300) % 600]);
    }
    QVERIFY2(tied * 8 < any, qPrintable(QStringLiteral("%1 against %2").arg(tied / 599).arg(any / 599)));
}

void TestMultilevel::putsPillsBesideTheirLines()
{
    const LayoutRequest request = registerOf(800, 3, 0);
    const Placement placement = laidOut(request);
    QHash<int, QList<int>> partiesOf;
    for (const Edge &edge : request.edges)
        partiesOf[edge.pill].append(edge.card);
    int pairs = 0;
    int near = 0;
    for (auto it = partiesOf.cbegin(); it != partiesOf.cend(); ++it) {
        if (it->size() != 2 || it->first() == it->last())
            continue;
        const QPointF from = placement.centres[it->first()];
        const QPointF to = placement.centres[it->last()];
        const QPointF at = placement.centres[it.key()];
        ++pairs;
        near += distance(from, at) + distance(at, to) < 1.25 * distance(from, to) + 150 ? 1 : 0;
    }
    QVERIFY2(near > 0.95 * pairs, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(pairs)));
}

void TestMultilevel::movesNothingThatHasNotChanged()
{
    LayoutRequest request = registerOf(500, 6);
    const Placement before = laidOut(request);
    for (int i = 0; i < request.nodes.size(); ++i)
        request.nodes[i].hint = before.centres[i];
    const Placement after = laidOut(request);
    for (int i = 0; i < request.nodes.size(); ++i)
        QVERIFY2(distance(before.centres[i], after.centres[i]) <= 2, qPrintable(QString::number(i)));
}

void TestMultilevel::movesLittleWhenSomethingIsAdded()
{
    LayoutRequest request = registerOf(500, 6);
    const Placement before = laidOut(request);
    const int known = int(request.nodes.size());
    for (int i = 0; i < known; ++i)
        request.nodes[i].hint = before.centres[i];
    for (int i = 0; i < 20; ++i) {
        request.nodes.append({NodeKind::Card, cardSize(i), -1, {}});
        bind(request, {int(request.nodes.size()) - 1, i * 23});
    }
    const Placement after = laidOut(request);
    QCOMPARE(firstBreach(request, after), QString());
    QList<double> ways;
    for (int i = 0; i < known; ++i)
        ways.append(distance(before.centres[i], after.centres[i]));
    std::sort(ways.begin(), ways.end());
    QVERIFY2(ways[known * 9 / 10] <= 5, qPrintable(QString::number(ways[known * 9 / 10])));
}

void TestMultilevel::leavesOffWhenCancelled()
{
    const LayoutRequest request = registerOf(500, 2);
    LayoutControl atOnce;
    atOnce.cancelled = true;
    QVERIFY(layOutMultilevel(request, atOnce).isEmpty());
    for (int percent : {5, 40, 80}) {
        LayoutControl control;
        control.progressed = [&](int done) { control.cancelled = control.cancelled || done >= percent; };
        QVERIFY(layOutMultilevel(request, control).isEmpty());
    }
}

void TestMultilevel::tellsHowFarItIs()
{
    QList<int> told;
    LayoutControl control;
    control.progressed = [&told](int percent) { told.append(percent); };
    QVERIFY(!layOutMultilevel(registerOf(500, 2), control).isEmpty());
    QVERIFY(told.size() > 10);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.last(), 100);
}

void TestMultilevel::answersFromTheEventLoop()
{
    const LayoutRequest request = registerOf(500, 4);
    Layouter layouter;
    QSignalSpy progressed(&layouter, &Layouter::progressed);
    QSignalSpy finished(&layouter, &Layouter::finished);
    const quint64 number = layouter.request(request);
    QVERIFY(layouter.isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(finished.first().first().toULongLong(), number);
    QVERIFY(*finished.first().at(1).value<Outcome<Placement>>().value == laidOut(request));
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(progressed.last().at(1).toInt(), progressed.last().at(2).toInt());
}

void TestMultilevel::answersNothingOnceCancelled()
{
    auto layouter = std::make_unique<Layouter>();
    QSignalSpy finished(layouter.get(), &Layouter::finished);
    layouter->request(registerOf(3000, 4));
    layouter->cancel();
    QVERIFY(!layouter->isBusy());
    const quint64 newer = layouter->request(chain(400));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(finished.first().first().toULongLong(), newer);
    layouter->request(registerOf(3000, 4));
    layouter.reset(); // ends what it has under way
    QCOMPARE(finished.size(), 1);
}

void TestMultilevel::addsToALargePlacementWithoutMovingAnything()
{
    LayoutRequest request = registerOf(1000, 8);
    const Placement before = laidOut(request);
    const int known = int(request.nodes.size());
    for (int i = 0; i < known; ++i)
        request.nodes[i].fixed = before.centres[i];
    for (int i = 0; i < 200; ++i) {
        request.nodes.append(
            {NodeKind::Card, cardSize(i), i % 5 == 0 ? i % int(request.groups.size()) : -1, {}});
        bind(request, {int(request.nodes.size()) - 1, i * 5});
    }
    Layouter layouter;
    const auto after = layouter.layOut(request);
    QVERIFY(after);
    for (int i = 0; i < known; ++i)
        QCOMPARE(after.value->centres[i], before.centres[i]);
    const std::vector<QRectF> rects = rectsOf(request, *after.value);
    int overlaps = 0;
    BoxGrid(rects).forEachOverlap([&overlaps](int, int) { ++overlaps; });
    QCOMPARE(overlaps, 0);
}

ENTENTE_TEST(TestMultilevel, QCoreApplication)

} // namespace tst_multilevel

#include "tst_multilevel.moc"
