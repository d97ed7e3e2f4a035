#include "core/formats/scenariotext.h"
#include "formats/firmnames.h"
#include "formats/identity.h"
#include "support/registration.h"

namespace tst_identity {

using namespace entente;

// Which firms may be one: names in all their spellings, identifiers, and what speaks for and against.
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfOneFirm_data();
    void namesOfOneFirm();
    void namesOfTwoFirms_data();
    void namesOfTwoFirms();
    void weighs_data();
    void weighs();
    void recordsAreSure();
    void twoSureOnesAreNone();
    void commonNamesSayNothing();
    void findsDuplicatesWithin();
    void schemes();
};

namespace {

QString compared(const char *name)
{
    return formats::wordsInOrder(formats::normalisedName(QString::fromUtf8(name)));
}

void rows(std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    for (const auto &[one, other] : pairs)
        QTest::newRow(
            qPrintable(QStringLiteral("%1 / %2").arg(QString::fromUtf8(one), QString::fromUtf8(other))))
            << compared(one) << compared(other);
}

domain::Scenario scenarioOf(const QByteArray &firms)
{
    const auto file = formats::readScenario(
        R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "firms": )" + firms +
            "}",
        QStringLiteral("t.json"), {});
    return file ? file.value->scenario : domain::Scenario();
}

} // namespace

void TestIdentity::namesOfOneFirm_data()
{
    rows({{"Acme Inc", "ACME, Inc."},
          {"Acme Incorporated", "Acme Corp"},
          {"Acme Corporation", "acme corp."},
          {"Acme Ltd", "Acme Limited"},
          {"Acme Ltd.", "The Acme Company Ltd"},
          {"Acme Co., Ltd.", "Acme"},
          {"Acme Pty Ltd", "Acme Proprietary Limited"},
          {"Acme Pte. Ltd.", "Acme"},
          {"Acme Private Limited", "Acme Pvt. Ltd."},
          {"Acme LLC", "Acme L.L.C."},
          {"Acme LLP", "Acme Limited Liability Partnership"},
          {"Acme plc", "Acme P.L.C."},
          {"Acme Public Limited Company", "ACME PLC"},
          {"Muster GmbH", "Muster Gesellschaft mit beschränkter Haftung"},
          {"Muster GmbH & Co. KG", "Muster GmbH and Co KG"},
          {"Muster AG", "Muster Aktiengesellschaft"},
          {"Muster UG (haftungsbeschränkt)", "Muster UG"},
          {"Exemple S.A.", "Exemple Société Anonyme"},
          {"Exemple SARL", "Exemple S.A.R.L."},
          {"Exemple S. à r. l.", "Exemple"},
          {"Exemple SAS", "Exemple S.A.S"},
          {"Esempio S.p.A.", "Esempio SpA"},
          {"Esempio S.r.l.", "Esempio Società a responsabilità limitata"},
          {"Ejemplo S.A. de C.V.", "Ejemplo SA de CV"},
          {"Ejemplo, S.L.", "Ejemplo Sociedad Limitada"},
          {"Exemplo Ltda.", "Exemplo Limitada"},
          {"Esimerkki Oy", "Esimerkki Osakeyhtiö"},
          {"Esimerkki Oyj", "ESIMERKKI OYJ"},
          {"Exempel AB", "Exempel AB (publ)"},
          {"Exempel Aktiebolag", "Exempel AB"},
          {"Eksempel A/S", "Eksempel AS"},
          {"Eksempel ApS", "Eksempel"},
          {"Voorbeeld B.V.", "Voorbeeld BV"},
          {"Voorbeeld N.V.", "Voorbeeld Naamloze Vennootschap"},
          {"Przykład Sp. z o.o.", "Przyklad sp. z o. o."},
          {"Primer d.o.o.", "Primer DOO"},
          {"Sample SE", "Sample Societas Europaea"},
          {"株式会社あさひ", "あさひ"},
          {"あさひ株式会社", "あさひ 株式会社"},
          {"(株)あさひ", "あさひ"},
          {"㈱ガリバー", "株式会社ガリバー"},
          {"Asahi K.K.", "Asahi Kabushiki Kaisha"},
          {"例子有限公司", "例子"},
          {"주식회사 보기", "보기"},
          {"ООО «Ромашка»", "Ромашка"},
          {"OOO Romashka", "Romashka"},
          {"PT Contoh Tbk", "Contoh"},
          {"Contoh Sdn. Bhd.", "Contoh SDN BHD"},
          {"Smith & Sons Ltd", "Smith and Sons Limited"},
          {"Smith + Sons", "Smith & Sons"},
          {"Müller AG", "MULLER AG"},
          {"Łódź Foundry", "Lodz Foundry"},
          {"Straße GmbH", "Strasse GmbH"},
          {"O'Neill Ltd", "ONeill Limited"},
          {"J. P. Utopia", "JP Utopia"},
          {"J.P. Utopia & Co.", "J P Utopia"},
          {"Bank of Utopia", "Utopia, Bank of"},
          {"The Utopia Trust", "Utopia Trust"},
          {"Ａｃｍｅ", "Acme"},
          {"Acme-Works", "Acme Works"}});
}

