#include "core/formats/scenariotext.h"
#include "document/jsonwriter.h"
#include "formats/references.h"
#include "formats/scenarioreader.h"
#include "support/registration.h"

namespace tst_references {

using namespace entente;
using namespace entente::formats;
using domain::ThingKind;
using domain::ThingRef;

// What names a thing, and what becomes of it when the thing is renamed or removed.
class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsADocumentAsItReadsItsBytes();
    void tellsWhatIsWrongAfterAnEdit();
    void renamesWithEveryMention_data();
    void renamesWithEveryMention();
    void removesWithEveryMention_data();
    void removesWithEveryMention();
    void removesAnAgreementWithItsLastParty();
    void removesAllThatFallsWithAFirm();
    void makesIds_data();
    void makesIds();

private:
    static void addThings();
    ScenarioFile m_file;
};

void TestReferences::initTestCase()
{
    Outcome<ScenarioFile> read = readScenario(QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json"));
    QVERIFY2(read, qPrintable(test::lines(read.problems)));
    m_file = std::move(*read.value);
}

void TestReferences::readsADocumentAsItReadsItsBytes()
{
    const Outcome<ScenarioFile> again = readScenario(m_file.document, m_file.path, {});
    QVERIFY(again);
    QVERIFY(again.value->scenario == m_file.scenario);
}

void TestReferences::tellsWhatIsWrongAfterAnEdit()
{
    document::Document edited = m_file.document;
    QVERIFY(apply(edited.root, document::Change::remove(QStringLiteral("/firms/aws"))));
    const Outcome<ScenarioFile> refused = readScenario(edited, m_file.path, {});
    QVERIFY(!refused);
    QVERIFY(test::lines(refused.problems).contains(QStringLiteral("there is no firm \"aws\"")));
}

void TestReferences::addThings()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("mentions");
    QTest::newRow("firm") << int(ThingKind::Firm) << "openai" << 9;
    QTest::newRow("firm as a party and channel") << int(ThingKind::Firm) << "azure" << 4;
    QTest::newRow("term") << int(ThingKind::Term) << "api-call" << 2;
    QTest::newRow("agreement") << int(ThingKind::Agreement) << "owned" << 6;
    QTest::newRow("agreement in a view") << int(ThingKind::Agreement) << "cloud" << 2;
    QTest::newRow("clause") << int(ThingKind::Clause) << "owned/old" << 2;
    QTest::newRow("source") << int(ThingKind::Source) << "memo" << 5;
}

void TestReferences::renamesWithEveryMention_data()
{
    addThings();
}

void TestReferences::renamesWithEveryMention()
{
    QFETCH(int, kind);
    QFETCH(QString, id);
    QFETCH(int, mentions);
    const ThingRef thing{ThingKind(kind), id};
    QCOMPARE(mentionsOf(m_file.document, thing).size(), mentions);
    document::Document edited = m_file.document;
    const auto back = apply(edited.root, renaming(edited, thing, QStringLiteral("renamed")));
    QVERIFY(back);
    const Outcome<ScenarioFile> read = readScenario(edited, m_file.path, {});
    QVERIFY2(read, qPrintable(test::lines(read.problems)));
    QVERIFY(mentionsOf(edited, thing).isEmpty());
    const ThingRef now{ThingKind(kind), id.contains(u'/')
                                            ? id.section(u'/', 0, 0) + QStringLiteral("/renamed")
                                            : QStringLiteral("renamed")};
    QCOMPARE(mentionsOf(edited, now).size(), mentions);
    QVERIFY(apply(edited.root, *back));
    QCOMPARE(document::toJson(edited.root), document::toJson(m_file.document.root));
}

void TestReferences::removesWithEveryMention_data()
{
    addThings();
}

