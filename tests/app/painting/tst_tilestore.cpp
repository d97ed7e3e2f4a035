#include "painting/picturepainter.h"
#include "painting/tilestore.h"
#include "picture/overview.h"
#include "support/registration.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace tst_tilestore {

using namespace entente;
using namespace entente::picture;
using painting::TileStore;
using painting::TileView;

namespace {

constexpr QSize window(700, 500);

Shape filledShape(Path path, quint32 colour)
{
    return {std::move(path), Rgba{colour}, {Rgba{0xff404040}, 1, {}, LineCap::Flat}, {}};
}

// Rows of cards with a name each, and a curve from every card to one further on.
Picture cards(int count, quint32 colour = 0xff88aacc)
{
    Picture picture;
    picture.background = Rgba{0xfffafafa};
    picture.fontFamily = QStringLiteral("Inter");
    for (int i = 0; i < count; ++i) {
        Item card;
        card.id = QStringLiteral("firm-%1").arg(i);
        card.role = Role::Firm;
        card.box = QRectF(i % 50 * 190.3, i / 50 * 110.7, 140, 60);
        card.outline = roundedRect(card.box, 10);
        const Text name{card.box.topLeft() + QPointF(12, 30),
                        card.id,
                        {14, 600, false},
                        Rgba{0xff202020},
                        60,
                        false,
                        {overviewScale}};
        card.elements = {filledShape(card.outline, colour), name};
        Item line;
        line.id = QStringLiteral("line-%1").arg(i);
        line.role = Role::Line;
        line.outline.moveTo(card.box.center());
        line.outline.cubicTo(card.box.center() + QPointF(200, 0), card.box.center() + QPointF(0, 200),
                             card.box.center() + QPointF(380, 220));
        line.box = line.outline.bounds();
        line.elements = {Shape{line.outline, {}, {Rgba{0xff507050}, 1.5, {6, 3}, LineCap::Flat}, {}}};
        picture.items.append(line);
        picture.items.append(card);
    }
    picture.size = {10'000, 110.7 * (count / 50 + 1)};
    return picture;
}

// Straight ones, all over the place.
Picture crowdOfLines(int count)
{
    Picture picture;
    picture.background = Rgba{0xfffafafa};
    picture.size = {32'000, 24'000};
    QRandomGenerator random(5);
    const auto anywhere = [&] { return QPointF(random.bounded(32'000.0), random.bounded(24'000.0)); };
    for (int i = 0; i < count; ++i) {
        Item line;
        line.id = QStringLiteral("line-%1").arg(i);
        line.role = Role::Line;
        line.outline.moveTo(anywhere());
        line.outline.lineTo(anywhere());
        line.box = line.outline.bounds();
        line.elements = {Shape{line.outline, {}, {Rgba{0xff202020}, 1, {}, LineCap::Flat}, {}}};
        picture.items.append(line);
    }
    return picture;
}

QColor meanOf(const QImage &image)
{
    return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0);
}

constexpr int few = 300;   // cards of a small picture
constexpr int many = 3000; // of one that threads paint

std::shared_ptr<const SpatialIndex> indexOf(const Picture &picture)
{
    return std::make_shared<const SpatialIndex>(picture);
}

QImage drawn(TileStore &store, const TileView &view, bool isMoving = false, int *stale = nullptr)
{
    QImage image(view.size, QImage::Format_RGB32);
    image.fill(Qt::magenta); // what isn't drawn over shows
    QPainter painter(&image);
    const TileStore::Drawn result = store.draw(painter, view, isMoving);
    if (stale)
        *stale = result.stale;
    return image;
}

QImage settled(TileStore &store, const TileView &view)
{
    int stale = 1;
    QImage image;
    const auto isDone = [&] {
        image = drawn(store, view, false, &stale);
        return stale == 0 && store.isIdle();
    };
    return QTest::qWaitFor(isDone, 30'000) ? image : QImage();
}

// In one go, without tiles.
QImage direct(const Picture &picture, const TileView &view)
{
    QImage image(view.size, QImage::Format_RGB32);
    image.fill(painting::toColor(picture.background));
    QPainter painter(&image);
    painter.translate(view.origin);
    painter.scale(view.pixelsPerUnit(), view.pixelsPerUnit());
    painting::PaintOptions options;
    options.scale = view.scale;
    options.background = false;
    painting::paintPicture(painter, picture, options);
    return image;
}

// Where a curve is cut, its pieces' ends may be rounded otherwise, by a fraction of a pixel.
void compareImages(const QImage &actual, const QImage &expected)
{
    QCOMPARE(actual.size(), expected.size());
    int different = 0;
    for (int y = 0; y < actual.height(); ++y) {
        for (int x = 0; x < actual.width(); ++x) {
            const QColor a = actual.pixelColor(x, y);
            const QColor b = expected.pixelColor(x, y);
            different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                             std::abs(a.blue() - b.blue()) >
                         24;
        }
    }
    if (different > actual.width() * actual.height() / 2000) {
        actual.save(QStringLiteral("/tmp/dr_a.png"));
        expected.save(QStringLiteral("/tmp/dr_b.png"));
    }
    QVERIFY2(different <= actual.width() * actual.height() / 2000, qPrintable(QString::number(different)));
}

} // namespace

class TestTileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tilesTogetherAreThePicture_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("pixelRatio");
        for (const auto &[name, count] : {std::pair("small", few), std::pair("large", many)}) {
            QTest::addRow("%s", name) << count << 1.0 << 1.0;
            QTest::addRow("%s, no power of two", name) << count << 0.77 << 1.0;
            QTest::addRow("%s, large screen", name) << count << 0.9 << 2.0;
            QTest::addRow("%s, one and a half", name) << count << 1.3 << 1.5;
        }
    }

    void tilesTogetherAreThePicture()
    {
        QFETCH(int, count);
        QFETCH(double, scale);
        QFETCH(double, pixelRatio);
        const Picture picture = cards(count);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        QCOMPARE(store.isSmall(), count == few);
        const TileView view{scale, pixelRatio, {-333, -111}, (QSizeF(window) * pixelRatio).toSize()};
        compareImages(settled(store, view), direct(picture, view));
    }

    // Of an overview the same as one large tile, and nearly what a painter draws: as dark all in all.
    void tilesOfAnOverviewAreThePicture()
    {
        const Picture picture = cards(many);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        const TileView view{0.11, 1, {20, 30}, {1100, 700}};
        const QImage tiles = settled(store, view);
        const painting::TileArea all{-view.origin, view.size, view.pixelsPerUnit(), view.scale};
        compareImages(tiles, painting::paintedTile(picture, *indexOf(picture), all));
        const QColor ours = meanOf(tiles);
        const QColor theirs = meanOf(direct(picture, view));
        QVERIFY2(std::abs(ours.red() - theirs.red()) <= 3 && std::abs(ours.green() - theirs.green()) <= 3 &&
                     std::abs(ours.blue() - theirs.blue()) <= 3,
                 qPrintable(ours.name() + u' ' + theirs.name()));
    }

    // Of a crowd of lines a few are drawn, and they are about as dark all in all as every one of them: a
    // little darker where they cross, since a few strong ones hide less of each other.
    void thinnedLinesAreAsDark_data()
    {
        QTest::addColumn<double>("scale");
        for (const int parts : {16, 32, 64})
            QTest::addRow("1/%d", parts) << 1.0 / parts;
    }

    void thinnedLinesAreAsDark()
    {
        QFETCH(double, scale);
        const Picture picture = crowdOfLines(25'000);
        const TileView view{scale, 1, {0, 0}, (picture.size * scale).toSize()};
        const painting::TileArea all{{}, view.size, scale, scale};
        const QColor ours = meanOf(painting::paintedTile(picture, *indexOf(picture), all));
        const QColor theirs = meanOf(direct(picture, view));
        QVERIFY(theirs.red() < 235);
        QVERIFY2(std::abs(ours.red() - theirs.red()) <= 16, qPrintable(ours.name() + u' ' + theirs.name()));
    }

    void aSmallPictureIsNeverStale()
    {
        const Picture picture = cards(few);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        for (double scale = 0.1; scale < 4; scale *= 1.21) {
            int stale = 1;
            const TileView view{scale, 1, {-40, -60}, window};
            const QImage image = drawn(store, view, true, &stale);
            QCOMPARE(stale, 0);
            if (scale >= overviewScale)
                compareImages(image, direct(picture, view));
        }
        QVERIFY(store.isIdle());
    }

    void aStaleTileIsReplaced()
    {
        const Picture picture = cards(many);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        const TileView before{0.6, 1, {0, 0}, window};
        QVERIFY(!settled(store, before).isNull());
        int stale = 0;
        const TileView after{3, 1, {-4000, -2000}, window};
        const QImage standIn = drawn(store, after, false, &stale);
        QVERIFY(stale > 0);
        for (const QPoint corner : {QPoint(0, 0), QPoint(window.width() - 1, window.height() - 1)})
            QVERIFY(standIn.pixelColor(corner) != Qt::magenta);
        QSignalSpy arrived(&store, &TileStore::tileArrived);
        compareImages(settled(store, after), direct(picture, after));
        QVERIFY(!arrived.isEmpty());
    }

    void aChangedPictureIsPaintedAnew_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("small") << few;
        QTest::newRow("large") << many;
    }

    void aChangedPictureIsPaintedAnew()
    {
        QFETCH(int, count);
        TileStore store;
        const TileView view{0.8, 1, {-100, -100}, window};
        const Picture before = cards(count);
        store.setPicture(before, indexOf(before));
        drawn(store, view); // of a large one, threads are at it still
        const Picture after = cards(count, 0xffcc8844);
        store.setPicture(after, indexOf(after));
        compareImages(settled(store, view), direct(after, view));
    }

    void holdsNoMoreThanItSays()
    {
        const Picture picture = cards(many);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        TileView view{2, 1, {}, window};
        for (int step = 0; step < 60; ++step) {
            view.origin = QPoint(-step * 300, -step * 90);
            QVERIFY(!settled(store, view).isNull());
            QVERIFY(store.held() <= store.capacityFor(view));
        }
        QVERIFY(store.painted() > quint64(store.capacityFor(view))); // it had something to drop
    }

    void atRestNothingIsPainted()
    {
        const Picture picture = cards(many);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        const TileView view{1.7, 1, {-3000, -1500}, window};
        const QImage image = settled(store, view);
        const quint64 painted = store.painted();
        QSignalSpy arrived(&store, &TileStore::tileArrived);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(drawn(store, view), image);
            QCoreApplication::processEvents();
        }
        QVERIFY(store.isIdle());
        QCOMPARE(store.painted(), painted);
        QVERIFY(arrived.isEmpty());
    }

    void dimsWhatIsNotLit()
    {
        const Picture picture = cards(few);
        TileStore store;
        store.setPicture(picture, indexOf(picture));
        const TileView view{1, 1, {0, 0}, window};
        const QImage all = drawn(store, view);
        store.setLit({QStringLiteral("firm-0")});
        const QImage lit = drawn(store, view);
        const QPoint inFirst(70, 50);
        const QPoint inSecond(190 + 70, 50);
        QCOMPARE(lit.pixel(inFirst), all.pixel(inFirst));
        QVERIFY(lit.pixel(inSecond) != all.pixel(inSecond));
        store.setLit({});
        QCOMPARE(drawn(store, view), all);
    }
};

ENTENTE_TEST(TestTileStore, QApplication)

} // namespace tst_tilestore

#include "tst_tilestore.moc"
