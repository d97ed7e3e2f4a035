#include "core/picture/drawnscenario.h"
#include "picture/overview.h"
#include "support/registration.h"

namespace tst_overview {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

namespace {

QList<Text> labelsOf(const Picture &picture, double scale, const TextMeasure &measure)
{
    return OverviewNames(picture).labelsIn(QRectF(QPointF(), picture.size), scale, measure);
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsNeverOverlap_data();
    void labelsNeverOverlap();
    void labelsCoverNoDots_data();
    void labelsCoverNoDots();
    void theMostConnectedStayLongest();
    void cardsBecomeDots();
};

void TestOverview::labelsNeverOverlap_data()
{
    QTest::addColumn<double>("scale");
    for (double scale : {0.44, 0.3, 0.2, 0.1, 0.05, 0.01})
        QTest::addRow("scale %g", scale) << scale;
}

void TestOverview::labelsNeverOverlap()
{
    QFETCH(double, scale);
    const DrawnScenario drawn = generated(11, 40);
    const QList<Text> labels = labelsOf(drawn.build(), scale, drawn.measure);
    QVERIFY(!labels.isEmpty());
    QList<QRectF> boxes;
    for (const Text &label : labels) {
        QCOMPARE(label.width, drawn.measure.advance(label.text, label.style));
        const QRectF box(label.baseline.x(), label.baseline.y() - drawn.measure.ascent(label.style),
                         label.width, label.style.size * 1.2);
        for (const QRectF &other : boxes)
            QVERIFY2(!other.intersects(box), qPrintable(label.text));
        boxes.append(box);
    }
}

void TestOverview::labelsCoverNoDots_data()
{
    QTest::addColumn<double>("scale");
    for (double scale : {0.37, 0.2, 0.1, 0.05})
        QTest::addRow("scale %g", scale) << scale;
}

void TestOverview::labelsCoverNoDots()
{
    QFETCH(double, scale);
    const DrawnScenario drawn = generated(11, 40);
    const Picture picture = drawn.build();
    const QList<Text> labels = labelsOf(picture, scale, drawn.measure);
    QVERIFY(!labels.isEmpty());
    for (const Text &label : labels) {
        const QRectF ink(label.baseline.x(), label.baseline.y() - 0.7 * label.style.size, label.width,
                         0.7 * label.style.size);
        for (const Item &item : picture.items) {
            if (item.role != Role::Firm)
                continue;
            const double radius = 0.36 * item.box.height();
            const QRectF dot(item.box.center() - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
            QVERIFY2(!dot.intersects(ink), qPrintable(label.text + QStringLiteral(" over ") + item.title));
        }
    }
}

void TestOverview::theMostConnectedStayLongest()
{
    const DrawnScenario drawn = generated(12, 30);
    const Picture picture = drawn.build();
    int most = 0;
    for (const Item &item : picture.items)
        most = std::max(most, item.role == Role::Firm ? item.prominence : 0);
    const QString first = labelsOf(picture, 0.002, drawn.measure).first().text;
    const auto isIt = [&](const Item &item) {
        return item.role == Role::Firm && item.prominence == most &&
               item.title.startsWith(first.left(first.size() - 1));
    };
    QVERIFY(std::any_of(picture.items.begin(), picture.items.end(), isIt));
}

void TestOverview::cardsBecomeDots()
{
    const Picture picture = purchase().build();
    const Item card = *picture.item(QStringLiteral("firm-buyer"));
    const auto shown = [&card](double scale) {
        return std::count_if(card.elements.begin(), card.elements.end(), [scale](const Element &element) {
            return std::visit([scale](const auto &each) { return each.detail.shows(scale); }, element);
        });
    };
    QCOMPARE(shown(overviewScale / 2), 2); // the card, empty, so that lines still end at it, and its dot
    QVERIFY(shown(1) > 3);
}

ENTENTE_TEST(TestOverview, QCoreApplication)

} // namespace tst_overview

#include "tst_overview.moc"
