#include "document/jsonwriter.h"
#include "formats/scenarioreader.h"
#include "support/registration.h"

namespace tst_facts {

using namespace entente;

// Every fact that the bundled scenarios must hold, by where it stands in them.
class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void quotesOnlyWhatTheReportQuotes();
    void everyAgreementAndFigureHasASource();
};

namespace {

formats::ScenarioFile bundled(const QString &name)
{
    const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json").arg(name));
    return file.value.value_or(formats::ScenarioFile());
}

} // namespace

void TestFacts::holds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("contains");
    const QString base = QStringLiteral("cloud-dispute");
    const QString later = QStringLiteral("after-april-2026");
    const auto row = [](const char *name, const QString &file, const char *pointer, const char *contains) {
        QTest::newRow(name) << file << QString::fromUtf8(pointer) << QString::fromUtf8(contains);
    };
    row("1 first investment", base, "/agreements/first-investment/amounts/total/value", "1e9");
    row("1 since 2019", base, "/agreements/first-investment/period", "2019");
    row("2 exclusive cloud until October 2025", base, "/agreements/exclusive-cloud/period", "2019/2025-10");
    row("2 relinquished", base, "/agreements/exclusive-cloud/status", "waived");
    row("3 restructuring approved", base, "/agreements/restructuring/parties", "approver");
    row("4 routing only through Azure", base, "/agreements/api-routing/clauses/routing/only_through",
        "azure");
    row("4 still in force", base, "/agreements/api-routing/clauses/routing/status", "in_force");
    row("5 record revenue for Azure", base, "/agreements/exclusive-cloud/amounts/revenue/text",
        "record revenue for Azure");
    row("6 the $50 billion", base, "/agreements/amazon-investment/amounts/total/value", "50e9");
    row("6 announced", base, "/agreements/amazon-investment/status", "announced");
    row("6 direction not in the report", base,
        "/agreements/amazon-investment/amounts/total/cites/report/note", "which way the money flows");
    row("7 the $138 billion", base, "/agreements/cloud-purchase/amounts/total/value", "138e9");
    row("8 Frontier is the centrepiece", base, "/firms/frontier/note", "centrepiece");
    row("9 developed together", base, "/agreements/sre-development/clauses/runtime/note", "develop");
    row("9 through Bedrock", base, "/agreements/sre-development/clauses/runtime/through", "bedrock");
    row("10 reads data on AWS", base, "/agreements/sre-development/clauses/data/note", "stored on AWS");
    row("11 OpenAI denies", base,
        "/defined_terms/stateful-runtime-call/narrower_than/api-call/positions/openai/stance", "denies");
    row("11 Amazon denies", base,
        "/defined_terms/stateful-runtime-call/narrower_than/api-call/positions/amazon/stance", "denies");
    row("12 Microsoft affirms", base,
        "/defined_terms/stateful-runtime-call/narrower_than/api-call/positions/microsoft/stance", "affirms");
    row("12 attributed", base,
        "/defined_terms/stateful-runtime-call/narrower_than/api-call/positions/microsoft/attribution",
        "familiar with the matter");
    row("13 the threat", base, "/agreements/threatened-lawsuit/cites/report/quote", "we will sue them.");
    row("13 considered, not filed", base, "/agreements/threatened-lawsuit/status", "considered");
    row("14 compatible", base, "/agreements/api-routing/positions/openai/text", "compatible");
    row("14 attributed", base, "/agreements/api-routing/positions/openai/attribution", "OpenAI’s position");
    row("15 what may be said", base, "/agreements/wording-memo/clauses/permitted/note",
        "integrated with OpenAI");
    row("15 what may not be said", base, "/agreements/wording-memo/clauses/barred/note",
        "“access” and “call”");
    row("16 the $110 billion", base, "/agreements/funding-round/amounts/total/value", "110e9");
    row("16 completed", base, "/agreements/funding-round/status", "completed");
    row("16 needs more", base, "/firms/openai/note", "more money");
    row("17 going public", base, "/agreements/going-public/status", "planned");
    row("17 could be derailed", base, "/agreements/going-public/note", "derail");
    row("18 Musk's suit", base, "/agreements/musk-v-altman/positions/musk/text", "non-profit mission");
    row("18 trial in April, inferred", base, "/agreements/musk-v-altman/trial/value", "2026-04~");
    row("18 in Oakland", base, "/agreements/musk-v-altman/forum", "Oakland");
    row("19 chief executive", base, "/agreements/chief-executive/parties", "officer");
    row("20 most untimely", base, "/agreements/going-public/cites/report/quote", "another lawsuit.");
    row("21 Azure is Microsoft's", base, "/firms/azure/part_of", "microsoft");
    row("21 AWS is Amazon's", base, "/firms/aws/part_of", "amazon");
    row("21 Bedrock is AWS's", base, "/firms/bedrock/part_of", "aws");
    row("a at once", base, "/agreements/amazon-investment/amounts/at-once/value", "15e9");
    row("a on conditions", base, "/agreements/amazon-investment/amounts/conditional/condition",
        "public listing");
    row("b part of the round", base, "/agreements/amazon-investment/amounts/total/part_of",
        "funding-round/total");
    row("b Nvidia", base, "/agreements/funding-round/amounts/nvidia/value", "30e9");
    row("b SoftBank", base, "/agreements/funding-round/amounts/softbank/value", "30e9");
    row("b before the money", base, "/agreements/funding-round/note", "$730 billion");
    row("c first part", base, "/agreements/cloud-purchase/amounts/first/over", "2025-11");
    row("c second part", base, "/agreements/cloud-purchase/amounts/extension/value", "100e9");
    row("c capacity", base, "/agreements/cloud-purchase/amounts/capacity/unit", "GW");
    row("d only third-party distributor", base,
        "/agreements/frontier-distribution/clauses/third-parties/note", "only third party");
    row("e any cloud", later, "/agreements/amended-agreement/clauses/any-cloud/note", "any cloud");
    row("e Azure first", later, "/agreements/amended-agreement/clauses/azure-first/note", "primary cloud");
    row("e on 27 April", later, "/agreements/amended-agreement/announced", "2026-04-27");
    row("f licence through 2032", later, "/agreements/amended-agreement/clauses/licence/note",
        "no longer exclusive");
    row("g revenue share", later, "/agreements/amended-agreement/amounts/revenue-share/value", "20");
    row("g capped", later, "/agreements/amended-agreement/amounts/cap/qualifier", "undisclosed");
    row("h stake", later, "/agreements/microsofts-stake/stake/economic", "27");
    row("h routing superseded", later, "/agreements/api-routing/status", "superseded");
}

