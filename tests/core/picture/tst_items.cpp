#include "core/picture/drawnscenario.h"
#include "picture/drawing.h"
#include "picture/itemreader.h"
#include "support/registration.h"

namespace tst_items {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

// Items are packed and come out as they went in.
class TestItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeOutAsTheyWentIn();
    void keepToAFractionOfAPixel();
    void shareWhatStandsAtManyPlaces();
    void areFoundByIdAndThing();
    void moveByWholePixels();
    void moveTogetherWithWhatTheyAreMadeOf();
    void copiesAreTheirOwn();
    void areTakenOver();
    void fillManyChunks();
};

namespace {

Item itemWithEverything()
{
    Item item;
    item.id = QStringLiteral("agreement-deal");
    item.role = Role::Agreement;
    item.of = {QStringLiteral("deal")};
    item.title = QStringLiteral("Übernahme, عقد");
    item.description = QStringLiteral("a note");
    item.box = {100.25, -40.5, 120, 30};
    item.outline = roundedRect(item.box, 15);
    item.faded = true;
    item.ghost = true;
    item.prominence = 300;
    Path line;
    line.moveTo({101, 2});
    line.cubicTo({110, 3}, {120.5, 4}, {130, 5.25});
    const Shape card{
        item.outline, Rgba{0xff336699}, {Rgba{0xff000000}, 1.5, {4, 2}, LineCap::Round}, {0.4, 3}};
    const Shape curve{line, {}, {Rgba{0xff123456}, 2, {}, LineCap::Flat}, {}};
    const Text text{{110, 3}, QStringLiteral("عقد"), {11.5, 600, true}, Rgba{0xff222222}, 31.5, true, {0.4}};
    item.elements = {card, curve, text, Image{{104, 1, 12, 12}, QByteArray("\x89PNG\0x", 6), {1}}, Shape{}};
    return item;
}

} // namespace

void TestItems::comeOutAsTheyWentIn()
{
    const Item item = itemWithEverything();
    const Items items{item, Item{}, item};
    QCOMPARE(items.size(), 3);
    QVERIFY(items.at(0) == item);
    QVERIFY(items.at(1) == Item{});
    QVERIFY(items.last() == item);
    QCOMPARE(items.boxAt(2), item.box);
    QCOMPARE(items.roleAt(2), Role::Agreement);
}

