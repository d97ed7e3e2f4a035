#include "session/yielding.h"
#include "support/registration.h"

namespace tst_yielding {

using namespace entente;
using layout::NodeKind;

namespace {

const QSizeF cardSize(100, 40);

layout::LayoutRequest twoNodes(NodeKind first, NodeKind second, QPointF apart)
{
    layout::LayoutRequest request;
    request.nodes.append({first, cardSize, -1, QPointF(0, 0)});
    request.nodes.append({second, cardSize, -1, apart});
    return request;
}

} // namespace

// Of two that stand in one place, who leaves.
class TestYielding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeakerRightLeaves_data()
    {
        QTest::addColumn<NodeKind>("first");
        QTest::addColumn<NodeKind>("second");
        QTest::addColumn<double>("apart");
        QTest::addColumn<QSizeF>("firstWas");
        QTest::addColumn<QStringList>("dragged");
        QTest::addColumn<QList<int>>("expected");
        const QSizeF same = cardSize;
        const QSizeF small(50, 40);
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        QTest::newRow("apart") << NodeKind::Card << NodeKind::Card << 101.0 << same << QStringList{}
                               << QList<int>{};
        QTest::newRow("later") << NodeKind::Card << NodeKind::Card << 50.0 << same << QStringList{}
                               << QList<int>{1};
        QTest::newRow("pill") << NodeKind::Pill << NodeKind::Card << 50.0 << same << QStringList{}
                              << QList<int>{0};
        QTest::newRow("grown") << NodeKind::Card << NodeKind::Card << 50.0 << small << QStringList{}
                               << QList<int>{0};
        QTest::newRow("grown card") << NodeKind::Card << NodeKind::Pill << 50.0 << small << QStringList{}
                                    << QList<int>{0};
        QTest::newRow("dragged pill")
            << NodeKind::Card << NodeKind::Pill << 50.0 << same << QStringList{b} << QList<int>{0};
        QTest::newRow("both dragged")
            << NodeKind::Card << NodeKind::Card << 50.0 << same << QStringList{a, b} << QList<int>{};
    }

    void theWeakerRightLeaves()
    {
        QFETCH(NodeKind, first);
        QFETCH(NodeKind, second);
        QFETCH(double, apart);
        QFETCH(QSizeF, firstWas);
        QFETCH(QStringList, dragged);
        QFETCH(QList<int>, expected);
        const QStringList keys{QStringLiteral("a"), QStringLiteral("b")};
        session::Arrangement kept;
        kept.spots = {{keys.at(0), {{}, firstWas}}, {keys.at(1), {{}, cardSize}}};
        session::Places places;
        for (const QString &key : dragged)
            places.insert(key, {});
        QCOMPARE(session::yieldingNodes(twoNodes(first, second, {apart, 0}), keys, kept, places), expected);
    }

    void whatGrowsIntoAStrangersGroupLeaves_data()
    {
        QTest::addColumn<QSizeF>("was");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("grown") << QSizeF(40, 40) << QList<int>{1};
        QTest::newRow("as it was") << cardSize << QList<int>{};
    }

    void whatGrowsIntoAStrangersGroupLeaves()
    {
        QFETCH(QSizeF, was);
        layout::LayoutRequest request = twoNodes(NodeKind::Card, NodeKind::Pill, {105, 0});
        request.groups.append({-1, {60, 16}});
        request.nodes[0].group = 0;
        session::Arrangement kept;
        kept.spots = {{QStringLiteral("a"), {{}, cardSize}}, {QStringLiteral("b"), {{}, was}}};
        QTEST(session::yieldingNodes(request, {QStringLiteral("a"), QStringLiteral("b")}, kept, {}),
              "expected");
    }

    void whatHasNoPlaceHoldsNone()
    {
        layout::LayoutRequest request = twoNodes(NodeKind::Card, NodeKind::Card, {10, 0});
        request.nodes[0].fixed.reset();
        QVERIFY(
            session::yieldingNodes(request, {QStringLiteral("a"), QStringLiteral("b")}, {}, {}).isEmpty());
    }
};

ENTENTE_TEST(TestYielding, QCoreApplication)

} // namespace tst_yielding

#include "tst_yielding.moc"
