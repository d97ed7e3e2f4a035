#include "support/registration.h"
#include "window/canvasmotion.h"
#include "window/canvasview.h"
#include "window/canvaswalk.h"

namespace tst_canvasview {

using namespace entente;
using window::CanvasView;
using window::Direction;

namespace {

constexpr QSizeF windowSize(800, 600);

picture::Item itemAt(const char *id, QPointF centre, picture::Role role = picture::Role::Firm)
{
    picture::Item item;
    item.id = QLatin1String(id);
    item.role = role;
    item.box = QRectF(centre - QPointF(10, 10), QSizeF(20, 20));
    picture::Shape shape;
    shape.path.moveTo(centre);
    shape.path.lineTo(centre + QPointF(10, 0));
    item.elements.append(shape);
    return item;
}

// a in the middle; b to its right, c further right and above, d below; p an agreement.
picture::Picture fiveItems()
{
    picture::Picture picture;
    picture.items = {itemAt("line", {5, 5}, picture::Role::Line),
                     itemAt("a", {0, 0}),
                     itemAt("p", {-100, 5}, picture::Role::Agreement),
                     itemAt("b", {100, 10}),
                     itemAt("c", {90, -120}),
                     itemAt("d", {0, 100})};
    return picture;
}

bool isNear(QPointF a, QPointF b, double tolerance)
{
    return QLineF(a, b).length() <= tolerance;
}

} // namespace

// What the canvas reckons without a widget: views, walking, gliding.
class TestCanvasView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoomKeepsThePointUnderThePointer_data()
    {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.1, 0.8, 1.25, 3.0, 1000.0})
            QTest::addRow("%g", factor) << factor;
    }

    void zoomKeepsThePointUnderThePointer()
    {
        QFETCH(double, factor);
        const CanvasView view(0.9, {37, -20});
        const QPointF pointer(312, 205);
        const CanvasView zoomed = view.zoomed(factor, pointer);
        QVERIFY(isNear(zoomed.toScreen(view.toPicture(pointer)), pointer, 1));
        QVERIFY(zoomed.scale() >= CanvasView::minScale && zoomed.scale() <= CanvasView::maxScale);
    }

    void fittingShowsAllInTheMiddle_data()
    {
        QTest::addColumn<QRectF>("content");
        QTest::newRow("wide") << QRectF(-50, 20, 4000, 100);
        QTest::newRow("high") << QRectF(10, -900, 30, 9000);
        QTest::newRow("small") << QRectF(0, 0, 40, 40);
    }

    void fittingShowsAllInTheMiddle()
    {
        QFETCH(QRectF, content);
        const CanvasView view = CanvasView::fitting(content, windowSize, 20, 1.5);
        const QRectF box = view.toScreen(content);
        QVERIFY(QRectF(QPointF(), windowSize).adjusted(19, 19, -19, -19).contains(box));
        QVERIFY(isNear(box.center(), {400, 300}, 1));
        QVERIFY(view.scale() <= 1.5);
    }

    void revealingMovesOnlyWhatItMust()
    {
        const CanvasView view(1, {});
        QCOMPARE(view.revealing({100, 100, 50, 50}, windowSize, 20), view);
        const CanvasView right = view.revealing({900, 100, 50, 50}, windowSize, 20);
        QCOMPARE(right.offset(), QPointF(-170, 0));
        QCOMPARE(view.revealing({-300, -10, 50, 50}, windowSize, 20).toScreen(QPointF(-300, -10)),
                 QPointF(20, 20));
    }

    void aGlideEndsWhereItShould()
    {
        const CanvasView from(0.5, {10, 10});
        const CanvasView to(2, {-300, 40});
        QCOMPARE(from.towards(to, 1), to);
        QVERIFY(isNear(from.towards(to, 0).offset(), from.offset(), 1));
        QVERIFY(from.towards(to, 0.5).scale() > 0.5 && from.towards(to, 0.5).scale() < 2);
    }

    void tabWalksFirmsThenAgreements()
    {
        const picture::Picture picture = fiveItems();
        const QStringList order = window::walkOrder(picture);
        QCOMPARE(order, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                     QStringLiteral("d"), QStringLiteral("p")}));
        QString at;
        for (const QString &expected : order) {
            at = window::walkedBy(picture, at, true);
            QCOMPARE(at, expected);
        }
        QVERIFY(window::walkedBy(picture, at, true).isEmpty());
        QCOMPARE(window::walkedBy(picture, at, false), QStringLiteral("d"));
        QCOMPARE(window::walkedBy(picture, {}, false), QStringLiteral("p"));
    }

    void arrowsGoToTheNearestThatWay_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<QString>("expected");
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        QTest::newRow("right") << a << Direction::Right << b;
        QTest::newRow("left") << a << Direction::Left << QStringLiteral("p");
        QTest::newRow("down") << a << Direction::Down << QStringLiteral("d");
        QTest::newRow("up, past the diagonal") << b << Direction::Up << QStringLiteral("c");
        QTest::newRow("nothing there") << b << Direction::Right << QString();
    }

    void arrowsGoToTheNearestThatWay()
    {
        QFETCH(QString, from);
        QFETCH(Direction, direction);
        QTEST(window::nearestIn(fiveItems(), from, direction), "expected");
    }

    void aPictureGlidesFromOneToTheOther()
    {
        const picture::Picture before = fiveItems();
        picture::Picture after = fiveItems();
        after.items.edit([](picture::Item &item) {
            if (item.id == QLatin1String("a"))
                item = itemAt("a", {200, 40});
        });
        after.items.append(itemAt("new", {500, 500}));
        const picture::Picture middle = window::between(before, after, 0.5);
        QCOMPARE(middle.item(QStringLiteral("a"))->box.center(), QPointF(100, 20));
        const auto path = std::get<picture::Shape>(middle.item(QStringLiteral("a"))->elements.first()).path;
        QCOMPARE(path.steps.first().to, QPointF(100, 20));
        QVERIFY(*middle.item(QStringLiteral("new")) == *after.item(QStringLiteral("new")));
        QVERIFY(window::between(before, after, 1) == after);
    }
};

ENTENTE_TEST(TestCanvasView, QCoreApplication)

} // namespace tst_canvasview

#include "tst_canvasview.moc"
