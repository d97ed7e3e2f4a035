#include "painting/dashes.h"
#include "support/registration.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

namespace tst_dashes {

using namespace entente;

// What a tile shows of dashed lines: the part that is seen, as if all had been dashed.
class TestDashes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenIsTheSame();
    void aLongLineTakesNoLongerThanAShortOne();
};

namespace {

constexpr QRectF tile(0, 0, 120, 90);
const QList<double> dashes{8.4, 5.4};

QImage stroked(const QPainterPath &path)
{
    QImage image(tile.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(Qt::black, 1.4, Qt::SolidLine, Qt::FlatCap));
    return image;
}

int mostApart(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            most = std::max(most, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
    }
    return most;
}

} // namespace

void TestDashes::whatIsSeenIsTheSame()
{
    QRandomGenerator random(3);
    const auto anywhere = [&random] {
        return QPointF(random.bounded(700.0) - 300, random.bounded(700.0) - 300);
    };
    int seen = 0;
    for (int i = 0; i < 300; ++i) {
        picture::Path path;
        path.moveTo(anywhere());
        path.lineTo(i % 7 == 0 ? QPointF(anywhere().x(), path.steps.first().to.y()) : anywhere());
        if (i % 3 == 0)
            path.cubicTo(anywhere(), anywhere(), anywhere());
        const QImage whole = stroked(painting::dashed(path, dashes, {}, 1));
        const QImage part = stroked(painting::dashed(path, dashes, tile, 1));
        QVERIFY2(mostApart(whole, part) <= 24, qPrintable(QString::number(i)));
        seen += mostApart(whole, stroked({})) > 100;
    }
    QVERIFY(seen > 50);
}

void TestDashes::aLongLineTakesNoLongerThanAShortOne()
{
    for (const double length : {1e3, 1e6, 1e9}) {
        picture::Path path;
        path.moveTo({-length, -length * 0.7});
        path.lineTo({length, length * 0.7});
        const int elements = painting::dashed(path, dashes, tile, 1).elementCount();
        QVERIFY2(elements > 4 && elements < 80, qPrintable(QString::number(elements)));
    }
}

ENTENTE_TEST(TestDashes, QCoreApplication)

} // namespace tst_dashes

#include "tst_dashes.moc"
