#include "app/commandline/programrunner.h"
#include "support/registration.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace tst_commandline {

using entente::document::Value;
using entente::test::bundledFile;
using entente::test::keysOf;
using entente::test::parsedJson;

// Runs the real program, as scripts do.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpListsOnlyWhatIsThere();
    void theManualNamesEveryOption();
    void endsWithItsDocumentedCode_data();
    void endsWithItsDocumentedCode();
    void aSlipInASubcommandIsRecognised();
    void checkTellsPlaces();
    void describeKeepsItsContract();
    void drawsWhatChanged();
    void compareKeepsItsContract();
    void convertFlattensAnOverlay();
    void convertWritesOnlyTheDifference();
    void formatsListsWhatIsOnlyWritten();
    void drawsEveryFormat_data();
    void drawsEveryFormat();
    void drawsTheFigureOfTheReadme();
    void drawsEveryReading();
    void theLimitOfValuesCanBeSet();
    void aReaderThatLeavesIsSaid();
    void drawFitsAPage();
    void whatIsReadIsNotOverwritten_data();
    void whatIsReadIsNotOverwritten();
    void drawsTheSameBytesTwice_data();
    void drawsTheSameBytesTwice();
    void drawKeepsWhatCantBeTurnedOff();
    void drawFocusesOnAFirm();
    void drawsWhatChangedNearAFirm();
    void windowWithoutDisplayIsASentence_data();
    void pageHoldsNothingBeyondTheFocus();
    void windowWithoutDisplayIsASentence();

private:
    entente::test::Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return entente::test::runProgram(arguments, input, m_folder.path());
    }
    QString write(const QString &name, const QByteArray &text);

    QTemporaryDir m_folder;
};

QString TestCommandLine::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

void TestCommandLine::helpListsOnlyWhatIsThere()
{
    const auto help = run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char *command : {"draw", "check", "describe", "conflicts", "circles", "flows", "compare",
                                "report", "convert", "formats"}) {
        QVERIFY(help.out.contains(QByteArray("entente ") + command));
        const auto own = run({QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(own.code, 0);
        QVERIFY(own.out.startsWith(QByteArray("Usage: entente ") + command));
    }
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith("entente 1."));
}

