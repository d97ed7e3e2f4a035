#include "dotgraph/dotgraph.h"
#include "support/registration.h"

namespace tst_dotgraph {

using namespace entente;

// The form in which the worker hands over what a DOT file says.
class TestDotGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote();
    void refusesWhatIsNoSuchForm_data();
    void refusesWhatIsNoSuchForm();
    void everyBeginningIsRefused();
    void tellsJobsApart();
};

namespace {

dot::Parsed everything()
{
    dot::Graph graph;
    graph.name = QStringLiteral("deals");
    graph.isDirected = true;
    graph.attributes = {{QStringLiteral("label"), QStringLiteral("<B>Ü 𝄞</B>"), true}};
    graph.clusters = {
        {QStringLiteral("cluster 0"), -1, {1, 2}, {}},
        {QStringLiteral("cluster 1"), 0, {3, 4}, {{QStringLiteral("a"), QStringLiteral("b\n c"), false}}}};
    graph.nodes = {{QString(), -1, {}, {}}, {QStringLiteral("x"), 1, {5, 6}, {}}};
    graph.edges = {{0, 1, {7, 8}, {{QStringLiteral("a"), QStringLiteral("x"), false}}}, {1, 1, {}, {}}};
    return {{graph, {}},
            {{dot::Message::Kind::Limit, {9, 1}, QStringLiteral("too large")},
             {dot::Message::Kind::Warning, {}, QStringLiteral("odd")}}};
}

} // namespace

void TestDotGraph::readsBackWhatItWrote()
{
    const auto read = dot::decode(dot::encode(everything()));
    QVERIFY(read);
    QVERIFY(*read == everything());
}

void TestDotGraph::refusesWhatIsNoSuchForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another word") << QByteArray("answer 0 0 0 ");
    QTest::newRow("more texts than bytes") << QByteArray("parsed 999999999 0 0 ");
    QTest::newRow("a text beyond the end") << QByteArray("parsed 1 50 abc0 0 ");
    QTest::newRow("a text that is no UTF-8") << QByteArray("parsed 1 1 \xff"
                                                           "0 0 ");
    QTest::newRow("no number") << QByteArray("parsed 0 x 0 ");
    QTest::newRow("an unknown kind") << QByteArray("parsed 1 1 a1 7 0 0 0 0 ");
    QTest::newRow("a text that isn't there") << QByteArray("parsed 1 1 a1 0 0 0 5 0 ");
    QTest::newRow("a node that isn't there") << QByteArray("parsed 1 1 a0 1 0 0 0 0 0 1 0 0 0 0 0 ");
    QTest::newRow("a cluster in itself") << QByteArray("parsed 1 1 a0 1 0 0 0 1 0 0 0 0 0 0 0 ");
}

void TestDotGraph::refusesWhatIsNoSuchForm()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!dot::decode(bytes));
}

void TestDotGraph::everyBeginningIsRefused()
{
    const QByteArray bytes = dot::encode(everything());
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!dot::decode(bytes.first(length)), bytes.first(length).constData());
}

void TestDotGraph::tellsJobsApart()
{
    QCOMPARE(dot::decodeJob(dot::encodeJob("graph {}")).value_or("none"), QByteArray("graph {}"));
    QVERIFY(!dot::decodeJob("job LR 1 2"));
}

ENTENTE_TEST(TestDotGraph, QCoreApplication)

} // namespace tst_dotgraph

#include "tst_dotgraph.moc"
