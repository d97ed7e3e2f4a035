#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"
#include "formats/tablemapping.h"
#include "formats/tabletext.h"
#include "formats/unpacking.h"
#include "support/registration.h"

namespace tst_tables {

using namespace entente;
using namespace entente::formats;

// Tables beyond what the battery of all formats asks: mappings, headers, limits, cells that could run.
class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mappingsReadBack_data();
    void mappingsReadBack();
    void wrongMappingsAreNamed();
    void headersAreGuessed_data();
    void headersAreGuessed();
    void firmsWithAmountsAreAskedAbout();
    void whatIsMappedWins();
    void aMappedColumnThatNoTableHasIsAnError();
    void aSignOfSeveralCurrenciesIsToldByTheMapping();
    void cellsStandWhereTheyStand();
    void formulasComeBackAsTheyWere_data();
    void formulasComeBackAsTheyWere();
    void manyRowsOfOneAgreement();
    void amountsOfOneAgreementAreNumbered();
    void partsNestNoDeeperThanAScenarioHolds_data();
    void partsNestNoDeeperThanAScenarioHolds();
    void circlesOfPartsAreOpened();
    void emptyAliasesAreNone();
    void aFirmOfTwoNamesKeepsBoth();
    void figuresOfAFileWithoutSourcesAreToldOnce();
    void limitsAreLimits();
    void aBombIsALimit();
};

namespace {

Outcome<ScenarioFile> readTable(const QByteArray &text, const ReadOptions &options = {})
{
    return readScenario(text, QStringLiteral("a.csv"), options);
}

// 64 KiB of one letter a block, packed with gzip by hand: stored as they are.
QByteArray packedZeros(int blocks)
{
    constexpr quint16 length = 0xffff;
    QByteArray packed("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    for (int i = 0; i < blocks; ++i) {
        packed += QByteArray("\0\xff\xff\0\0", 5);
        packed += QByteArray(length, 'a');
    }
    return packed;
}

} // namespace

void TestTables::mappingsReadBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"source=Buyer,target=Seller", "customer=1,supplier=2,header=none",
          "party=\"A, B\",party=C,days=day-first,decimals=comma,delimiter=semicolon,currency=EUR",
          "firm_id=Id,name=Label,identifier:lei=LEI,keep=Type,ignore=X,header=first"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTables::mappingsReadBack()
{
    QFETCH(QString, text);
    const auto mapping = parseMapping(text);
    QVERIFY(mapping);
    QVERIFY(!mapping.value->isEmpty());
    const auto again = parseMapping(toText(*mapping.value));
    QVERIFY(again);
    QVERIFY(*again.value == *mapping.value);
}

void TestTables::wrongMappingsAreNamed()
{
    for (const char *text :
         {"colour=Wer", "source", "source=", "days=last", "header=2", "delimiter=x", "=A"}) {
        const auto mapping = parseMapping(QString::fromLatin1(text));
        QVERIFY2(!mapping, text);
        QVERIFY(mapping.problems.all().first().message.contains(QString::fromLatin1(text)));
    }
    QVERIFY(parseMapping(QStringLiteral("# only a comment\n\n")).value->isEmpty());
}

void TestTables::headersAreGuessed_data()
{
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("meanings");
    QTest::addColumn<bool>("certain");
    const auto row = [](const char *headers, const char *meanings, bool certain = true) {
        QTest::newRow(headers) << QString::fromLatin1(headers) << QString::fromLatin1(meanings) << certain;
    };
    row("source,target", "source target");
    row("Target,Source,Type,Weight", "target source directed keep");
    row("source,target,type", "source target kind");
    row("From,To,Source,URL", "source target cite url");
    row("from_firm,to_firm,Start Date,end-date", "source target start end");
    row("Firm A,Firm B,Deal value,Ccy", "party party amount currency");
    row("Party 1,Party 2", "party party");
    row("Id,Label", "firm_id name");
    row("id,name,kind,country,lei", "firm_id name firm_kind jurisdiction identifier");
    row("SUID,interaction,name,shared name", "keep kind ignore interaction");
    row(":START_ID(Firm),:END_ID(Firm),:TYPE,since:date", "source target kind start");
    row("firmId:ID(Firm),name,:LABEL", "firm_id name firm_kind");
    row("Investor,Investee,Announced", "party party announced");
    row("Investor,Company,Amount,Date", "party party amount announced");
    row("colour,taste", "keep keep", false);
    row("1,2", "keep keep", false);
}

void TestTables::headersAreGuessed()
{
    QFETCH(QString, headers);
    QFETCH(QString, meanings);
    QFETCH(bool, certain);
    const Guess guess = guessColumns(headers.split(u','));
    QStringList words;
    for (const ColumnUse &use : guess.columns)
        words.append(wordOf(use.meaning));
    QCOMPARE(words.join(u' '), meanings);
    QCOMPARE(guess.certain, certain);
}