void TestCommandLine::theManualNamesEveryOption()
{
    QFile page(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/desktop/entente.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString manual =
        QString::fromUtf8(page.readAll()).replace(QStringLiteral("\\-"), QStringLiteral("-"));
    const QRegularExpression commandLine(QStringLiteral("^  entente ([a-z]+) "),
                                         QRegularExpression::MultilineOption);
    const QRegularExpression option(QStringLiteral("^  .*(--[a-z-]+)"), QRegularExpression::MultilineOption);
    int found = 0;
    auto commands = commandLine.globalMatch(QString::fromUtf8(run({QStringLiteral("--help")}).out));
    while (commands.hasNext()) {
        const QString command = commands.next().captured(1);
        auto options = option.globalMatch(QString::fromUtf8(run({command, QStringLiteral("--help")}).out));
        while (options.hasNext()) {
            const QString name = options.next().captured(1);
            QVERIFY2(name == QLatin1String("--help") || manual.contains(name),
                     qPrintable(command + u' ' + name));
            ++found;
        }
    }
    QVERIFY(found > 30);
}

void TestCommandLine::endsWithItsDocumentedCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    const QString base = bundledFile("cloud-dispute");
    const auto row = [](const char *name, const QStringList &arguments, int code,
                        const QByteArray &input = {}) { QTest::newRow(name) << arguments << input << code; };
    const QString check = QStringLiteral("check");
    const QString draw = QStringLiteral("draw");
    row("good file", {check, base}, 0);
    row("bad input", {check, QStringLiteral("-")}, 1, "{\"format\": \"entente-scenario\"}");
    row("not JSON", {check, QStringLiteral("-")}, 1, "<html>");
    row("empty", {check, QStringLiteral("-")}, 1);
    row("no file named", {check}, 2);
    row("no such subcommand", {QStringLiteral("chek"), base}, 2);
    row("neither file nor subcommand", {QStringLiteral("draww")}, 2);
    row("two files", {base, base}, 2);
    row("an option of the program's", {QStringLiteral("--colour")}, 2);
    row("unknown option", {check, base, QStringLiteral("--colour")}, 2);
    row("no such file", {check, QStringLiteral("nowhere.entente.json")}, 5);
    row("a directory", {check, QStringLiteral(".")}, 5);
    row("too deep", {check, QStringLiteral("-")}, 4, QByteArray(200, '['));
    row("limit before file", {check, QStringLiteral("nowhere.json"), QStringLiteral("-")}, 4,
        QByteArray(200, '['));
    row("file before input", {check, QStringLiteral("nowhere.json"), QStringLiteral("-")}, 5, "{}");
    row("draw without output", {draw, base}, 2);
    row("draw to an unknown ending", {draw, base, QStringLiteral("-o"), QStringLiteral("out.gif")}, 2);
    row("draw to - without --to", {draw, base, QStringLiteral("-o"), QStringLiteral("-")}, 2);
    row("draw at no date",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.svg"), QStringLiteral("--as-of"),
         QStringLiteral("soon")},
        2);
    row("draw with two sizes",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.png"), QStringLiteral("--scale"),
         QStringLiteral("2"), QStringLiteral("--dpi"), QStringLiteral("96")},
        2);
    row("draw an SVG by pixels",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.svg"), QStringLiteral("--width"),
         QStringLiteral("800")},
        2);
    row("draw half a pixel",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.png"), QStringLiteral("--width"),
         QStringLiteral("800.5")},
        2);
    row("draw for an unknown page",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.pdf"), QStringLiteral("--preset"),
         QStringLiteral("a3")},
        2);
    row("draw for a page",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.pdf"), QStringLiteral("--preset"),
         QStringLiteral("a4-landscape")},
        0);
    row("draw by an engine that there is not",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.svg"), QStringLiteral("--layout"),
         QStringLiteral("circular")},
        2);
    row("draw around nobody",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.svg"), QStringLiteral("--focus"),
         QStringLiteral("nobody")},
        2);
    row("draw into a missing folder", {draw, base, QStringLiteral("-o"), QStringLiteral("nowhere/o.svg")}, 5);
    row("draw too many pixels",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.png"), QStringLiteral("--scale"),
         QStringLiteral("99")},
        4);
    QByteArray manyFirms = "{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"m\", "
                           "\"title\": \"M\", \"firms\": {";
    for (int i = 0; i <= 20'000; ++i)
        manyFirms += (i == 0 ? "\"f" : ", \"f") + QByteArray::number(i) +
                     "\": {\"name\": \"F\", \"kind\": \"company\"}";
    row("draw a page of too much",
        {draw, QStringLiteral("-"), QStringLiteral("-o"), QStringLiteral("o.html")}, 4, manyFirms + "}}");
    row("draw with a missing theme",
        {draw, base, QStringLiteral("-o"), QStringLiteral("o.svg"), QStringLiteral("--theme"),
         QStringLiteral("no.json")},
        5);
    const QString report = QStringLiteral("report");
    row("report", {report, base, QStringLiteral("-o"), QStringLiteral("r.md")}, 0);
    row("report to standard output",
        {report, base, QStringLiteral("-o"), QStringLiteral("-"), QStringLiteral("--to"),
         QStringLiteral("markdown")},
        0);
    row("report of no file", {report, QStringLiteral("-o"), QStringLiteral("r.md")}, 2);
    row("report without output", {report, base}, 2);
    row("report to an unknown ending", {report, base, QStringLiteral("-o"), QStringLiteral("r.docx")}, 2);
    row("report to - without --to", {report, base, QStringLiteral("-o"), QStringLiteral("-")}, 2);
    row("report at no date",
        {report, base, QStringLiteral("-o"), QStringLiteral("r.md"), QStringLiteral("--as-of"),
         QStringLiteral("soon")},
        2);
    row("report of bad input", {report, QStringLiteral("-"), QStringLiteral("-o"), QStringLiteral("r.md")}, 1,
        "{}");
    row("report into a missing folder",
        {report, base, QStringLiteral("-o"), QStringLiteral("nowhere/r.xlsx")}, 5);
    row("formats takes no file", {QStringLiteral("formats"), base}, 2);
    row("compare takes two", {QStringLiteral("compare"), base}, 2);
    row("two files for the window", {base, base}, 2);
    row("unknown option for the window", {QStringLiteral("--colour")}, 2);
    row("convert to an unknown format", {QStringLiteral("convert"), base, QStringLiteral("out.docx")}, 2);
}

void TestCommandLine::endsWithItsDocumentedCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    const auto result = run(arguments, input);
    QVERIFY2(result.code == code, (QByteArray::number(result.code) + ": " + result.error).constData());
    if (code != 0) {
        QVERIFY(!result.error.isEmpty());
        QVERIFY(result.out.isEmpty());
    }
}

