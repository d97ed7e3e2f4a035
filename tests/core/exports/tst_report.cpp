#include "core/picture/drawnscenario.h"
#include "exports/reportformats.h"
#include "support/registration.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace tst_report {

using namespace entente;
using namespace entente::exports;

// What a report says, and that every writer holds it as it was said: whatever a text looks like, it stays
// text.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAmountsAsNumbers();
    void tellsKnownDaysAsDates_data();
    void tellsKnownDaysAsDates();
    void tellsAgreementsOfOneTitleApart();
    void tellsWhatWasKeptAsText();
    void leavesOutWhatThereIsNot();
    void everyRowIsAsLongAsItsHeader();
    void markdownEscapes_data();
    void markdownEscapes();
    void markdownKeepsCellsInTheirRow();
    void markdownLinksSafeAddressesOnly();
    void workbookHoldsWhatWasSaid_data();
    void workbookHoldsWhatWasSaid();
    void workbookTypesItsCells();
    void workbookHasNoFormula();
    void workbookFreezesHeaders();
    void sameInputSameBytes();
    void formatsAreFoundByEnding();
};

namespace {

domain::Scenario purchase()
{
    domain::Scenario scenario = test::purchase().scenario;
    domain::Agreement &deal = scenario.agreements.first();
    deal.announced = domain::EventDate::parse(u"2025-11-03");
    deal.note = QStringLiteral("A note");
    domain::Source source;
    source.id = domain::SourceId(QStringLiteral("s"));
    source.title = QStringLiteral("Source");
    source.url = QStringLiteral("https://example.org/a|b");
    scenario.sources = {source};
    deal.cites = {{source.id, {}, {}, {}}};
    scenario.index();
    return scenario;
}

const Section *sectionOf(const Report &report, const QString &title)
{
    for (const Section &section : report.sections) {
        if (section.title == title)
            return &section;
    }
    return nullptr;
}

Cell cellOf(const Report &report, const QString &title, const QString &column, int row = 0)
{
    const Section *section = sectionOf(report, title);
    for (qsizetype i = 0; section && i < section->table.columns.size(); ++i) {
        if (section->table.columns.at(i).title == column)
            return section->table.rows.value(row).value(i);
    }
    return {};
}

Report reportOf(const domain::Scenario &scenario)
{
    return buildReport(scenario, analysis::AsOf::any());
}

// A report of one cell.
Report saying(const QString &text)
{
    Section section;
    section.title = QStringLiteral("Only");
    section.table.columns = {{QStringLiteral("Column"), 10}};
    section.table.rows = {{Cell(text)}};
    return {QStringLiteral("Title"), {}, {section}};
}

// One file of a workbook, which is a zip archive.
QByteArray fileIn(const QByteArray &workbook, const QString &name)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("book.xlsx")));
    if (!file.open(QIODevice::WriteOnly) || file.write(workbook) != workbook.size())
        return {};
    file.close();
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), file.fileName(), name});
    return unzip.waitForFinished() && unzip.exitCode() == 0 ? unzip.readAllStandardOutput() : QByteArray();
}

QStringList sharedStrings(const QByteArray &workbook)
{
    QStringList strings;
    QXmlStreamReader reader(fileIn(workbook, QStringLiteral("xl/sharedStrings.xml")));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("t"))
            strings.append(reader.readElementText());
    }
    return reader.hasError() ? QStringList() : strings;
}

QByteArray workbookOf(const Report &report)
{
    const auto bytes = toXlsx(report, QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
    return bytes.value.value_or(QByteArray());
}

} // namespace

void TestReport::tellsAmountsAsNumbers()
{
    const Report report = reportOf(purchase());
    const Cell value = cellOf(report, QStringLiteral("Amounts"), QStringLiteral("Value"));
    const auto *number = std::get_if<domain::Decimal>(&value.value);
    QVERIFY(number);
    QCOMPARE(number->toString(), QStringLiteral("138000000000"));
    QCOMPARE(cellOf(report, QStringLiteral("Agreements"), QStringLiteral("Sources")).text,
             QStringLiteral("1"));
    QCOMPARE(cellOf(report, QStringLiteral("Flows"), QStringLiteral("From")).text, QStringLiteral("Buyer"));
}

void TestReport::tellsKnownDaysAsDates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("typed");
    QTest::newRow("day") << "2025-11-03" << true;
    QTest::newRow("month") << "2025-11" << false;
    QTest::newRow("year") << "2025" << false;
    QTest::newRow("about a day") << "2025-11-03~" << false;
}

void TestReport::tellsKnownDaysAsDates()
{
    QFETCH(const QString, date);
    QFETCH(const bool, typed);
    const Cell cell = Cell::date(domain::EventDate::parse(date));
    QCOMPARE(std::holds_alternative<QDate>(cell.value), typed);
    QVERIFY(!cell.text.isEmpty());
}

