#include "formats/scenariodraft.h"
#include "formats/scenarioreader.h"
#include "support/registration.h"

namespace tst_scenariodraft {

using namespace entente;
using formats::ScenarioDraft;

// What readers of foreign formats build is a scenario like any other, with places in the foreign file.
class TestScenarioDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDraftedReadsBack()
    {
        ScenarioDraft draft(QStringLiteral("deals.csv"));
        const QString openai = draft.nameFirm(QStringLiteral("1"), QStringLiteral("OpenAI"), {0, 2, 1});
        const QString azure = draft.firm(QStringLiteral("Azure"), {0, 3, 5});
        document::Value &deal = draft.addAgreement(QStringLiteral("Cloud purchase"), {0, 3, 1});
        ScenarioDraft::addParty(deal, openai, QStringLiteral("source"), {0, 3, 1});
        ScenarioDraft::addParty(deal, azure, QStringLiteral("target"), {0, 3, 5});
        ScenarioDraft::keep(deal, QStringLiteral("Internal Ref."), QStringLiteral("A-7"), {0, 3, 9});
        auto document = draft.finish(QStringLiteral("Deals"), QStringLiteral("CSV"));
        QVERIFY(document);
        const auto file = formats::readScenario(std::move(*document.value), QStringLiteral("deals.csv"), {});
        QVERIFY(file);
        const domain::Scenario &scenario = file.value->scenario;
        QCOMPARE(scenario.title, QStringLiteral("Deals"));
        QCOMPARE(scenario.firms.size(), 2);
        QCOMPARE(scenario.firms[0].name, QStringLiteral("OpenAI"));
        QCOMPARE(scenario.agreements[0].parties[1].role, QStringLiteral("target"));
        QCOMPARE(scenario.agreements[0].place, (Place{QStringLiteral("deals.csv"), 3, 1}));
        QVERIFY(scenario.agreements[0].extras.contains(QStringLiteral("x-internal-ref")));
    }

    void idsAreGivenOnce()
    {
        ScenarioDraft draft(QStringLiteral("f"));
        QSet<QString> ids;
        for (int i = 0; i < 50; ++i) // equal names, names that end in numbers, names without letters
            ids += {draft.nameFirm(QStringLiteral("a%1").arg(i), QStringLiteral("Café"), {}),
                    draft.nameFirm(QStringLiteral("b%1").arg(i), QStringLiteral("Cafe-%1").arg(i), {}),
                    draft.nameFirm(QStringLiteral("c%1").arg(i), QStringLiteral("株式会社"), {})};
        QCOMPARE(ids.size(), 150);
        QVERIFY(ids.contains(QStringLiteral("cafe")));
        QVERIFY(ids.contains(QStringLiteral("thing-50")));
    }

    void aMentionIsNamedLater()
    {
        ScenarioDraft draft(QStringLiteral("f"));
        const QString id = draft.firm(QStringLiteral("n0"), {});
        QCOMPARE(draft.nameFirm(QStringLiteral("n0"), QStringLiteral("Acme"), {}), id);
        QCOMPARE(draft.firmOf(id).find(u"name")->text(), QStringLiteral("Acme"));
        QCOMPARE(draft.firmCount(), 1);
    }

    void nothingIsAnError()
    {
        ScenarioDraft draft(QStringLiteral("empty.csv"));
        const auto document = draft.finish(QStringLiteral("Empty"), QStringLiteral("CSV"));
        QVERIFY(!document);
        QCOMPARE(document.problems.all().first().code, QStringLiteral("nothing-in-it"));
    }
};

ENTENTE_TEST(TestScenarioDraft, QCoreApplication)

} // namespace tst_scenariodraft

#include "tst_scenariodraft.moc"