void TestTables::firmsWithAmountsAreAskedAbout()
{
    QVERIFY(guessColumns({QStringLiteral("Company"), QStringLiteral("Amount")}).doubtful);
    QVERIFY(!guessColumns({QStringLiteral("Company"), QStringLiteral("Country")}).doubtful);
    QVERIFY(!guessColumns({QStringLiteral("Buyer"), QStringLiteral("Seller"), QStringLiteral("Amount")})
                 .doubtful);
}

void TestTables::whatIsMappedWins()
{
    const TableMapping mapping = *parseMapping(QStringLiteral("source=target,target=SOURCE,keep=3")).value;
    const Resolved resolved =
        resolveColumns({QStringLiteral("source"), QStringLiteral("target"), QStringLiteral("kind")}, mapping);
    QVERIFY(resolved.usable);
    QCOMPARE(resolved.columns[0].meaning, Meaning::Target);
    QCOMPARE(resolved.columns[1].meaning, Meaning::Source);
    QCOMPARE(resolved.columns[2].meaning, Meaning::Keep);
}

// Though the table can be read without what is mapped.
void TestTables::aMappedColumnThatNoTableHasIsAnError()
{
    ReadOptions options;
    options.mapping = *parseMapping(QStringLiteral("currency=XX")).value;
    const auto read = readTable("source,target,amount\nA,B,1\n", options);
    QVERIFY(!read);
    const QList<Problem> &problems = read.problems.all();
    const auto isMissing = [](const Problem &problem) {
        return problem.code == QLatin1String("no-such-column") && problem.place.line == 1;
    };
    QCOMPARE(std::count_if(problems.begin(), problems.end(), isMissing), 1);
}

void TestTables::aSignOfSeveralCurrenciesIsToldByTheMapping()
{
    ReadOptions options;
    options.mapping = *parseMapping(QStringLiteral("currency=JPY")).value;
    const auto read = readTable("source,target,amount\nA,B,¥500\n", options);
    QVERIFY(read);
    QCOMPARE(read.value->scenario.agreements.first().amounts.first().currency, QStringLiteral("JPY"));
}

void TestTables::cellsStandWhereTheyStand()
{
    const QByteArray text = "é,\"x\"\"\ny\",😀z\r\n,\"\" tail\rlast";
    TableRows rows(text, ',', 7);
    QStringList told;
    Row row;
    while (rows.next(row)) {
        for (const Cell &cell : row)
            told.append(QStringLiteral("%1:%2 %3").arg(cell.at.line).arg(cell.at.column).arg(cell.text));
    }
    const QStringList expected{QStringLiteral("1:1 é"),     QStringLiteral("1:3 x\"\ny"),
                               QStringLiteral("2:4 😀z"),    QStringLiteral("3:1 "),
                               QStringLiteral("3:2  tail"), QStringLiteral("4:1 last")};
    QCOMPARE(told, expected);
    QCOMPARE(rows.strayText.size(), size_t(1));
    QVERIFY(!rows.isUnclosed());
}

void TestTables::formulasComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("note");
    for (const char *note : {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''+x", "'quoted'", "=\"a\",b", "a=1"})
        QTest::newRow(note) << QString::fromLatin1(note);
}

void TestTables::formulasComeBackAsTheyWere()
{
    QFETCH(QString, note);
    auto file = *readTable("from,to\nA,B\n").value;
    file.scenario.agreements[0].note = note;
    for (const char *name : {"csv", "tsv"}) {
        const auto written = writeAs(*formatNamed(QString::fromLatin1(name)), file);
        QVERIFY(written);
        const QByteArray bytes = *written.value;
        for (const char *start : {",=", ",+", ",-", ",@", "\t=", "\t+", "\t-", "\t@", ",\"=", "\t\"="})
            QVERIFY2(!bytes.contains(start), bytes.constData());
        const auto again = readTable(bytes);
        QVERIFY(again);
        QCOMPARE(again.value->scenario.agreements[0].note, note);
    }
}

void TestTables::manyRowsOfOneAgreement()
{
    constexpr int count = 20'000; // more than anything worse than linear would end with
    QByteArray text = "agreement,source,target,amount,currency,cite\n";
    for (int i = 0; i < count; ++i)
        text += "deal,A,B," + QByteArray::number(i + 1) + ",EUR,Report " + QByteArray::number(i) + '\n';
    const auto file = readTable(text);
    QVERIFY(file);
    const domain::Agreement &agreement = file.value->scenario.agreements[0];
    QCOMPARE(agreement.amounts.size(), count);
    QCOMPARE(agreement.parties.size(), 2);
    QCOMPARE(agreement.amounts[1].id.text(), QStringLiteral("amount-2"));
}

void TestTables::amountsOfOneAgreementAreNumbered()
{
    const auto file =
        readTable("agreement,source,target,amount\nd1,A,B,$1\nd1,A,B,$2\nd1,A,B,$3\nd2,A,B,$4\n");
    QVERIFY(file);
    QStringList ids;
    for (const domain::Agreement &agreement : file.value->scenario.agreements) {
        for (const domain::Amount &amount : agreement.amounts)
            ids.append(agreement.id.text() + u'/' + amount.id.text());
    }
    QCOMPARE(ids, QStringList({QStringLiteral("d1/amount"), QStringLiteral("d1/amount-2"),
                               QStringLiteral("d1/amount-3"), QStringLiteral("d2/amount")}));
}