void TestItems::keepToAFractionOfAPixel()
{
    Item item;
    item.box = {98'765.4321, 1234.5678, 300, 200};
    item.outline.moveTo({98'800.123456, 1300.654321});
    item.outline.lineTo({99'000.98765, 1400.12345});
    const Items items{item};
    for (qsizetype i = 0; i < 2; ++i) {
        const QPointF off = items.first().outline.steps.at(i).to - item.outline.steps.at(i).to;
        QVERIFY2(off.manhattanLength() < 0.001, qPrintable(QString::number(off.manhattanLength())));
    }
}

void TestItems::shareWhatStandsAtManyPlaces()
{
    Items items;
    for (int i = 0; i < 100; ++i) {
        Item item;
        item.box = QRectF(i * 37.3, i * 11.7, 30, 30);
        item.outline = circle(item.box.center(), 7); // which the dot is as well
        item.elements = {filled(item.outline, Rgba{0xff000000})};
        items.append(item);
    }
    ItemReader reader(items);
    for (int i = 0; i < 100; ++i) {
        reader.seek(i);
        QVERIFY(reader.next());
        QCOMPARE(reader.form(), ItemReader::Form::Disc);
        QVERIFY((reader.extent().center() - items.boxAt(i).center()).manhattanLength() < 0.001);
        QVERIFY(!reader.next());
    }
}

void TestItems::areFoundByIdAndThing()
{
    const Picture picture = generated(3, 60).build();
    for (qsizetype i = 0; i < picture.items.size(); ++i) {
        const Item item = picture.items.at(i);
        QCOMPARE(picture.items.indexOf(item.id), i);
        QVERIFY(item.of.isEmpty() || picture.items.about(item.of.first()).contains(i));
        for (const qsizetype other : picture.items.about(item.of.value(0)))
            QCOMPARE(picture.items.at(other).of.first(), item.of.first());
    }
    QCOMPARE(picture.items.indexOf(QStringLiteral("nothing")), -1);
    QVERIFY(picture.items.about(QStringLiteral("nothing")).isEmpty());
    QCOMPARE(Items().indexOf(QStringLiteral("nothing")), -1);
}

void TestItems::moveByWholePixels()
{
    Item item = itemWithEverything();
    Items items{item};
    items.translate({-300, 7});
    translate(item, {-300, 7});
    const Item moved = items.first();
    QCOMPARE(moved.box, item.box);
    QCOMPARE(std::get<Text>(moved.elements.at(2)).baseline, std::get<Text>(item.elements.at(2)).baseline);
    const auto endOf = [](const Item &of) { return std::get<Shape>(of.elements.at(1)).path.steps.last().to; };
    QVERIFY((endOf(moved) - endOf(item)).manhattanLength() < 1e-6);
    QVERIFY((moved.outline.steps.at(1).to - item.outline.steps.at(1).to).manhattanLength() < 1e-6);
}

void TestItems::moveTogetherWithWhatTheyAreMadeOf()
{
    Item item;
    item.box = {99.999999999999986, 0, 10, 10}; // with a hundred more, the sum is a whole number
    item.outline.moveTo(item.box.topLeft());
    item.outline.lineTo(item.box.bottomRight());
    Items items{item};
    items.translate({100, 0});
    QVERIFY((items.first().outline.steps.first().to - items.first().box.topLeft()).manhattanLength() < 1e-6);
}

void TestItems::copiesAreTheirOwn()
{
    Items items{itemWithEverything()};
    Items copy = items;
    QVERIFY(copy == items);
    copy.translate({1, 1});
    copy.append(Item{});
    QCOMPARE(items.size(), 1);
    QVERIFY(items.first() == itemWithEverything());
    const Items moved = std::move(copy);
    QCOMPARE(moved.size(), 2);
    copy = items;
    QVERIFY(copy == items);
}

void TestItems::areTakenOver()
{
    Items items;
    Item item = itemWithEverything();
    for (int i = 0; i < 8'000; ++i) { // of several chunks, with one that fills more than a chunk
        item.id = QStringLiteral("item-%1").arg(i);
        item.description = QString(i == 5'000 ? 2'000'000 : i % 90, u'x');
        items.append(item);
    }
    Items taken = Items::alike(items);
    QVERIFY(taken.isEmpty());
    Item own = itemWithEverything();
    own.id = QStringLiteral("own");
    for (qsizetype i = 0; i < items.size(); i += 2) {
        taken.take(items, i);
        taken.append(own);
    }
    for (qsizetype i = 0; i < items.size(); i += 2) {
        QVERIFY(taken.at(i) == items.at(i));
        QVERIFY(taken.at(i + 1) == own);
        QCOMPARE(taken.indexOf(items.at(i).id), i);
    }
    QVERIFY(taken.about(own.of.value(0)).contains(1));
}

void TestItems::fillManyChunks()
{
    Items items;
    Item item = itemWithEverything();
    const int count = 12'000; // of more than 300 bytes each
    for (int i = 0; i < count; ++i) {
        item.id = QStringLiteral("item-%1").arg(i);
        items.append(item);
    }
    item.description = QString(3'000'000, u'x'); // more than a chunk holds
    item.id = QStringLiteral("long");
    items.append(item);
    QVERIFY(items.last() == item);
    for (int i = 0; i < count; i += 371)
        QCOMPARE(items.at(i).id, QStringLiteral("item-%1").arg(i));
    QCOMPARE(items.indexOf(QStringLiteral("item-11999")), 11'999);
}

ENTENTE_TEST(TestItems, QCoreApplication)

} // namespace tst_items

#include "tst_items.moc"
