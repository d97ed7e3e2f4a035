#include "layout/piles.h"
#include "support/registration.h"

namespace tst_piles {

using namespace entente::layout;

// What hangs on one card alone is laid out with it as one node.
class TestPiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pilesUp_data();
    void pilesUp();
    void membersStandApart();
};

namespace {

constexpr int hub = 0, person = 1, leaf = 2, chief = 3, suit = 4, plan = 5;

// Hub – chief – person – suit – leaf, and a plan of the hub alone.
LayoutRequest chain()
{
    LayoutRequest request;
    for (int i = 0; i < 3; ++i)
        request.nodes.append({NodeKind::Card, QSizeF(130, 50), -1, {}});
    for (int i = 0; i < 3; ++i)
        request.nodes.append({NodeKind::Pill, QSizeF(160, 28), -1, {}});
    request.edges = {{chief, hub}, {chief, person}, {suit, person}, {suit, leaf}, {plan, hub}};
    return request;
}

} // namespace

void TestPiles::pilesUp_data()
{
    QTest::addColumn<LayoutRequest>("request");
    QTest::addColumn<PileDirection>("direction");
    QTest::addColumn<QList<int>>("nodes"); // that are left
    QTest::newRow("downwards") << chain() << PileDirection::Down << QList<int>{hub, person, chief};
    QTest::newRow("to the right, leaves stay")
        << chain() << PileDirection::Right << QList<int>{hub, person, leaf, chief, suit};
    LayoutRequest twice = chain();
    twice.nodes.append({NodeKind::Card, QSizeF(130, 50), -1, {}});
    twice.nodes.append({NodeKind::Pill, QSizeF(160, 28), -1, {}});
    twice.edges += {{7, person}, {7, 6}};
    QTest::newRow("two leaves are a star")
        << twice << PileDirection::Down << QList<int>{hub, person, leaf, chief, suit, 6, 7};
    LayoutRequest apart = chain();
    apart.groups = {{-1, {}}};
    apart.nodes[leaf].group = 0;
    QTest::newRow("a leaf in another group stays")
        << apart << PileDirection::Down << QList<int>{hub, person, leaf, chief, suit};
    LayoutRequest many = chain();
    for (int i = 0; i < 3; ++i) {
        many.nodes.append({NodeKind::Pill, QSizeF(160, 28), -1, {}});
        many.edges.append({6 + i, hub});
    }
    QTest::newRow("many of its own are spread")
        << many << PileDirection::Down << QList<int>{hub, person, chief, plan, 6, 7, 8};
}

void TestPiles::pilesUp()
{
    QFETCH(LayoutRequest, request);
    QFETCH(PileDirection, direction);
    const Piled piled = piledUp(request, direction);
    QTEST(piled.nodes, "nodes");
    QCOMPARE(piled.members.size(), request.nodes.size());
    for (const Edge &edge : piled.request.edges)
        QVERIFY(edge.pill < piled.request.nodes.size() && edge.card < piled.request.nodes.size());
}

void TestPiles::membersStandApart()
{
    const LayoutRequest whole = chain();
    for (PileDirection direction : {PileDirection::Down, PileDirection::Right}) {
        const Piled piled = piledUp(whole, direction);
        QList<QPointF> centres;
        for (int i = 0; i < piled.request.nodes.size(); ++i)
            centres.append({1000.0 * i, 0});
        const QList<QPointF> all = piled.spreadOut(centres);
        for (const Piled::Member &member : piled.members) {
            const QRectF box = centredRect(all[member.node], whole.nodes[member.node].size);
            QVERIFY(centredRect(centres[member.pile], piled.request.nodes[member.pile].size).contains(box));
            for (int other = 0; other < member.node; ++other)
                QVERIFY(!box.intersects(centredRect(all[other], whole.nodes[other].size)));
        }
    }
}

ENTENTE_TEST(TestPiles, QCoreApplication)

} // namespace tst_piles

#include "tst_piles.moc"