void TestTables::partsNestNoDeeperThanAScenarioHolds_data()
{
    QTest::addColumn<bool>("rises"); // the wholes come after their parts, in the order of ids
    QTest::addColumn<int>("firms");
    QTest::addColumn<int>("loose"); // links that are left out
    for (const bool rises : {true, false}) {
        QTest::addRow("%s, as deep as may be", rises ? "rising" : "falling") << rises << 100 << 0;
        QTest::addRow("%s, too deep", rises ? "rising" : "falling") << rises << 250 << 2;
    }
}

void TestTables::partsNestNoDeeperThanAScenarioHolds()
{
    QFETCH(bool, rises);
    QFETCH(int, firms);
    QFETCH(int, loose);
    QByteArray text = "name,part of\n";
    const auto name = [](int number) { return "f" + QByteArray::number(1000 + number); };
    for (int i = 0; i + 1 < firms; ++i)
        text += rises ? name(i) + "," + name(i + 1) + "\n" : name(i + 1) + "," + name(i) + "\n";
    const auto file = readTable(text);
    QVERIFY2(file, qPrintable(test::lines(file.problems)));
    QCOMPARE(file.problems.warningCount(), loose);
    QCOMPARE(std::count_if(file.value->scenario.firms.begin(), file.value->scenario.firms.end(),
                           [](const domain::Firm &firm) { return firm.partOf.isEmpty(); }),
             loose + 1);
}

void TestTables::circlesOfPartsAreOpened()
{
    const auto file = readTable("name,part of\nA,B\nB,C\nC,A\nD,A\nE,E\n");
    QVERIFY2(file, qPrintable(test::lines(file.problems)));
    QCOMPARE(file.problems.warningCount(), 2);
    const auto wholeOf = [&file](const char *id) {
        return file.value->scenario.firm(domain::FirmId(QString::fromLatin1(id)))->partOf.text();
    };
    QCOMPARE(wholeOf("d"), QStringLiteral("a"));
    QCOMPARE(wholeOf("e"), QString());
    QCOMPARE(int(wholeOf("a").isEmpty()) + int(wholeOf("b").isEmpty()) + int(wholeOf("c").isEmpty()), 1);
}

void TestTables::emptyAliasesAreNone()
{
    const auto file = readTable("name,aliases\nAcme,Acme Inc; ; ACME\nBeta,;\n");
    QVERIFY2(file, qPrintable(test::lines(file.problems)));
    QCOMPARE(file.value->scenario.firms[0].aliases,
             QStringList({QStringLiteral("Acme Inc"), QStringLiteral("ACME")}));
    QCOMPARE(file.value->scenario.firms[1].aliases, QStringList());
}

void TestTables::aFirmOfTwoNamesKeepsBoth()
{
    const auto file = readTable("id,name,country\nF1,Acme,US\nF2,Globex,DE\nF1,Other Co,FR\n");
    QVERIFY2(file, qPrintable(test::lines(file.problems)));
    QCOMPARE(file.problems.warningCount(), 1);
    QCOMPARE(file.problems.all().first().code, QStringLiteral("firm-twice"));
    QCOMPARE(file.problems.all().first().place.line, 4);
    const domain::Firm &acme = file.value->scenario.firms.first();
    QCOMPARE(acme.name, QStringLiteral("Acme"));
    QCOMPARE(acme.aliases, QStringList{QStringLiteral("Other Co")});
    QCOMPARE(acme.jurisdiction, QStringLiteral("US"));
}

void TestTables::figuresOfAFileWithoutSourcesAreToldOnce()
{
    const auto without = readTable("source,target,amount\nA,B,$1\nA,C,$2\n");
    QCOMPARE(without.problems.warningCount(), 1);
    const auto with = readTable("source,target,amount,source title\nA,B,$1,Paper\nA,C,$2,\nA,D,$3,\n");
    QCOMPARE(with.problems.warningCount(), 2);
    QCOMPARE(with.problems.all().first().place.line, 3);
}

void TestTables::limitsAreLimits()
{
    ReadOptions options;
    options.limits.values = 9;
    const auto cells = readTable("from,to\nA,B\nA,C\nA,D\nA,E\n", options);
    QVERIFY(!cells);
    QVERIFY(cells.problems.hasErrors(Cause::Limit));
    const auto columns = readTable("from,to\nA,B" + QByteArray(20'000, ',') + "\n");
    QVERIFY(!columns);
    QVERIFY(columns.problems.hasErrors(Cause::Limit));
}

void TestTables::aBombIsALimit()
{
    const auto outcome = unpackGzip(packedZeros(20), QStringLiteral("a.gz"), 1'000'000);
    QVERIFY(!outcome);
    QVERIFY(outcome.problems.hasErrors(Cause::Limit));
    QCOMPARE(unpackedName(QStringLiteral("x/deals.csv.GZ")), QStringLiteral("x/deals.csv"));
}

ENTENTE_TEST(TestTables, QCoreApplication)

} // namespace tst_tables

#include "tst_tables.moc"