void TestCommandLine::aSlipInASubcommandIsRecognised()
{
    QVERIFY(run({QStringLiteral("chek")}).error.contains("did you mean \"check\"?"));
    QVERIFY(run({QStringLiteral("figure")}).error.contains("expected one of draw, check"));
}

void TestCommandLine::checkTellsPlaces()
{
    const QString file =
        write(QStringLiteral("bad.entente.json"),
              "{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"x\", \"title\": \"X\",\n"
              " \"firms\": {\"a\": {\"name\": \"A\", \"kind\": \"compny\"}}}\n");
    const auto text = run({QStringLiteral("check"), QStringLiteral("bad.entente.json")});
    QCOMPARE(text.code, 1);
    QVERIFY(text.error.startsWith("bad.entente.json:2:"));
    QVERIFY(text.error.contains("did you mean \"company\"?"));
    const Value json = parsedJson(run({QStringLiteral("check"), QStringLiteral("--json"), file}).out);
    QCOMPARE(keysOf(json), QStringLiteral("format version problems counts"));
    QCOMPARE(keysOf(json.find(u"problems")->items().front().value),
             QStringLiteral("severity code file line column path message hint"));
    QCOMPARE(json.find(u"format")->text(), QStringLiteral("entente-check"));
}

void TestCommandLine::describeKeepsItsContract()
{
    const auto result =
        run({QStringLiteral("describe"), QStringLiteral("--json"), bundledFile("cloud-dispute")});
    QCOMPARE(result.code, 0);
    const Value json = parsedJson(result.out);
    QCOMPARE(keysOf(json),
             QStringLiteral(
                 "format version title as_of hypothetical firms agreements defined_terms sources counts"));
    QCOMPARE(keysOf(*json.find(u"counts")), QStringLiteral("firms agreements clauses positions sources"));
    const Value &agreement = json.find(u"agreements")->items().front().value;
    QCOMPARE(
        keysOf(agreement),
        QStringLiteral(
            "id title kind heading status evidence holds parties amounts period clauses positions cites"));
    const Value &amount = agreement.find(u"amounts")->items().front().value;
    QCOMPARE(keysOf(amount), QStringLiteral("value currency qualifier id instrument from to part_of"));
    QCOMPARE(amount.find(u"value")->text(), QStringLiteral("1000000000"));
    QVERIFY(amount.find(u"value")->isString());
}

void TestCommandLine::drawsWhatChanged()
{
    const auto result = run({QStringLiteral("draw"), bundledFile("settlement"), QStringLiteral("--compare"),
                             bundledFile("cloud-dispute"), QStringLiteral("--to"), QStringLiteral("svg"),
                             QStringLiteral("-o"), QStringLiteral("-")});
    QCOMPARE(result.code, 0);
    for (const char *part :
         {"id=\"removed-agreement-threatened-lawsuit\"", "id=\"tag-agreement-sre-revenue-share\"",
          ">removed<", ">new<", ">changed<", "Compared with"})
        QVERIFY2(result.out.contains(part), part);
    QCOMPARE(run({QStringLiteral("draw"), bundledFile("settlement"), QStringLiteral("--compare"),
                  QStringLiteral("/nowhere.json"), QStringLiteral("-o"), QStringLiteral("/tmp/x.svg")})
                 .code,
             5);
}

void TestCommandLine::compareKeepsItsContract()
{
    const auto result = run({QStringLiteral("compare"), QStringLiteral("--json"),
                             bundledFile("cloud-dispute"), bundledFile("settlement")});
    QCOMPARE(result.code, 0);
    const Value json = parsedJson(result.out);
    QCOMPARE(keysOf(json),
             QStringLiteral("format version firms agreements clauses defined_terms sources conflicts holds"));
    QCOMPARE(keysOf(*json.find(u"agreements")), QStringLiteral("added removed changed"));
    QCOMPARE(json.find(u"agreements")->find(u"added")->items().front().value.text(),
             QStringLiteral("/agreements/sre-revenue-share"));
    QCOMPARE(json.find(u"agreements")->find(u"removed")->items().front().value.text(),
             QStringLiteral("/agreements/threatened-lawsuit"));
    const auto same = run({QStringLiteral("compare"), bundledFile("settlement"), bundledFile("settlement")});
    QVERIFY(same.out.startsWith("nothing changed"));
}

