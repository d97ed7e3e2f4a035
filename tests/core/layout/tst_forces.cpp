#include "layout/boxgrid.h"
#include "layout/coarsening.h"
#include "layout/multilevelforces.h"
#include "layout/occupancy.h"
#include "layout/overlapremoval.h"
#include "layout/packing.h"
#include "layout/repulsion.h"
#include "support/registration.h"

#include <QRandomGenerator>

#include <cmath>
#include <numeric>
#include <set>

namespace tst_forces {

using namespace entente::layout;

// The parts of the multilevel layout, each against the plain definition of what it does.
class TestForces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesRowsOfEdges();
    void coarsensWithoutLosingMass_data();
    void coarsensWithoutLosingMass();
    void ordersPointsAlongTheCurve();
    void sumsUpWhatPushes_data();
    void sumsUpWhatPushes();
    void standsNeighboursOneUnitApart();
    void findsEveryOverlapOnce();
    void removesEveryOverlap_data();
    void removesEveryOverlap();
    void eachStepGivesRoom();
    void keepsWhatDoesNotOverlap();
    void findsTheNearestGap();
    void packsWithoutOverlap();
};

namespace {

Points randomPoints(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    Points points(count);
    for (int i = 0; i < count; ++i) {
        points.x[i] = float(random.bounded(100.0));
        points.y[i] = float(random.bounded(30.0));
    }
    return points;
}

ForceGraph randomGraph(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<WeightedEdge> edges;
    for (int i = 1; i < count; ++i)
        edges.push_back({i, random.bounded(i), 1});
    return makeForceGraph(std::vector<float>(count, 1), edges);
}

ForceGraph starGraph(int count)
{
    std::vector<WeightedEdge> edges;
    for (int i = 1; i < count; ++i)
        edges.push_back({0, i, 1});
    return makeForceGraph(std::vector<float>(count, 1), edges);
}

Boxes randomBoxes(int count, double within, quint32 seed)
{
    QRandomGenerator random(seed);
    Boxes boxes;
    for (int i = 0; i < count; ++i) {
        boxes.centres.emplace_back(random.bounded(within), random.bounded(within));
        boxes.sizes.emplace_back(20 + random.bounded(100.0), 20 + random.bounded(40.0));
    }
    return boxes;
}

std::set<std::pair<int, int>> overlapsOf(const std::vector<QRectF> &boxes)
{
    std::set<std::pair<int, int>> pairs;
    for (int a = 0; a < int(boxes.size()); ++a) {
        for (int b = a + 1; b < int(boxes.size()); ++b) {
            if (boxes[a].intersects(boxes[b]))
                pairs.insert({a, b});
        }
    }
    return pairs;
}

} // namespace

void TestForces::makesRowsOfEdges()
{
    const ForceGraph graph =
        makeForceGraph({1, 1, 1, 1}, {{0, 1, 1}, {1, 0, 2}, {2, 2, 5}, {1, 2, 0.5F}, {0, 1, 1}});
    QCOMPARE(graph.first, (std::vector<int>{0, 1, 3, 4, 4}));
    QCOMPARE(graph.target, (std::vector<int>{1, 0, 2, 1}));
    QCOMPARE(graph.weight, (std::vector<float>{4, 4, 0.5F, 0.5F}));
}

void TestForces::coarsensWithoutLosingMass_data()
{
    QTest::addColumn<bool>("star");
    QTest::newRow("tree") << false;
    QTest::newRow("star") << true;
}

void TestForces::coarsensWithoutLosingMass()
{
    QFETCH(bool, star);
    ForceGraph graph = star ? starGraph(1000) : randomGraph(1000, 3);
    for (int level = 0; level < 4; ++level) {
        const CoarseGraph coarse = coarsen(graph);
        QVERIFY2(coarse.graph.size() < 0.7 * graph.size(), qPrintable(QString::number(coarse.graph.size())));
        std::vector<float> mass(coarse.graph.size(), 0);
        for (int node = 0; node < graph.size(); ++node)
            mass[coarse.nodeOf[node]] += graph.mass[node];
        QCOMPARE(mass, coarse.graph.mass);
        graph = coarse.graph;
    }
    QCOMPARE(std::accumulate(graph.mass.begin(), graph.mass.end(), 0.0F), 1000.0F);
}

void TestForces::ordersPointsAlongTheCurve()
{
    const MortonOrder order = mortonOrder(randomPoints(5000, 1));
    QVERIFY(std::is_sorted(order.codes.begin(), order.codes.end()));
    const std::set<int> all(order.points.begin(), order.points.end());
    QCOMPARE(int(all.size()), 5000);
    QVERIFY(mortonOrder(Points()).points.empty());
}

void TestForces::sumsUpWhatPushes_data()
{
    QTest::addColumn<int>("count");
    for (int count : {1, 2, 31, 33, 1000, 3000})
        QTest::addRow("%d points", count) << count;
}

void TestForces::sumsUpWhatPushes()
{
    QFETCH(int, count);
    const Points points = randomPoints(count, 5);
    std::vector<float> mass;
    for (int i = 0; i < count; ++i)
        mass.push_back(1 + float(i % 3));
    const Points approximate = repulsion(points, mass, 1.0F);
    double wrong = 0;
    double whole = 0;
    for (int i = 0; i < count; ++i) {
        double x = 0;
        double y = 0;
        for (int j = 0; j < count; ++j) {
            const double dx = double(points.x[i]) - double(points.x[j]);
            const double dy = double(points.y[i]) - double(points.y[j]);
            const double square = dx * dx + dy * dy;
            x += square > 0 ? double(mass[j]) * dx / square : 0;
            y += square > 0 ? double(mass[j]) * dy / square : 0;
        }
        wrong += std::hypot(double(approximate.x[i]) - x, double(approximate.y[i]) - y);
        whole += std::hypot(x, y);
    }
    QVERIFY2(wrong <= 0.02 * whole, qPrintable(QString::number(wrong / whole)));
}

