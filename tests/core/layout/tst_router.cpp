#include "layout/groupboxes.h"
#include "layout/lines.h"
#include "layout/obstacles.h"
#include "layout/router.h"
#include "support/registration.h"

namespace tst_router {

using namespace entente::layout;

// The shapes of single lines, and what they go around.
class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaningLinesTurnWhereTheyAreTold();
    void linesKeepOffTitlesOfGroups();
};

namespace {

// Where a curve that rises from left to right has half of its height.
double turnOf(const Curve &curve)
{
    const QList<QPointF> points = flattened(curve, 0.1);
    const double middle = (curve.start().y() + curve.end().y()) / 2;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (points[i].y() >= middle)
            return points[i].x();
    }
    return points.last().x();
}

} // namespace

void TestRouter::leaningLinesTurnWhereTheyAreTold()
{
    const Route route{{0, 0}, Side::Right, {200, 120}, Side::Left};
    double last = -1;
    for (double share : {0.05, 0.25, 0.4, 0.6, 0.75, 0.95}) {
        const Curve curve = leaning(route, share);
        QCOMPARE(curve.start(), route.from);
        QCOMPARE(curve.end(), route.to);
        QCOMPARE(curve.points.at(1).y(), route.from.y()); // leaves and arrives straight on
        QCOMPARE(curve.points.at(curve.points.size() - 2).y(), route.to.y());
        QVERIFY2(turnOf(curve) > last, qPrintable(QString::number(share)));
        last = turnOf(curve);
    }
}

// A pill that stands above a group, and a card at the group's foot, below its title.
void TestRouter::linesKeepOffTitlesOfGroups()
{
    LayoutRequest request;
    request.groups = {{-1, QSizeF(120, 16)}};
    request.nodes = {{NodeKind::Card, QSizeF(130, 50), 0, {}}, {NodeKind::Pill, QSizeF(100, 28), -1, {}}};
    request.edges = {{1, 0}};
    const QList<QPointF> centres{{0, 0}, {-10, -160}};
    const QRectF title = Obstacles(request, centres).rect(2);
    QVERIFY(title.isValid() && !title.intersects(Obstacles(request, centres).rect(0)));
    const Curve straight = sideToSide({{-10, -146}, Side::Bottom, {0, -25}, Side::Top});
    QVERIFY(Obstacles(request, centres).hits(flattened(straight), 1, 0, 0) ==
            1); // it would run over the title
    const QList<Curve> drawn = drawEdges(request, centres, QList<Curve>(1), Care::Full);
    QCOMPARE(Obstacles(request, centres).hits(flattened(drawn.first()), 1, 0, 0), 0);
}

ENTENTE_TEST(TestRouter, QCoreApplication)

} // namespace tst_router

#include "tst_router.moc"