void TestCommandLine::convertFlattensAnOverlay()
{
    const QString flat = m_folder.filePath(QStringLiteral("flat.entente.json"));
    QCOMPARE(run({QStringLiteral("convert"), bundledFile("settlement"), flat}).code, 0);
    const auto difference = run({QStringLiteral("compare"), bundledFile("settlement"), flat});
    QCOMPARE(difference.code, 0);
    QVERIFY(difference.out.startsWith("nothing changed"));
}

void TestCommandLine::convertWritesOnlyTheDifference()
{
    const QString base = m_folder.filePath(QStringLiteral("cloud-dispute.entente.json"));
    QVERIFY(QFile::copy(bundledFile("cloud-dispute"), base));
    const QString overlay = m_folder.filePath(QStringLiteral("only.entente.json"));
    QCOMPARE(run({QStringLiteral("convert"), bundledFile("settlement"), overlay, QStringLiteral("--to"),
                  QStringLiteral("overlay"), QStringLiteral("--base"), base})
                 .code,
             0);
    QVERIFY(QFile(overlay).size() < QFile(base).size() / 4);
    QVERIFY(run({QStringLiteral("compare"), bundledFile("settlement"), overlay})
                .out.startsWith("nothing changed"));
}

void TestCommandLine::formatsListsWhatIsOnlyWritten()
{
    const auto result = run({QStringLiteral("formats"), QStringLiteral("--json")});
    QCOMPARE(result.code, 0);
    QStringList written;
    const entente::document::Value list = parsedJson(result.out);
    for (const entente::document::Member &item : list.find(u"formats")->items()) {
        QCOMPARE(keysOf(item.value), QStringLiteral("name title endings reads writes note command"));
        if (item.value.find(u"command")->text() != QLatin1String("convert"))
            written.append(item.value.find(u"command")->text() + u' ' + item.value.find(u"name")->text());
    }
    QCOMPARE(written, QStringList({QStringLiteral("draw html"), QStringLiteral("report markdown"),
                                   QStringLiteral("report xlsx")}));
}

void TestCommandLine::drawsEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
}

void TestCommandLine::drawsEveryFormat()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, start);
    for (const char *name :
         {"cloud-dispute", "openais-reading", "microsofts-reading", "settlement", "after-april-2026"}) {
        const auto result = run({QStringLiteral("draw"), bundledFile(name), QStringLiteral("--to"), format,
                                 QStringLiteral("-o"), QStringLiteral("-")});
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.startsWith(start));
    }
}

void TestCommandLine::drawsTheFigureOfTheReadme()
{
    QFile figure(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/figures/cloud-dispute.svg"));
    QVERIFY(figure.open(QIODevice::ReadOnly));
    const auto drawn = run({QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("--text-as"),
                            QStringLiteral("outlines"), QStringLiteral("--no-legend"), QStringLiteral("-o"),
                            QStringLiteral("-"), QStringLiteral("--to"), QStringLiteral("svg")});
    QVERIFY2(drawn.out == figure.readAll(), "draw it anew with the command that the README names");
}

void TestCommandLine::drawsEveryReading()
{
    const QStringList draw{QStringLiteral("draw"), bundledFile("cloud-dispute"),
                           QStringLiteral("--all-readings"), QStringLiteral("-o")};
    for (const char *ending : {"svg", "pdf", "png"}) {
        const QString path = QStringLiteral("readings.") + QLatin1String(ending);
        QCOMPARE(run(draw + QStringList{path}).code, 0);
        QVERIFY(QFileInfo(m_folder.filePath(path)).size() > 1000);
    }
    const auto svg =
        run(draw + QStringList{QStringLiteral("-"), QStringLiteral("--to"), QStringLiteral("svg")});
    QVERIFY(svg.out.contains("1 conflict") && svg.out.contains("no conflict"));
    QCOMPARE(run(draw + QStringList{QStringLiteral("page.html")}).code, 2);
}

void TestCommandLine::theLimitOfValuesCanBeSet()
{
    const QString base = bundledFile("cloud-dispute");
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("check"), base}, QStringList{QStringLiteral("merge"), base, base}}) {
        QCOMPARE(run(arguments).code, 0);
        qputenv("ENTENTE_MAX_VALUES", "50");
        const auto refused = run(arguments);
        qunsetenv("ENTENTE_MAX_VALUES");
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.error.contains("more than 50 values"), refused.error.constData());
    }
}