void TestIdentity::namesOfOneFirm()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(one, other);
}

void TestIdentity::namesOfTwoFirms_data()
{
    rows({{"Acme Holdings", "Acme"},
          {"Acme Energy Ltd", "Acme Power Ltd"},
          {"Acme Group", "Acme"},
          {"Acme UK Ltd", "Acme US Ltd"},
          {"Acme 1", "Acme 2"},
          {"Company", "Corporation"},
          {"Limited", "Inc"},
          {"ガリバー", "カリハー"},
          {"株", "有"},
          {"保険", "保健"},
          {"Ромашка", "Рюмашка"},
          {"AB", "AS"},
          {"!!!", "???"},
          {"Bank of Utopia", "Bank of Arcadia"},
          {"Acme Fund II LP", "Acme Fund III LP"},
          {"Ko", "Co"}});
}

void TestIdentity::namesOfTwoFirms()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY2(one != other, qPrintable(one));
}

void TestIdentity::weighs_data()
{
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QByteArray>("incoming");
    QTest::addColumn<int>("candidates");
    QTest::addColumn<bool>("sure");
    QTest::addColumn<int>("doubts");
    QTest::newRow("an LEI, whatever the scheme is called")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"lei": "5493 00AB"})")
        << QByteArray(R"("name": "Zenith", "kind": "company", "identifiers": {"leiCode": "549300ab"})") << 1
        << true << 0;
    QTest::newRow("a name alone is for a person to judge")
        << QByteArray(R"("name": "Acme Ltd", "kind": "company")")
        << QByteArray(R"("name": "ACME Limited", "kind": "company")") << 1 << false << 0;
    QTest::newRow("an alias")
        << QByteArray(R"("name": "International Widgets", "kind": "company", "aliases": ["IW Corp"])")
        << QByteArray(R"("name": "I.W.", "kind": "company")") << 1 << false << 0;
    QTest::newRow("names that agree, identifiers that don't")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"lei": "A1"})")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"lei": "B2"})") << 1 << false
        << 1;
    QTest::newRow("one identifier shared, another apart")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"lei": "A1", "wikidata": "Q1"})")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"lei": "A1", "wikidata": "Q2"})")
        << 1 << false << 1;
    QTest::newRow("a company number means nothing without its country")
        << QByteArray(R"("name": "Acme", "kind": "company", "identifiers": {"company_number": "12"})")
        << QByteArray(R"("name": "Zenith", "kind": "company", "identifiers": {"company_number": "12"})") << 1
        << false << 0;
    QTest::newRow("within one country it does")
        << QByteArray(
               R"("name": "Acme", "kind": "company", "jurisdiction": "GB", "identifiers": {"company_number": "12"})")
        << QByteArray(
               R"("name": "Zenith", "kind": "company", "jurisdiction": "GB", "identifiers": {"registrationNumber": "12"})")
        << 1 << true << 0;
    QTest::newRow("another country")
        << QByteArray(R"("name": "Acme", "kind": "company", "jurisdiction": "GB")")
        << QByteArray(R"("name": "Acme", "kind": "company", "jurisdiction": "FR")") << 1 << false << 1;
    QTest::newRow("another legal form")
        << QByteArray(R"("name": "Acme GmbH", "kind": "company")")
        << QByteArray(R"("name": "Acme plc", "kind": "company")") << 1 << false << 1;
    QTest::newRow("a person isn't a company")
        << QByteArray(R"("name": "Ada Muster", "kind": "person")")
        << QByteArray(R"("name": "Ada Muster", "kind": "company")") << 0 << false << 0;
    QTest::newRow("nothing in common")
        << QByteArray(R"("name": "Acme", "kind": "company")")
        << QByteArray(R"("name": "Zenith", "kind": "company")") << 0 << false << 0;
}

