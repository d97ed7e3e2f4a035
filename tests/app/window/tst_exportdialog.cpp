#include "app/session/sessionfixture.h"
#include "painting/fontmeasure.h"
#include "support/registration.h"
#include "window/exportdialog.h"
#include "window/figureactions.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrinter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

namespace tst_exportdialog {

using namespace entente;
using window::ExportDialog;

namespace {

// The dialog over the base scenario, writing into a folder of the test's own.
struct ShownDialog
{
    ShownDialog()
    {
        painting::loadFonts();
        QVERIFY(open.open("base.entente.json"));
        show();
    }

    void show()
    {
        dialog = std::make_unique<ExportDialog>(open.session);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }

    template <typename Widget> Widget *control(const char *name) const
    {
        return dialog->findChild<Widget *>(QLatin1String(name));
    }

    void type(const char *name, const QString &text) const
    {
        auto *line = control<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    // Chooses by the keyboard: the entry's first word (a blank would open the list), then downwards.
    void choose(const char *name, const QString &start) const
    {
        auto *box = control<QComboBox>(name);
        box->setFocus();
        QTest::keyClicks(box, start.section(u' ', 0, 0).remove(u','));
        for (int i = 0; i < box->count() && !box->currentText().startsWith(start); ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QVERIFY2(box->currentText().startsWith(start), qPrintable(box->currentText()));
    }

    void click(const char *name) const { QTest::mouseClick(control<QPushButton>(name), Qt::LeftButton); }
    void toggle(const char *name) const
    {
        auto *box = control<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    QString state() const { return control<QLabel>("exportState")->text(); }

    test::OpenSession open;
    QTemporaryDir folder;
    std::unique_ptr<ExportDialog> dialog;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void writesEachFormat_data();
    void writesEachFormat();
    void aWebPageHasOneThemeOrTwo();
    void aWebPageShowsWhatIsShown();
    void everyControlIsNamed();
    void previewFollowsTheTheme();
    void legendAndFooterCanGo();
    void stateTellsTheSize();
    void smallTypeIsTold();
    void replacesOnlyWhenAskedTwice();
    void aFileThatCannotBeWrittenIsTold();
    void aBrokenThemeFileIsTold();
    void remembersTheLastChoices();
    void copiesAsImageAndSvg();
    void printsOnePage();
};

void TestExportDialog::writesEachFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("PNG") << QStringLiteral("PNG") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("SVG") << QStringLiteral("SVG") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("PDF") << QStringLiteral("PDF") << QStringLiteral("pdf") << QByteArray("%PDF");
    QTest::newRow("web page") << QStringLiteral("Web") << QStringLiteral("html")
                              << QByteArray("<!DOCTYPE html>");
}

void TestExportDialog::writesEachFormat()
{
    QFETCH(QString, format);
    QFETCH(QString, ending);
    QFETCH(QByteArray, start);
    ShownDialog shown;
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("figure")));
    shown.choose("exportFormat", format);
    const QString path = shown.folder.filePath(QStringLiteral("figure.") + ending);
    QCOMPARE(shown.control<QLineEdit>("exportFile")->text(), path);
    QSignalSpy exported(shown.dialog.get(), &ExportDialog::exported);
    shown.click("exportSave");
    QCOMPARE(exported.size(), 1);
    QCOMPARE(exported.first().first().toString(), path);
    QVERIFY(contentOf(path).startsWith(start));
    QVERIFY(!shown.dialog->isVisible());
}

void TestExportDialog::aWebPageHasOneThemeOrTwo()
{
    ShownDialog shown;
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("two")));
    shown.choose("exportFormat", QStringLiteral("Web"));
    QVERIFY(!shown.control<QComboBox>("exportTheme")->isEnabled());
    QVERIFY(!shown.control<QComboBox>("exportPreset")->isEnabled());
    shown.click("exportSave");
    QVERIFY(
        contentOf(shown.folder.filePath(QStringLiteral("two.html"))).contains("prefers-color-scheme:dark"));
    shown.show();
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("one")));
    shown.toggle("exportReadersTheme");
    shown.choose("exportTheme", QStringLiteral("Dark"));
    shown.click("exportSave");
    const QByteArray page = contentOf(shown.folder.filePath(QStringLiteral("one.html")));
    QVERIFY(page.contains("color-scheme:dark;"));
    QVERIFY(!page.contains("prefers-color-scheme:dark"));
}

void TestExportDialog::aWebPageShowsWhatIsShown()
{
    ShownDialog shown;
    graph::Filter filter;
    filter.focus = domain::FirmId(QStringLiteral("gamma"));
    filter.hops = 0;
    shown.open.session.setFilter(filter);
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("page")));
    shown.choose("exportFormat", QStringLiteral("Web"));
    shown.toggle("exportOnlyShown");
    shown.click("exportSave");
    const QByteArray page = contentOf(shown.folder.filePath(QStringLiteral("page.html")));
    QVERIFY(page.contains("id=\"firm-gamma\""));
    QVERIFY(!page.contains("Alpha")); // nor is what is hidden told of
}

void TestExportDialog::everyControlIsNamed()
{
    const ShownDialog shown;
    const char *names[] = {"exportFormat",      "exportPreset",      "exportTheme",     "exportThemeFile",
                           "exportSizing",      "exportSize",        "exportLegend",    "exportFooter",
                           "exportOutlines",    "exportTransparent", "exportOnlyShown", "exportFile",
                           "exportReadersTheme"};
    for (const char *name : names) {
        const auto *widget = shown.control<QWidget>(name);
        QVERIFY2(widget && !widget->accessibleName().isEmpty() && !widget->toolTip().isEmpty(), name);
    }
    QSet<QString> keys; // no two labels with one mnemonic
    for (const QLabel *label : shown.dialog->findChildren<QLabel *>()) {
        const qsizetype at = label->text().indexOf(u'&');
        if (!label->buddy() || at < 0)
            continue;
        const QString key = label->text().mid(at + 1, 1).toLower();
        QVERIFY2(!keys.contains(key), qPrintable(label->text()));
        keys.insert(key);
    }
    for (const auto *box : shown.dialog->findChildren<QCheckBox *>())
        QVERIFY2(box->text().contains(u'&'), qPrintable(box->text()));
}