void TestCommandLine::aReaderThatLeavesIsSaid()
{
    QByteArray table = "Source,Target\n"; // what it becomes is more than a pipe holds
    for (int i = 0; i < 2000; ++i)
        table += 'a' + QByteArray::number(i) + ",b" + QByteArray::number(i) + '\n';
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"),
                                       QStringLiteral("{ \"$ENTENTE_PROGRAM\" convert \"$0\" -; "
                                                      "echo \"code $?\" >&2; } | true"),
                                       write(QStringLiteral("many.csv"), table)});
    QVERIFY(shell.waitForFinished());
    const QByteArray told = shell.readAllStandardError();
    QVERIFY2(told.contains("can't be written") && told.contains("code 5"), told.constData());
}

void TestCommandLine::drawFitsAPage()
{
    const auto drawn = run({QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("-o"),
                            QStringLiteral("-"), QStringLiteral("--to"), QStringLiteral("json"),
                            QStringLiteral("--preset"), QStringLiteral("a4-landscape")});
    QCOMPARE(drawn.code, 0);
    QVERIFY2(drawn.error.isEmpty(), drawn.error.constData()); // its type is large enough for such a page
    const Value picture = parsedJson(drawn.out);
    const double width = picture.find(u"size")->find(u"width")->text().toDouble();
    QVERIFY(std::abs(width - 297 / 25.4 * 96) < 1);
    const auto narrow =
        run({QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("-o"),
             QStringLiteral("narrow.pdf"), QStringLiteral("--preset"), QStringLiteral("columns-1")});
    QCOMPARE(narrow.code, 0);
    QVERIFY2(narrow.error.contains("smallest type"), narrow.error.constData());
}

void TestCommandLine::whatIsReadIsNotOverwritten_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *arguments) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ');
    };
    row("draw the scenario", "draw copy.json -o copy.json");
    row("draw by another way to it", "draw copy.json -o ./copy.json");
    row("draw over the base of an overlay", "draw overlay.json -o copy.json");
    row("draw over its theme", "draw copy.json --theme theme.json -o theme.json");
    row("convert", "convert copy.json copy.json");
    row("convert over the base", "convert overlay.json copy.json --to overlay --base copy.json");
    row("merge", "merge overlay.json copy.json -o copy.json");
    row("merge over the base", "merge overlay.json overlay.json -o copy.json");
    row("report", "report copy.json -o copy.json --to markdown");
    row("draw over the places", "draw copy.json -o copy.view.json");
}

void TestCommandLine::whatIsReadIsNotOverwritten()
{
    QFETCH(QStringList, arguments);
    QFile bundled(bundledFile("cloud-dispute"));
    QVERIFY(bundled.open(QIODevice::ReadOnly));
    const QByteArray scenario = bundled.readAll();
    const QString copy = write(QStringLiteral("copy.json"), scenario);
    write(QStringLiteral("overlay.json"),
          R"({"format": "entente-scenario", "version": "1.0", "id": "o", "title": "O",
              "extends": {"file": "copy.json", "id": "cloud-dispute"}})");
    const QByteArray theme = R"({"extends": "dark"})";
    const QString themeFile = write(QStringLiteral("theme.json"), theme);
    write(QStringLiteral("copy.view.json"), R"({"format": "entente-view", "version": 1, "places": {}})");
    const auto refused = run(arguments);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.error.contains("overwritten"), refused.error.constData());
    for (const auto &[path, bytes] : {std::pair(copy, scenario), std::pair(themeFile, theme)}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
}

void TestCommandLine::drawsTheSameBytesTwice_data()
{
    drawsEveryFormat_data();
}

void TestCommandLine::drawsTheSameBytesTwice()
{
    QFETCH(QString, format);
    const QStringList arguments{QStringLiteral("draw"), bundledFile("settlement"),
                                QStringLiteral("--to"), format,
                                QStringLiteral("-o"),   QStringLiteral("-")};
    const QByteArray first = run(arguments).out;
    QVERIFY(!first.isEmpty());
    QCOMPARE(run(arguments).out, first);
}

void TestCommandLine::drawKeepsWhatCantBeTurnedOff()
{
    const QStringList bare{QStringLiteral("--no-legend"), QStringLiteral("--no-footer"),
                           QStringLiteral("--to"),        QStringLiteral("svg"),
                           QStringLiteral("-o"),          QStringLiteral("-")};
    const QByteArray settlement =
        run(QStringList{QStringLiteral("draw"), bundledFile("settlement")} + bare).out;
    QVERIFY(settlement.toLower().contains("hypothetical"));
    QVERIFY(settlement.contains("March 2026"));
    const QByteArray base = run(QStringList{QStringLiteral("draw"), bundledFile("cloud-dispute")} + bare).out;
    QVERIFY(base.contains(" may "));
    QVERIFY(base.contains("March 2026"));
}