void TestReport::tellsAgreementsOfOneTitleApart()
{
    domain::Scenario scenario = purchase();
    domain::Agreement other = scenario.agreements.first();
    other.id = domain::AgreementId(QStringLiteral("other"));
    other.parties.removeLast();
    scenario.agreements.append(other);
    scenario.index();
    const Report report = reportOf(scenario);
    QCOMPARE(cellOf(report, QStringLiteral("Agreements"), QStringLiteral("Agreement"), 0).text,
             QStringLiteral("Cloud purchase (Buyer – Seller)"));
    QCOMPARE(cellOf(report, QStringLiteral("Amounts"), QStringLiteral("Agreement"), 1).text,
             QStringLiteral("Cloud purchase (Buyer)"));
}

void TestReport::tellsWhatWasKeptAsText()
{
    domain::Scenario scenario = purchase();
    scenario.agreements.first().extras.insert(QStringLiteral("x-amount"), QStringLiteral("\"5 or so\""));
    const Report report = reportOf(scenario);
    const QString title = QStringLiteral("Other attributes");
    QCOMPARE(cellOf(report, title, QStringLiteral("Of")).text, scenario.agreements.first().title);
    QCOMPARE(cellOf(report, title, QStringLiteral("Attribute")).text, QStringLiteral("amount"));
    QCOMPARE(cellOf(report, title, QStringLiteral("As in the file")).text, QStringLiteral("5 or so"));
    QVERIFY(!sectionOf(reportOf(purchase()), title));
}

void TestReport::leavesOutWhatThereIsNot()
{
    const Report report = reportOf(purchase());
    QVERIFY(!sectionOf(report, QStringLiteral("Clauses")));
    QVERIFY(sectionOf(report, QStringLiteral("Conflicts"))
                ->paragraphs.contains(QStringLiteral("No clauses conflict.")));
    QVERIFY(reportOf(domain::Scenario()).sections.size() < report.sections.size());
}

void TestReport::everyRowIsAsLongAsItsHeader()
{
    for (quint32 seed : {1u, 2u, 3u}) {
        for (const Section &section : reportOf(test::generated(seed, 20).scenario).sections) {
            QVERIFY(section.title.size() <= 31);
            for (const QList<Cell> &row : section.table.rows)
                QCOMPARE(row.size(), section.table.columns.size());
        }
    }
}

void TestReport::markdownEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << "Loan of 2024"
                           << "Loan of 2024";
    QTest::newRow("a table's bar") << "a|b"
                                   << "a\\|b";
    QTest::newRow("a backslash before a bar") << "a\\|b"
                                              << "a\\\\\\|b";
    QTest::newRow("HTML") << "<script>x</script>"
                          << "\\<script\\>x\\</script\\>";
    QTest::newRow("an entity") << "&lt;"
                               << "\\&lt;";
    QTest::newRow("code") << "`x`"
                          << "\\`x\\`";
    QTest::newRow("a heading") << "# x"
                               << "\\# x";
    QTest::newRow("a list") << "- x"
                            << "\\- x";
    QTest::newRow("a rule") << "---"
                            << "\\---";
    QTest::newRow("numbers") << "1. x"
                             << "1\\. x";
    QTest::newRow("a figure") << "1.5 %"
                              << "1\\.5 %";
    QTest::newRow("a link") << "[x](javascript:y)"
                            << "\\[x\\](javascript:y)";
    QTest::newRow("emphasis") << "*a* _b_ ~c~"
                              << "\\*a\\* \\_b\\_ \\~c\\~";
    QTest::newRow("formulas") << "$a$"
                              << "\\$a\\$";
    QTest::newRow("right to left") << QStringLiteral("شركة") << QStringLiteral("شركة");
    QTest::newRow("emoji") << QStringLiteral("🚀") << QStringLiteral("🚀");
    QTest::newRow("control characters") << QStringLiteral("a\x1b[0mb") << QStringLiteral("a\ufffd\\[0mb");
    QTest::newRow("lines") << "a\n\n    b"
                           << "a<br>b";
}

void TestReport::markdownEscapes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const QString markdown = QString::fromUtf8(toMarkdown(saying(text)));
    QVERIFY2(markdown.contains(QStringLiteral("| %1 |\n").arg(written)), qPrintable(markdown));
}

void TestReport::markdownKeepsCellsInTheirRow()
{
    domain::Scenario scenario = purchase();
    scenario.firms.first().name = QStringLiteral("A | B\r\n| C \u2028 | <br> `|`");
    scenario.index();
    static const QRegularExpression bar(QStringLiteral("(?<!\\\\)\\|"));
    qsizetype columns = 0;
    for (const QString &line : QString::fromUtf8(toMarkdown(reportOf(scenario))).split(u'\n')) {
        const qsizetype bars = line.count(bar);
        if (!line.startsWith(u'|'))
            columns = 0;
        else if (columns == 0)
            columns = bars;
        else
            QCOMPARE(bars, columns);
    }
}

