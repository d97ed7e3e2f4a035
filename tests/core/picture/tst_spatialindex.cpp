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

void TestSpatialIndex::findsNothingInAnEmptyPicture()
{
    const SpatialIndex index{Picture()};
    QVERIFY(index.itemsIn({0, 0, 10, 10}).isEmpty());
    QCOMPARE(index.itemAt({}, {0, 0}, 5), -1);
}

ENTENTE_TEST(TestSpatialIndex, QCoreApplication)

} // namespace tst_spatialindex

#include "tst_spatialindex.moc"