void TestForces::standsNeighboursOneUnitApart()
{
    LayoutControl control;
    const ForceGraph graph = makeForceGraph({1, 1}, {{0, 1, 1}});
    const Points pair = placeByForces(graph, Effort::Thorough, control);
    const double apart = std::hypot(double(pair.x[1] - pair.x[0]), double(pair.y[1] - pair.y[0]));
    constexpr double lastStep = 0.2; // they swing by as much at most
    QVERIFY2(std::abs(apart - 1) < lastStep, qPrintable(QString::number(apart)));
}

void TestForces::findsEveryOverlapOnce()
{
    Boxes boxes = randomBoxes(400, 1000, 2);
    boxes.sizes[7] = QSizeF(700, 500); // a group among cards
    const std::vector<QRectF> rects = boxes.all();
    std::set<std::pair<int, int>> found;
    int visits = 0;
    BoxGrid(rects).forEachOverlap([&](int a, int b) {
        found.insert({std::min(a, b), std::max(a, b)});
        ++visits;
    });
    QCOMPARE(found, overlapsOf(rects));
    QCOMPARE(visits, int(found.size()));
    BoxGrid({}).forEachOverlap([](int, int) { QFAIL("nothing overlaps nothing"); });
}

void TestForces::removesEveryOverlap_data()
{
    QTest::addColumn<double>("within");
    QTest::newRow("loose") << 3000.0;
    QTest::newRow("dense") << 600.0;
    QTest::newRow("all in one place") << 1e-9;
}

void TestForces::removesEveryOverlap()
{
    QFETCH(double, within);
    Boxes boxes = randomBoxes(300, within, 4);
    const LayoutControl control;
    pushApart(boxes, 30, control);
    settleApart(boxes, control);
    QVERIFY(overlapsOf(boxes.all()).empty());
}

// Each step alone leaves fewer overlaps than there were, and keeps who is left of whom: the last one would
// remove them all, but puts things where they don't belong.
void TestForces::eachStepGivesRoom()
{
    const Boxes crowd = randomBoxes(300, 600, 4);
    const auto overlaps = overlapsOf(crowd.all()).size();
    const LayoutControl control;
    Boxes spread = crowd;
    std::vector<double> areas;
    for (const QSizeF &size : crowd.sizes)
        areas.push_back(size.width() * size.height());
    spreadCrowds(spread.centres, areas, control);
    Boxes pushed = crowd;
    pushApart(pushed, 30, control);
    for (const auto &[after, most] : {std::pair(&spread, 0.75), std::pair(&pushed, 0.6)}) {
        const auto left = overlapsOf(after->all()).size();
        QVERIFY2(double(left) < most * double(overlaps),
                 qPrintable(QStringLiteral("%1 of %2").arg(left).arg(overlaps)));
        int kept = 0;
        int pairs = 0;
        for (int i = 0; i < crowd.count(); ++i) {
            for (int k = 0; k < i; ++k) {
                const double apart = crowd.centres[i].x() - crowd.centres[k].x();
                if (std::abs(apart) < 150)
                    continue;
                ++pairs;
                kept += (after->centres[i].x() > after->centres[k].x()) == (apart > 0);
            }
        }
        QVERIFY2(kept > pairs * 0.9, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(pairs)));
    }
}

void TestForces::keepsWhatDoesNotOverlap()
{
    Boxes boxes;
    for (int i = 0; i < 100; ++i) {
        boxes.centres.emplace_back(i % 10 * 100, i / 10 * 60);
        boxes.sizes.emplace_back(99, 59);
    }
    const std::vector<QPointF> before = boxes.centres;
    const LayoutControl control;
    pushApart(boxes, 30, control);
    settleApart(boxes, control);
    QVERIFY(boxes.centres == before);
}

void TestForces::findsTheNearestGap()
{
    Occupancy taken(QRectF(0, 0, 1000, 1000), 10);
    taken.add(QRectF(0, 0, 1000, 1000));
    const QPointF place = taken.nearestFree({900, 500}, {50, 30});
    const QRectF box(place - QPointF(25, 15), QSizeF(50, 30));
    QVERIFY(!box.intersects(QRectF(0, 0, 1000, 1000)));
    QVERIFY(std::hypot(place.x() - 900, place.y() - 500) < 180);
    QCOMPARE(taken.nearestFree({2000, 2000}, {50, 30}), QPointF(2000, 2000));
}

void TestForces::packsWithoutOverlap()
{
    QRandomGenerator random(3);
    QList<QSizeF> sizes;
    for (int i = 0; i < 300; ++i)
        sizes.append(QSizeF(20 + random.bounded(i % 17 == 0 ? 900.0 : 90.0), 20 + random.bounded(80.0)));
    const QList<QPointF> places = packUnderSkyline(sizes, 1.6, 40);
    std::vector<QRectF> boxes;
    QRectF all;
    double area = 0;
    for (int i = 0; i < sizes.size(); ++i) {
        boxes.emplace_back(places[i] - QPointF(19, 19), sizes[i] + QSizeF(38, 38));
        all = all.united(boxes.back());
        area += boxes.back().width() * boxes.back().height();
    }
    QVERIFY(overlapsOf(boxes).empty());
    QVERIFY2(area > 0.7 * all.width() * all.height(),
             qPrintable(QString::number(area / all.width() / all.height())));
    QVERIFY(all.width() > all.height());
}

ENTENTE_TEST(TestForces, QCoreApplication)

} // namespace tst_forces

#include "tst_forces.moc"