void TestReport::markdownLinksSafeAddressesOnly()
{
    domain::Scenario scenario = purchase();
    QVERIFY(toMarkdown(reportOf(scenario)).contains("<https://example.org/a%7Cb>"));
    scenario.sources.first().url = QStringLiteral("javascript:alert(1)");
    QVERIFY(!toMarkdown(reportOf(scenario)).contains("<javascript"));
}

void TestReport::workbookHoldsWhatWasSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("plain", QStringLiteral("Loan"));
    same("a command", QStringLiteral("=cmd|' /C calc'!A0"));
    same("plus", QStringLiteral("+1+1"));
    same("minus", QStringLiteral("-1+1"));
    same("at", QStringLiteral("@SUM(A1)"));
    same("an array formula", QStringLiteral("{=1+1}"));
    same("an address", QStringLiteral("https://example.org"));
    same("a number", QStringLiteral("0042"));
    same("markup", QStringLiteral("<script>&amp;\"'</script>]]>"));
    same("blanks around", QStringLiteral("  x  "));
    same("lines and a tab", QStringLiteral("a\nb\tc"));
    same("right to left", QStringLiteral("شركة الاتصالات"));
    same("emoji", QStringLiteral("🚀"));
    QTest::newRow("control characters")
        << QStringLiteral("a\x01\x1f") + QChar(0) << QStringLiteral("a\ufffd\ufffd\ufffd");
    QTest::newRow("a lone surrogate") << QString(QChar(0xdc00)) << QStringLiteral("\ufffd");
    // A reader of the format turns "_x005F_" back into "_".
    QTest::newRow("the format's own escape") << "_x0041_"
                                             << "_x005F_x0041_";
    const QString cut = QStringLiteral("… (cut)");
    QTest::newRow("100 kB") << QString(100'000, u'x') << QString(mostCellText - cut.size(), u'x') + cut;
}

void TestReport::workbookHoldsWhatWasSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, read);
    const QByteArray book = workbookOf(saying(text));
    QVERIFY(!book.isEmpty());
    QVERIFY2(sharedStrings(book).contains(read), qPrintable(sharedStrings(book).join(u'\n').left(500)));
    QVERIFY(!fileIn(book, QStringLiteral("xl/worksheets/sheet2.xml")).contains("<f>"));
}

void TestReport::workbookTypesItsCells()
{
    const Report report = reportOf(purchase());
    const QByteArray book = workbookOf(report);
    const QByteArray sheets = fileIn(book, QStringLiteral("xl/worksheets/*.xml"));
    QVERIFY(sheets.contains("<v>138000000000</v>"));
    QVERIFY(sheets.contains("<v>45964</v>")); // 3 November 2025 in days from 1900
    QVERIFY(!sharedStrings(book).contains(QStringLiteral("138000000000")));
}

void TestReport::workbookHasNoFormula()
{
    const QByteArray sheets =
        fileIn(workbookOf(reportOf(test::generated(7, 30).scenario)), QStringLiteral("xl/worksheets/*.xml"));
    QVERIFY(sheets.size() > 1000);
    QVERIFY(!sheets.contains("<f>"));
    QVERIFY(!sheets.contains("<f "));
    QVERIFY(!sheets.contains("<hyperlink"));
}

void TestReport::workbookFreezesHeaders()
{
    const QByteArray sheet =
        fileIn(workbookOf(reportOf(purchase())), QStringLiteral("xl/worksheets/sheet2.xml"));
    QVERIFY(sheet.contains("state=\"frozen\""));
    QVERIFY(sheet.contains("ySplit=\"1\""));
    QVERIFY(sheet.contains("customWidth=\"1\""));
}

void TestReport::sameInputSameBytes()
{
    const Report report = reportOf(test::generated(3, 30).scenario);
    QVERIFY(!workbookOf(report).isEmpty());
    QCOMPARE(workbookOf(report), workbookOf(report));
    QCOMPARE(toMarkdown(report), toMarkdown(report));
}

void TestReport::formatsAreFoundByEnding()
{
    QCOMPARE(reportFormatForFile(QStringLiteral("a.MD"))->name, QStringLiteral("markdown"));
    QCOMPARE(reportFormatForFile(QStringLiteral("a.xlsx"))->name, QStringLiteral("xlsx"));
    QVERIFY(!reportFormatForFile(QStringLiteral("a.docx")));
    QVERIFY(!reportFormatNamed(u"docx"));
}

ENTENTE_TEST(TestReport, QCoreApplication)

} // namespace tst_report

#include "tst_report.moc"
