#include "core/picture/drawnscenario.h"
#include "picture/fitting.h"
#include "support/registration.h"

namespace tst_fitting {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

class TestFitting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsEveryPage_data();
    void fitsEveryPage();
    void freeHeightFollowsTheWidth();
    void typeShrinksWithTheFigure();
    void tooSmallAPageHoldsNothing();
};

void TestFitting::fitsEveryPage_data()
{
    QTest::addColumn<QSizeF>("page");
    QTest::newRow("wide") << QSizeF(1280, 300);
    QTest::newRow("high") << QSizeF(300, 2000);
    QTest::newRow("square") << QSizeF(5000, 5000);
}

void TestFitting::fitsEveryPage()
{
    QFETCH(QSizeF, page);
    const Picture figure = fitted(generated(8, 20).build(), page, 20);
    QCOMPARE(figure.size, page);
    for (const Item &item : figure.items)
        QVERIFY2(holds(QRectF({}, page).adjusted(19.9, 19.9, -19.9, -19.9), item.box), qPrintable(item.id));
}

void TestFitting::freeHeightFollowsTheWidth()
{
    const Picture picture = purchase().build();
    const Picture figure = fitted(picture, {370, 0});
    QCOMPARE(figure.size.width(), 370.0);
    QVERIFY(qFuzzyCompare(figure.size.height(), picture.size.height() * 370 / picture.size.width()));
}

void TestFitting::typeShrinksWithTheFigure()
{
    const Picture picture = purchase().build();
    QCOMPARE(leastTypeSize(picture), 11.0); // superscripts don't count
    QCOMPARE(leastTypeSize(scaled(picture, 0.5)), 5.5);
    QCOMPARE(leastTypeSize(Picture()), 0.0);
}

void TestFitting::tooSmallAPageHoldsNothing()
{
    QVERIFY(fitted(purchase().build(), {30, 30}, 20).items.isEmpty());
}

ENTENTE_TEST(TestFitting, QCoreApplication)

} // namespace tst_fitting

#include "tst_fitting.moc"
