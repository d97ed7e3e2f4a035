#include "formats/scenarioreader.h"
#include "graph/neighbourhood.h"
#include "graph/search.h"
#include "support/registration.h"

namespace tst_relationgraph {

using namespace entente;

class TestRelationGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firmsWithPartsAreGroups();
    void pillsLieInTheDeepestSharedGroup();
    void tiesGoBothWays();
    void anAgreementWithOneselfIsOneLine();
    void filtersByHops();
    void filtersByKindAndHeading();
    void findsByWordsWithoutCaseOrAccents_data();
    void findsByWordsWithoutCaseOrAccents();

private:
    QStringList shownFirms(const graph::Subset &subset) const;

    domain::Scenario m_scenario;
    graph::RelationGraph m_graph;
};

void TestRelationGraph::initTestCase()
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/cloud-dispute.entente.json"));
    QVERIFY(file);
    m_scenario = file.value->scenario;
    m_graph = graph::buildGraph(m_scenario);
}

QStringList TestRelationGraph::shownFirms(const graph::Subset &subset) const
{
    QStringList ids;
    for (int i = 0; i < m_graph.firms.size(); ++i) {
        if (subset.firms.testBit(i))
            ids.append(m_graph.firms[i].id.text());
    }
    ids.sort();
    return ids;
}

void TestRelationGraph::firmsWithPartsAreGroups()
{
    QCOMPARE(m_graph.groups.size(), 4); // Microsoft, OpenAI, Amazon, AWS
    const int amazon = m_graph.groupAt.value(domain::FirmId(QStringLiteral("amazon")), -1);
    const int aws = m_graph.groupAt.value(domain::FirmId(QStringLiteral("aws")), -1);
    QVERIFY(amazon >= 0 && aws > amazon);
    QCOMPARE(m_graph.groups[aws].parent, amazon);
    QCOMPARE(m_graph.firms[m_graph.firmAt.value(domain::FirmId(QStringLiteral("bedrock")))].group, aws);
    QCOMPARE(m_graph.firms[m_graph.firmAt.value(domain::FirmId(QStringLiteral("amazon")))].group, amazon);
}

void TestRelationGraph::pillsLieInTheDeepestSharedGroup()
{
    const auto groupOf = [this](const char *agreement) {
        return m_graph
            .agreements[m_graph.agreementAt.value(domain::AgreementId(QString::fromLatin1(agreement)))]
            .group;
    };
    QCOMPARE(groupOf("cloud-purchase"), -1);
    QCOMPARE(groupOf("going-public"), m_graph.groupAt.value(domain::FirmId(QStringLiteral("openai"))));
}

void TestRelationGraph::tiesGoBothWays()
{
    for (int i = 0; i < m_graph.ties.size(); ++i) {
        QVERIFY(m_graph.firms[m_graph.ties[i].firm].ties.contains(i));
        QVERIFY(m_graph.agreements[m_graph.ties[i].agreement].ties.contains(i));
    }
}

void TestRelationGraph::anAgreementWithOneselfIsOneLine()
{
    domain::Scenario scenario;
    domain::Firm firm;
    firm.id = domain::FirmId(QStringLiteral("a"));
    scenario.firms = {firm};
    domain::Agreement loan;
    loan.id = domain::AgreementId(QStringLiteral("loan"));
    loan.kind = QStringLiteral("loan");
    loan.parties = {{firm.id, QStringLiteral("lender")}, {firm.id, QStringLiteral("borrower")}};
    scenario.agreements = {loan};
    scenario.index();
    const graph::RelationGraph graph = graph::buildGraph(scenario);
    QCOMPARE(graph.ties.size(), 1);
    QCOMPARE(graph.ties.first().roles, QStringList({QStringLiteral("lender"), QStringLiteral("borrower")}));
    QCOMPARE(graph.ties.first().side, domain::RoleSide::Target); // it gets something
    QCOMPARE(graph.agreements.first().ties, QList<int>{0});
    QCOMPARE(graph.firms.first().ties, QList<int>{0});
}

void TestRelationGraph::filtersByHops()
{
    graph::Filter filter;
    filter.focus = domain::FirmId(QStringLiteral("elon-musk"));
    QCOMPARE(shownFirms(graph::select(m_scenario, m_graph, filter)),
             QStringList({QStringLiteral("elon-musk"), QStringLiteral("sam-altman")}));
    filter.hops = 2;
    QVERIFY(shownFirms(graph::select(m_scenario, m_graph, filter)).contains(QStringLiteral("openai")));
    QVERIFY(!shownFirms(graph::select(m_scenario, m_graph, filter)).contains(QStringLiteral("microsoft")));
    filter.hops = 0;
    QCOMPARE(shownFirms(graph::select(m_scenario, m_graph, filter)),
             QStringList(QStringLiteral("elon-musk")));
}

void TestRelationGraph::filtersByKindAndHeading()
{
    graph::Filter filter;
    filter.hiddenKinds = {domain::FirmKind::Person};
    const graph::Subset people = graph::select(m_scenario, m_graph, filter);
    QVERIFY(!shownFirms(people).contains(QStringLiteral("sam-altman")));
    QVERIFY(!people.agreements.testBit(
        m_graph.agreementAt.value(domain::AgreementId(QStringLiteral("musk-v-altman")))));
    filter = {};
    filter.hiddenHeadings = {domain::Heading::Policies};
    const graph::Subset policies = graph::select(m_scenario, m_graph, filter);
    QCOMPARE(policies.firms.count(true), m_graph.firms.size());
    QVERIFY(!policies.agreements.testBit(
        m_graph.agreementAt.value(domain::AgreementId(QStringLiteral("wording-memo")))));
}

void TestRelationGraph::findsByWordsWithoutCaseOrAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("name") << "openai"
                          << "firm:openai";
    QTest::newRow("accents") << "ÖpenÄI"
                             << "firm:openai";
    QTest::newRow("alias") << "amazon web"
                           << "firm:aws";
    QTest::newRow("start of a word") << "runtime env"
                                     << "firm:sre";
    QTest::newRow("agreement") << "cloud purchase"
                               << "agreement:cloud-purchase";
    QTest::newRow("clause") << "routing of api"
                            << "clause:api-routing/routing";
    QTest::newRow("source") << "polycule"
                            << "source:duckbill";
    QTest::newRow("nothing") << "zebra"
                             << "";
    QTest::newRow("blank") << "  "
                           << "";
}

void TestRelationGraph::findsByWordsWithoutCaseOrAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const QList<graph::SearchHit> hits = graph::search(m_scenario, text);
    QCOMPARE(hits.isEmpty() ? QString() : hits.first().thing.toString(), first);
}

ENTENTE_TEST(TestRelationGraph, QCoreApplication)

} // namespace tst_relationgraph

#include "tst_relationgraph.moc"