void TestFacts::holds()
{
    QFETCH(QString, file);
    QFETCH(QString, pointer);
    QFETCH(QString, contains);
    const formats::ScenarioFile scenario = bundled(file);
    const document::Value *value = document::resolve(scenario.document.root, pointer);
    QVERIFY2(value, qPrintable(pointer));
    QVERIFY2(QString::fromUtf8(document::toCompactJson(*value)).contains(contains),
             document::toCompactJson(*value).constData());
}

void TestFacts::quotesOnlyWhatTheReportQuotes()
{
    const QStringList quotable{
        QStringLiteral("If they (Amazon and OpenAI) breach the contract, we will sue them."),
        QStringLiteral("The most untimely thing right now is that OpenAI needs to fight another lawsuit."),
        QStringLiteral("supported by OpenAI")};
    const formats::ScenarioFile scenario = bundled(QStringLiteral("cloud-dispute"));
    QStringList quotes;
    const auto take = [&quotes](const domain::Cites &cites) {
        for (const domain::Cite &cite : cites) {
            if (!cite.quote.isEmpty())
                quotes.append(cite.quote);
        }
    };
    for (const domain::Agreement &agreement : scenario.scenario.agreements) {
        take(agreement.cites);
        for (const domain::Position &position : agreement.positions)
            take(position.cites);
        for (const domain::Clause &clause : agreement.clauses)
            take(clause.cites);
    }
    QVERIFY(quotes.size() >= 3);
    for (const QString &quote : quotes)
        QVERIFY2(quotable.contains(quote), qPrintable(quote));
}

void TestFacts::everyAgreementAndFigureHasASource()
{
    for (const char *name : {"cloud-dispute", "settlement", "after-april-2026"}) {
        const formats::ScenarioFile scenario = bundled(QString::fromLatin1(name));
        QVERIFY(!scenario.scenario.agreements.isEmpty());
        for (const domain::Agreement &agreement : scenario.scenario.agreements) {
            const bool isImagined =
                scenario.scenario.hypothetical && agreement.note.startsWith(QLatin1String("Imagined"));
            QVERIFY2(domain::sourceNumbers(scenario.scenario, agreement).isEmpty() == isImagined,
                     qPrintable(agreement.id.text()));
        }
    }
}

ENTENTE_TEST(TestFacts, QCoreApplication)

} // namespace tst_facts

#include "tst_facts.moc"