void TestReferences::removesWithEveryMention()
{
    QFETCH(int, kind);
    QFETCH(QString, id);
    const ThingRef thing{ThingKind(kind), id};
    document::Document edited = m_file.document;
    const Removal taken = removal(edited, thing);
    QVERIFY(!taken.touched.isEmpty());
    const auto back = apply(edited.root, taken.changes);
    QVERIFY(back);
    const Outcome<ScenarioFile> read = readScenario(edited, m_file.path, {});
    QVERIFY2(read, qPrintable(test::lines(read.problems)));
    QVERIFY(!document::resolve(edited.root, pointerOf(thing)));
    QVERIFY(mentionsOf(edited, thing).isEmpty());
    QVERIFY(apply(edited.root, *back));
    QCOMPARE(document::toJson(edited.root), document::toJson(m_file.document.root));
}

void TestReferences::removesAnAgreementWithItsLastParty()
{
    const Outcome<ScenarioFile> file =
        readScenario(test::scenarioWith(R"("agreements": {"plan": {"title": "Plan", "kind": "plan",
            "parties": [{"firm": "alpha", "role": "planner"}]}})"),
                     QStringLiteral("test"));
    QVERIFY(file);
    document::Document edited = file.value->document;
    const Removal taken = removal(edited, ThingRef::of(domain::FirmId(QStringLiteral("alpha"))));
    QCOMPARE(taken.touched, QStringList{QStringLiteral("/agreements/plan")});
    QVERIFY(apply(edited.root, taken.changes));
    QVERIFY(readScenario(edited, QStringLiteral("test"), {}));
    QVERIFY(!document::resolve(edited.root, u"/agreements/plan"));
}

// Agreements that amend each other, every other of them with no party but the firm.
void TestReferences::removesAllThatFallsWithAFirm()
{
    constexpr int count = 40;
    QByteArray agreements;
    for (int i = 0; i < count; ++i) {
        const auto id = [](int number) { return "\"a" + QByteArray::number((number + count) % count) + '"'; };
        agreements += (i > 0 ? ", " : "") + id(i) + R"(: {"title": "T", "kind": "other", "parties": [
            {"firm": "alpha", "role": "party"})";
        agreements += i % 2 == 0 ? "" : R"(, {"firm": "beta"}, {"firm": "alpha", "role": "other"})";
        agreements += "], \"amends\": [" + id(i + 1) + ", " + id(i + 2) + ", " + id(i - 1) + "]}";
    }
    const Outcome<ScenarioFile> file =
        readScenario(test::scenarioWith("\"agreements\": {" + agreements + '}'), QStringLiteral("test"));
    QVERIFY2(file, qPrintable(test::lines(file.problems)));
    document::Document edited = file.value->document;
    const Removal taken = removal(edited, ThingRef::of(domain::FirmId(QStringLiteral("alpha"))));
    QVERIFY(apply(edited.root, taken.changes));
    const Outcome<ScenarioFile> after = readScenario(edited, QStringLiteral("test"), {});
    QVERIFY2(after, qPrintable(test::lines(after.problems)));
    QCOMPARE(after.value->scenario.agreements.size(), count / 2);
    for (const domain::Agreement &agreement : after.value->scenario.agreements) {
        QCOMPARE(agreement.parties.size(), 1);
        QCOMPARE(agreement.amends.size(), 1);
    }
    QCOMPARE(taken.touched.size(), count);
}

void TestReferences::makesIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << "Nvidia" << QStringList() << "nvidia";
    QTest::newRow("words") << "Sam Altman" << QStringList() << "sam-altman";
    QTest::newRow("accents") << QStringLiteral("Café  Née & Co.") << QStringList() << "cafe-nee-co";
    QTest::newRow("apostrophe") << QStringLiteral("OpenAI’s models") << QStringList() << "openais-models";
    QTest::newRow("taken") << "AWS" << QStringList{QStringLiteral("aws"), QStringLiteral("aws-2")} << "aws-3";
    QTest::newRow("nothing to go by") << QStringLiteral("漢") << QStringList() << "thing";
}

void TestReferences::makesIds()
{
    QFETCH(QString, name);
    QFETCH(QStringList, taken);
    QFETCH(QString, id);
    QCOMPARE(idFrom(name, taken), id);
}

ENTENTE_TEST(TestReferences, QCoreApplication)

} // namespace tst_references

#include "tst_references.moc"
