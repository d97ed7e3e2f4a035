#include "core/formats/scenariotext.h"
#include "support/registration.h"

#include <QTemporaryDir>

namespace tst_scenarioreader {

using namespace entente;
using namespace entente::test;

// Every key of the format arrives where it belongs.
class TestScenarioReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto outcome = formats::readScenario(path());
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        QVERIFY2(outcome.problems.isEmpty(), qPrintable(lines(outcome.problems)));
        m_file = *outcome.value;
    }

    void theTitlePage()
    {
        const domain::Scenario &scenario = m_file.scenario;
        QCOMPARE(scenario.id, text("everything"));
        QCOMPARE(scenario.summary, text("One of each"));
        QCOMPARE(scenario.asOf->text(), text("2026-03"));
        QCOMPARE(scenario.license, text("CC0-1.0"));
        QVERIFY(scenario.hypothetical);
        QCOMPARE(scenario.extras.value(text("x-tool")), text("{\"name\": \"editor\"}"));
        QCOMPARE(m_file.path, path());
        QVERIFY(m_file.bases.isEmpty());
    }

    void sourcesAndFirms()
    {
        const domain::Source &source = m_file.scenario.sources.first();
        QCOMPARE(source.publisher, text("The Paper"));
        QVERIFY(source.author.isEmpty());
        QCOMPARE(source.published->text(), text("2026-03~"));
        QCOMPARE(source.grade, text("B2"));
        QCOMPARE(source.extras.value(text("x-page")), text("3"));
        QCOMPARE(source.place, (Place{path(), 7, 15}));
        const domain::Firm &aws = *m_file.scenario.firm(domain::FirmId(text("aws")));
        QVERIFY(aws.kind == domain::FirmKind::Subsidiary);
        QCOMPARE(aws.partOf.text(), text("amazon"));
        QCOMPARE(aws.identifiers.value(text("wikidata")), text("Q456157"));
        QCOMPARE(m_file.scenario.firms.first().aliases, QStringList{text("Open AI")});
    }

    void termsAndWhoReadsThemHow()
    {
        const domain::NarrowerThan &narrower = m_file.scenario.terms.last().narrowerThan.first();
        QCOMPARE(narrower.term.text(), text("api-call"));
        QVERIFY(narrower.reading == domain::Reading::Disputed);
        QCOMPARE(narrower.positions.size(), 2);
        QCOMPARE(narrower.positions.first().attribution, text("people who know"));
        QVERIFY(narrower.positions.last().stance == domain::StanceKind::Denies);
        QCOMPARE(narrower.positions.last().cites.first().locator, text("paragraph 9"));
    }

    void anAgreementsStanding()
    {
        const domain::Agreement &cloud = m_file.scenario.agreements.first();
        QCOMPARE(cloud.kind, text("purchase"));
        QCOMPARE(cloud.parties.size(), 3);
        QCOMPARE(cloud.parties[1], (domain::Party{domain::FirmId(text("aws")), text("supplier")}));
        QCOMPARE(cloud.period->text(), text("2026-02~/.."));
        QCOMPARE(cloud.signedOn->text(), text("2026-01"));
        QVERIFY(cloud.status == domain::Status::Announced);
        QCOMPARE(cloud.binding, std::optional(true));
        QVERIFY(cloud.evidence == domain::Evidence::Alleged);
        QVERIFY(cloud.performance == domain::Performance::BreachAlleged);
        QCOMPARE(cloud.factCites.keys(), (QStringList{text("period"), text("signed"), text("status")}));
        QCOMPARE(cloud.factCites.value(text("period")).first().note, text("inferred"));
        QCOMPARE(cloud.supersedes, (QStringList{text("owned"), text("owned/old")}));
        QCOMPARE(cloud.amends.first().text(), text("owned"));
        QCOMPARE(cloud.cites.first().quote, text("as quoted"));
    }

    void amounts()
    {
        const QList<domain::Amount> &amounts = m_file.scenario.agreements.first().amounts;
        QCOMPARE(amounts[0].value->toString(), text("138000000000"));
        QVERIFY(amounts[0].qualifier == domain::Qualifier::UpTo);
        QVERIFY(amounts[0].instrument == domain::Instrument::PurchaseObligation);
        QCOMPARE(amounts[0].from.text(), text("openai"));
        QCOMPARE(amounts[0].cites.size(), 2); // two places in one source
        QCOMPARE(amounts[0].cites[1].locator, text("paragraph 5"));
        QCOMPARE(amounts[1].partOf.text(), text("total"));
        QVERIFY(amounts[1].partOfAgreement.isEmpty());
        QCOMPARE(amounts[1].condition.text, text("a listing"));
        QCOMPARE(amounts[2].partOf.text(), text("stake"));
        QCOMPARE(amounts[2].partOfAgreement.text(), text("owned"));
        QVERIFY(!amounts[2].value);
        QCOMPARE(amounts[3].unit, text("GW"));
    }

    void clausesAndTheirExceptions()
    {
        const domain::Clause &clause = m_file.scenario.agreements.first().clauses.first();
        QVERIFY(clause.modality == domain::Modality::Obligation);
        QCOMPARE(clause.bearer.text(), text("openai"));
        QCOMPARE(clause.action, text("api-call"));
        QCOMPARE(clause.onlyThrough.text(), text("azure"));
        QVERIFY(clause.bindsAffiliates);
        QVERIFY(clause.evidence == domain::Evidence::Confirmed);
        QCOMPARE(clause.section, text("4.2"));
        QVERIFY(clause.condition.state == domain::ConditionState::Disputed);
        QCOMPARE(clause.condition.positions.size(), 1);
        const domain::Exception &exception = clause.exceptions.first();
        QVERIFY(exception.kind == domain::ExceptionKind::Waiver);
        QCOMPARE(exception.agreement.text(), text("owned"));
        QVERIFY(exception.exceptions.first().reading == domain::Reading::Rejected);
        QCOMPARE(m_file.scenario.agreements.last().clauses.first().condition.text, text("if asked"));
    }

    void stakesAndViews()
    {
        const domain::Stake &stake = *m_file.scenario.agreements.last().stake;
        QCOMPARE(stake.economic->toString(), text("27"));
        QCOMPARE(stake.voting->toString(), text("0.5"));
        QCOMPARE(stake.boardSeats, std::optional(1));
        const domain::SavedView &view = m_file.scenario.views.first();
        QCOMPARE(view.places.value(text("openai")), QPointF(120, -40.5));
        QCOMPARE(view.places.value(text("cloud")), QPointF(100, 0));
    }

    void theHeaderIsReadAlone()
    {
        const auto header = formats::readScenarioHeader(path());
        QVERIFY(bool(header));
        QCOMPARE(header.value->id, text("everything"));
        QCOMPARE(header.value->title, text("Everything"));
        QVERIFY(header.value->hypothetical);
        QVERIFY(header.value->extendsFile.isEmpty());
        QVERIFY(!formats::readScenarioHeader(path() + text("x")));
    }

private:
    static QString text(const char *latin1) { return QString::fromLatin1(latin1); }
    static QString path() { return QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json"); }

    formats::ScenarioFile m_file;
};

ENTENTE_TEST(TestScenarioReader, QCoreApplication)

} // namespace tst_scenarioreader

#include "tst_scenarioreader.moc"