void TestExportDialog::previewFollowsTheTheme()
{
    const ShownDialog shown;
    const auto corner = [&] {
        return shown.control<QLabel>("exportPreview")->pixmap().toImage().pixelColor(1, 1);
    };
    QTRY_VERIFY(!shown.control<QLabel>("exportPreview")->pixmap().isNull());
    QVERIFY(corner().lightness() > 200);
    shown.choose("exportTheme", QStringLiteral("Dark"));
    QVERIFY(corner().lightness() < 60);
}

void TestExportDialog::legendAndFooterCanGo()
{
    const ShownDialog shown;
    shown.choose("exportFormat", QStringLiteral("SVG"));
    shown.toggle("exportLegend");
    shown.toggle("exportFooter");
    shown.toggle("exportOutlines");
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("bare.svg")));
    shown.click("exportSave");
    const QByteArray svg = contentOf(shown.folder.filePath(QStringLiteral("bare.svg")));
    QVERIFY(svg.contains("class=\"firm\""));
    QVERIFY(!svg.contains("class=\"legend\"") && !svg.contains("As of"));
    QVERIFY(!svg.contains("<text"));
}

void TestExportDialog::stateTellsTheSize()
{
    const ShownDialog shown;
    shown.choose("exportSizing", QStringLiteral("Width"));
    auto *size = shown.control<QDoubleSpinBox>("exportSize");
    size->setFocus();
    size->selectAll();
    QTest::keyClicks(size, QStringLiteral("1234"));
    QTRY_VERIFY2(shown.state().startsWith(QStringLiteral("1234 × ")), qPrintable(shown.state()));
    shown.choose("exportFormat", QStringLiteral("PDF"));
    QVERIFY(shown.state().endsWith(QStringLiteral("mm")));
    QVERIFY(!size->isEnabled());
}

void TestExportDialog::smallTypeIsTold()
{
    const ShownDialog shown;
    shown.choose("exportPreset", QStringLiteral("Newspaper, 1"));
    QVERIFY2(shown.state().contains(QStringLiteral("points")), qPrintable(shown.state()));
}

void TestExportDialog::replacesOnlyWhenAskedTwice()
{
    const ShownDialog shown;
    const QString path = shown.folder.filePath(QStringLiteral("there.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    shown.type("exportFile", path);
    shown.click("exportSave");
    QCOMPARE(contentOf(path), QByteArray("old"));
    QVERIFY(shown.state().contains(QStringLiteral("exists already")));
    shown.click("exportSave");
    QVERIFY(contentOf(path).startsWith("\x89PNG"));
}

void TestExportDialog::aFileThatCannotBeWrittenIsTold()
{
    const ShownDialog shown;
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("no/such/folder.png")));
    shown.click("exportSave");
    QVERIFY(shown.dialog->isVisible());
    QVERIFY2(shown.state().contains(QStringLiteral("can't be written")), qPrintable(shown.state()));
}

void TestExportDialog::aBrokenThemeFileIsTold()
{
    const ShownDialog shown;
    const QString path = shown.folder.filePath(QStringLiteral("theme.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\n\"palette\": {\"text\": \"blue\"}}") > 0);
    file.close();
    shown.control<QLineEdit>("exportThemeFile")->setText(path);
    shown.choose("exportTheme", QStringLiteral("From"));
    QVERIFY2(shown.state().contains(QStringLiteral("theme.json:2:")), qPrintable(shown.state()));
    QVERIFY(!shown.control<QPushButton>("exportSave")->isEnabled());
}

void TestExportDialog::remembersTheLastChoices()
{
    ShownDialog shown;
    shown.choose("exportFormat", QStringLiteral("PDF"));
    shown.choose("exportPreset", QStringLiteral("Letter, p"));
    shown.toggle("exportLegend");
    shown.type("exportFile", shown.folder.filePath(QStringLiteral("a.pdf")));
    shown.click("exportSave");
    shown.show();
    QCOMPARE(shown.control<QComboBox>("exportFormat")->currentText(), QStringLiteral("PDF document"));
    QCOMPARE(shown.control<QComboBox>("exportPreset")->currentText(), QStringLiteral("Letter, portrait"));
    QVERIFY(!shown.control<QCheckBox>("exportLegend")->isChecked());
    QVERIFY(shown.control<QLineEdit>("exportFile")->text().startsWith(shown.folder.path()));
}

void TestExportDialog::copiesAsImageAndSvg()
{
    const ShownDialog shown;
    window::copyAsImage(shown.open.session);
    QVERIFY(QGuiApplication::clipboard()->image().width() > 400);
    window::copyAsSvg(shown.open.session);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).startsWith("<?xml"));
    QVERIFY(data->text().contains(QStringLiteral("</svg>")));
}

void TestExportDialog::printsOnePage()
{
    const ShownDialog shown;
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    const QString path = shown.folder.filePath(QStringLiteral("print.pdf"));
    printer.setOutputFileName(path);
    window::printOn(printer, shown.open.session);
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.startsWith("%PDF") && pdf.size() > 5000);
    QVERIFY(pdf.contains("/Count 1"));
}

ENTENTE_TEST(TestExportDialog, QApplication)

} // namespace tst_exportdialog

#include "tst_exportdialog.moc"
