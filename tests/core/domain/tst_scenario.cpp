#include "domain/scenario.h"
#include "support/registration.h"

namespace tst_scenario {

using namespace entente::domain;

namespace {

FirmId firmId(const char *text)
{
    return FirmId(QString::fromLatin1(text));
}

Firm firm(const char *id, const char *partOf = "")
{
    Firm result;
    result.id = firmId(id);
    result.name = QString::fromLatin1(id).toUpper();
    result.partOf = firmId(partOf);
    return result;
}

Cite citeOf(const char *source)
{
    return {SourceId(QString::fromLatin1(source)), {}, {}, {}};
}

// amazon ⊃ aws ⊃ bedrock, and openai; three sources, an agreement that cites two of them in its depth.
Scenario sample()
{
    Scenario scenario;
    scenario.firms = {firm("amazon"), firm("aws", "amazon"), firm("bedrock", "aws"), firm("openai")};
    for (const char *id : {"first", "second", "third"}) {
        Source source;
        source.id = SourceId(QString::fromLatin1(id));
        scenario.sources.append(source);
    }
    Agreement agreement;
    agreement.id = AgreementId(QStringLiteral("deal"));
    Clause clause;
    clause.id = ClauseId(QStringLiteral("routing"));
    Exception exception;
    exception.exceptions.append(Exception());
    exception.exceptions.first().cites = {citeOf("third"), citeOf("unknown")};
    clause.exceptions = {exception};
    agreement.clauses = {clause};
    agreement.factCites.insert(QStringLiteral("period"), {citeOf("first"), citeOf("third")});
    scenario.agreements = {agreement};
    scenario.index();
    return scenario;
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thingsAreFoundById()
    {
        const Scenario scenario = sample();
        QCOMPARE(scenario.firm(firmId("aws")), &scenario.firms[1]);
        QVERIFY(!scenario.firm(firmId("azure")));
        const AgreementId deal(QStringLiteral("deal"));
        QVERIFY(scenario.clause({deal, ClauseId(QStringLiteral("routing"))}));
        QVERIFY(!scenario.clause({deal, ClauseId(QStringLiteral("other"))}));
        QVERIFY(!scenario.clause({AgreementId(QStringLiteral("no")), ClauseId(QStringLiteral("routing"))}));
        QCOMPARE(scenario.nameOf(firmId("aws")), QStringLiteral("AWS"));
        QCOMPARE(scenario.nameOf(firmId("azure")), QStringLiteral("azure"));
    }

    void groupsAreTheTreeBelowTheirRoot()
    {
        const Scenario scenario = sample();
        QCOMPARE(scenario.rootOf(firmId("bedrock")), firmId("amazon"));
        QCOMPARE(scenario.rootOf(firmId("openai")), firmId("openai"));
        QVERIFY(scenario.isWithin(firmId("bedrock"), firmId("amazon")));
        QVERIFY(scenario.isWithin(firmId("aws"), firmId("aws")));
        QVERIFY(!scenario.isWithin(firmId("amazon"), firmId("aws")));
        QVERIFY(!scenario.isWithin(firmId("openai"), firmId("amazon")));
    }

    void sourcesAreNumberedInTheScenariosOrder()
    {
        const Scenario scenario = sample();
        QCOMPARE(numberOf(scenario, SourceId(QStringLiteral("second"))), 2);
        QCOMPARE(numberOf(scenario, SourceId(QStringLiteral("unknown"))), 0);
        QCOMPARE(sourceNumbers(scenario, scenario.agreements.first()), (QList<int>{1, 3}));
    }

    void equalityIsOfWhatIsSaid()
    {
        Scenario scenario = sample();
        QVERIFY(scenario == sample());
        scenario.agreements[0].clauses[0].exceptions[0].exceptions[0].text = QStringLiteral("deep");
        QVERIFY(!(scenario == sample()));
    }
};

ENTENTE_TEST(TestScenario, QCoreApplication)

} // namespace tst_scenario

#include "tst_scenario.moc"
