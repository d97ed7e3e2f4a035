#include "core/picture/drawnscenario.h"
#include "picture/spatialindex.h"
#include "support/registration.h"

namespace tst_spatialindex {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

class TestSpatialIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatASearchOfAllFinds();
    void prefersWhatLiesOnTop();
    void findsLinesWithinReach();
    void findsEveryPartOfALongLine();
    void findsNothingInAnEmptyPicture();
};

void TestSpatialIndex::findsWhatASearchOfAllFinds()
{
    const Picture picture = generated(4, 30).build();
    const SpatialIndex index(picture);
    QRandomGenerator random(9);
    const auto endOf = [](const Path &path) { return QRectF(path.steps.last().to, QSizeF()); };
    const auto meets = [](const QRectF &a, const QRectF &b) {
        return a.left() <= b.right() && a.right() >= b.left() && a.top() <= b.bottom() &&
               a.bottom() >= b.top();
    };
    for (int i = 0; i < 200; ++i) {
        const QRectF area(random.bounded(picture.size.width()), random.bounded(picture.size.height()),
                          random.bounded(900.0), random.bounded(900.0));
        const QList<int> found = index.itemsIn(area);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        for (int i = 0; i < picture.items.size(); ++i) {
            const Item item = picture.items.at(i);
            const bool isLine = item.role == Role::Line; // of whose box much is empty
            const bool mustBeFound =
                item.role != Role::Footer && meets(isLine ? endOf(item.outline) : item.box, area);
            QVERIFY(found.contains(i) || !mustBeFound);
            QVERIFY(!found.contains(i) || meets(item.box, area));
        }
    }
}

void TestSpatialIndex::prefersWhatLiesOnTop()
{
    const Picture picture = purchase().build();
    const SpatialIndex index(picture);
    for (const Item &item : picture.items) {
        if (item.role == Role::Firm || item.role == Role::Agreement)
            QCOMPARE(picture.items.at(index.itemAt(picture, item.box.center(), 4)).id, item.id);
    }
    const auto group = picture.item(QStringLiteral("group-seller"));
    QVERIFY(group);
    QCOMPARE(picture.items.at(index.itemAt(picture, group->box.topLeft() + QPointF(6, 6), 1)).id, group->id);
    QCOMPARE(index.itemAt(picture, {-50, -50}, 4), -1);
}

void TestSpatialIndex::findsLinesWithinReach()
{
    const DrawnScenario drawn = purchase();
    PictureOptions options;
    options.crop = false;
    const Picture picture = drawn.build(options);
    const SpatialIndex index(picture);
    const QPointF middle = layout::middleByLength(drawn.placement.edges.first());
    const int found = index.itemAt(picture, middle + QPointF(0, 3), 5);
    QVERIFY(found >= 0);
    QCOMPARE(picture.items.at(found).role, Role::Line);
}

// Straight and curved ones across many cells: wherever they lead through, and not in all of their box.
void TestSpatialIndex::findsEveryPartOfALongLine()
{
    Picture picture;
    QRandomGenerator random(11);
    constexpr double size = 100'000;
    const auto anywhere = [&] { return QPointF(random.bounded(size), random.bounded(size)); };
    for (int i = 0; i < 60; ++i) {
        Item line;
        line.id = QStringLiteral("line-%1").arg(i);
        line.role = Role::Line;
        line.outline.moveTo(i == 0 ? QPointF(0, 0) : anywhere());
        const QPointF from = line.outline.steps.first().to;
        const QPointF to = i == 0 ? QPointF(size, size) : i == 1 ? from + QPointF(0, 9'000) : anywhere();
        if (i % 3 == 0)
            line.outline.cubicTo(from + (to - from) / 3, from + (to - from) * 2 / 3, to);
        else if (i % 3 == 1)
            line.outline.lineTo(to);
        else
            line.outline.cubicTo(anywhere(), anywhere(), to);
        line.box = line.outline.bounds();
        picture.items.append(line);
    }
    const SpatialIndex index(picture);
    for (int i = 0; i < picture.items.size(); ++i) {
        const Path path = picture.items.at(i).outline;
        const QPointF from = path.steps.first().to;
        const PathStep step = path.steps.last();
        for (double t = 0; t <= 1; t += 0.003) {
            const double u = 1 - t;
            const QPointF at = step.verb == PathStep::Verb::Line
                                   ? from * u + step.to * t
                                   : from * (u * u * u) + step.control1 * (3 * u * u * t) +
                                         step.control2 * (3 * u * t * t) + step.to * (t * t * t);
            QVERIFY2(index.itemsIn({at - QPointF(1, 1), QSizeF(2, 2)}).contains(i),
                     qPrintable(QStringLiteral("%1 at %2").arg(i).arg(t)));
        }
    }
    // In the box of a piece of the first one, and far from it.
    QVERIFY(!index.itemsIn({57'000, 51'000, 200, 200}).contains(0));
}

void TestSpatialIndex::findsNothingInAnEmptyPicture()
{
    const SpatialIndex index{Picture()};
    QVERIFY(index.itemsIn({0, 0, 10, 10}).isEmpty());
    QCOMPARE(index.itemAt({}, {0, 0}, 5), -1);
}

ENTENTE_TEST(TestSpatialIndex, QCoreApplication)

} // namespace tst_spatialindex

#include "tst_spatialindex.moc"