void TestCommandLine::drawFocusesOnAFirm()
{
    const Value whole =
        parsedJson(run({QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("--to"),
                        QStringLiteral("json"), QStringLiteral("-o"), QStringLiteral("-")})
                       .out);
    const Value near =
        parsedJson(run({QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("--to"),
                        QStringLiteral("json"), QStringLiteral("-o"), QStringLiteral("-"),
                        QStringLiteral("--focus"), QStringLiteral("elon-musk")})
                       .out);
    QCOMPARE(keysOf(whole), QStringLiteral("format version size items"));
    const auto firms = [](const Value &picture) {
        QStringList ids;
        for (const auto &item : picture.find(u"items")->items()) {
            if (item.value.find(u"role")->text() == QLatin1String("firm"))
                ids.append(item.value.find(u"of")->items().front().value.text());
        }
        ids.sort();
        return ids;
    };
    QCOMPARE(firms(whole).size(), 12);
    QCOMPARE(firms(near), QStringList({QStringLiteral("elon-musk"), QStringLiteral("sam-altman")}));
}

// Of both sides what is near the firm: all else is no change.
void TestCommandLine::drawsWhatChangedNearAFirm()
{
    const auto firmsIn = [this](const QStringList &more) {
        const QStringList plain{QStringLiteral("--focus"), QStringLiteral("elon-musk"),
                                QStringLiteral("--to"),    QStringLiteral("json"),
                                QStringLiteral("-o"),      QStringLiteral("-")};
        QSet<QString> ids;
        const Value picture = parsedJson(run(QStringList{QStringLiteral("draw")} + more + plain).out);
        for (const auto &item : picture.find(u"items")->items()) {
            if (item.value.find(u"role")->text() == QLatin1String("firm"))
                ids.insert(item.value.find(u"id")->text());
        }
        return ids;
    };
    const QSet<QString> before = firmsIn({bundledFile("cloud-dispute")});
    const QSet<QString> after = firmsIn({bundledFile("after-april-2026")});
    const QSet<QString> told =
        firmsIn({bundledFile("after-april-2026"), QStringLiteral("--compare"), bundledFile("cloud-dispute")});
    QVERIFY(!before.isEmpty());
    QCOMPARE(told, before + after);
}

void TestCommandLine::windowWithoutDisplayIsASentence_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("none is named") << QStringList();
    QTest::newRow("X11: nobody answers") << QStringList{QStringLiteral("DISPLAY=:9876")};
    QTest::newRow("Wayland: nobody answers") << QStringList{QStringLiteral("WAYLAND_DISPLAY=wayland-9876")};
    QTest::newRow("X11 is asked for") << QStringList{QStringLiteral("QT_QPA_PLATFORM=xcb")};
}

void TestCommandLine::pageHoldsNothingBeyondTheFocus()
{
    const QStringList page{QStringLiteral("draw"), bundledFile("cloud-dispute"), QStringLiteral("--to"),
                           QStringLiteral("html"), QStringLiteral("-o"),         QStringLiteral("-")};
    const QByteArray whole = run(page).out;
    const QByteArray near =
        run(page + QStringList{QStringLiteral("--focus"), QStringLiteral("elon-musk")}).out;
    QVERIFY(near.contains("Elon Musk"));
    const Value scenario =
        parsedJson(run({QStringLiteral("convert"), bundledFile("cloud-dispute"), QStringLiteral("-"),
                        QStringLiteral("--to"), QStringLiteral("scenario")})
                       .out);
    QVERIFY(scenario.find(u"defined_terms")->members().size() > 3);
    int told = 0;
    for (const entente::document::Member &term : scenario.find(u"defined_terms")->members()) {
        const Value *definition = term.value.find(u"definition");
        const QByteArray beginning =
            definition ? definition->text().left(25).toHtmlEscaped().toUtf8() : QByteArray();
        if (definition && whole.contains(beginning))
            ++told;
        QVERIFY2(!definition || !near.contains(beginning), beginning.constData());
    }
    QVERIFY(told > 2);
}

void TestCommandLine::windowWithoutDisplayIsASentence()
{
    QFETCH(QStringList, variables);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("ENTENTE_PROGRAM"), QStringList());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(process.readAllStandardError().contains("no display"));
}

ENTENTE_TEST(TestCommandLine, QCoreApplication)

} // namespace tst_commandline

#include "tst_commandline.moc"