void TestIdentity::weighs()
{
    QFETCH(QByteArray, present);
    QFETCH(QByteArray, incoming);
    const domain::Scenario here = scenarioOf(R"({"a": {)" + present + "}}");
    const domain::Scenario there = scenarioOf(R"({"b": {)" + incoming + "}}");
    QCOMPARE(here.firms.size(), 1);
    QCOMPARE(there.firms.size(), 1);
    const auto same = formats::sameFirms(here, {there, {}});
    QTEST(int(same.size()), "candidates");
    if (same.isEmpty())
        return;
    QTEST(same[0].isSure, "sure");
    QTEST(int(same[0].doubts.size()), "doubts");
    QVERIFY(!same[0].supports.isEmpty());
}

void TestIdentity::recordsAreSure()
{
    const QString origin =
        formats::originOf(QStringLiteral("gleif"), QStringLiteral("/tmp/rr.csv"), QStringLiteral("X1"));
    QCOMPARE(origin, QStringLiteral("gleif:rr.csv#X1"));
    const domain::Scenario here = scenarioOf(
        R"({"a": {"name": "Old Name", "kind": "company", "x-origin": ["gleif:rr.csv#X1"]},
            "c": {"name": "New Name", "kind": "company"}})");
    const domain::Scenario there = scenarioOf(R"({"b": {"name": "New Name", "kind": "company"}})");
    const auto same = formats::sameFirms(here, {there, {{there.firms[0].id, origin}}});
    QCOMPARE(same.size(), 2);
    QVERIFY(same[0].isSure && same[0].isRecord);
    QCOMPARE(same[0].present.text(), QStringLiteral("a"));
    QVERIFY(!same[1].isSure);
}

void TestIdentity::twoSureOnesAreNone()
{
    const domain::Scenario here =
        scenarioOf(R"({"a": {"name": "A", "kind": "company", "identifiers": {"lei": "X"}},
                       "b": {"name": "B", "kind": "company", "identifiers": {"wikidata": "Q1"}}})");
    const domain::Scenario there = scenarioOf(
        R"({"c": {"name": "C", "kind": "company", "identifiers": {"lei": "X", "wikidata": "Q1"}}})");
    const auto same = formats::sameFirms(here, {there, {}});
    QCOMPARE(same.size(), 2);
    for (const formats::SameFirm &candidate : same)
        QVERIFY(!candidate.isSure && !candidate.doubts.isEmpty());
}

void TestIdentity::commonNamesSayNothing()
{
    QByteArray firms = "{";
    for (int i = 0; i < 60; ++i)
        firms += (i ? ", " : "") + ("\"f" + QByteArray::number(i)) +
                 R"(": {"name": "Nominee Ltd", "kind": "company"})";
    const domain::Scenario crowd = scenarioOf(firms + "}");
    QCOMPARE(crowd.firms.size(), 60);
    QVERIFY(formats::sameFirms(crowd, {crowd, {}}).isEmpty());
}

void TestIdentity::findsDuplicatesWithin()
{
    const domain::Scenario scenario = scenarioOf(
        R"({"a": {"name": "Acme Ltd", "kind": "company"}, "b": {"name": "Zenith", "kind": "company"},
                       "c": {"name": "ACME Limited", "kind": "company"}})");
    const auto same = formats::sameFirmsWithin(scenario);
    QCOMPARE(same.size(), 1);
    QCOMPARE(same[0].present.text(), QStringLiteral("a"));
    QCOMPARE(same[0].incoming.text(), QStringLiteral("c"));
}

void TestIdentity::schemes()
{
    QCOMPARE(formats::normalisedScheme(QStringLiteral("XI-LEI")), QStringLiteral("lei"));
    QCOMPARE(formats::normalisedScheme(QStringLiteral("GB-COH")), QStringLiteral("gbcoh"));
    QVERIFY(!formats::isWorldwide(formats::normalisedScheme(QStringLiteral("Company number"))));
}

ENTENTE_TEST(TestIdentity, QCoreApplication)

} // namespace tst_identity

#include "tst_identity.moc"
