#include "app/session/sessionfixture.h"
#include "painting/fontmeasure.h"
#include "support/registration.h"
#include "window/mainwindow.h"
#include "window/reportexport.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace tst_reportexport {

using namespace entente;

// File > Export report: the form follows the name, and what goes wrong is told.
class TestReportExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesTheFormOfTheEnding_data();
    void writesTheFormOfTheEnding();
    void followsTheDate();
    void keepsTheOldFileWhereItCannotWrite();
    void menuAsksForAFile();

private:
    QTemporaryDir m_folder;
};

namespace {

QByteArray writtenTo(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestReportExport::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(QStringLiteral("entente-tests"));
    QApplication::setApplicationName(QStringLiteral("tst_reportexport"));
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QSettings().clear();
    painting::loadFonts();
}

void TestReportExport::writesTheFormOfTheEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("Markdown") << "report.md" << QByteArray("# Base\n");
    QTest::newRow("workbook") << "report.XLSX" << QByteArray("PK");
    QTest::newRow("no form of ours") << "report.docx" << QByteArray();
    QTest::newRow("no ending") << "report" << QByteArray();
}

void TestReportExport::writesTheFormOfTheEnding()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, start);
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const QString path = m_folder.filePath(name);
    const ProblemList problems = window::writeReport(open.session, path);
    QCOMPARE(problems.hasErrors(), start.isEmpty());
    QCOMPARE(QFile::exists(path), !start.isEmpty());
    QVERIFY(writtenTo(path).startsWith(start));
}

void TestReportExport::followsTheDate()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const QString path = m_folder.filePath(QStringLiteral("dated.md"));
    QVERIFY(!window::writeReport(open.session, path).hasErrors());
    QVERIFY(writtenTo(path).contains("no: it holds 2021 – 2024"));
    open.session.setAsOf({domain::EventDate::parse(u"2022")});
    QVERIFY(!window::writeReport(open.session, path).hasErrors());
    QVERIFY(writtenTo(path).contains("As of 2022."));
    QVERIFY(!writtenTo(path).contains("no: it holds 2021 – 2024"));
}

void TestReportExport::keepsTheOldFileWhereItCannotWrite()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const ProblemList problems =
        window::writeReport(open.session, m_folder.filePath(QStringLiteral("no/such/folder.md")));
    QVERIFY(problems.hasErrors());
    QVERIFY(problems.all().first().message.contains(QStringLiteral("can't be written")));
}

void TestReportExport::menuAsksForAFile()
{
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    window::Styling styling;
    session::Session session(*measure);
    window::MainWindow window(session, styling);
    window.show();
    session.open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(session.isOpen() && !session.isBusy(), 30'000);
    window.findChild<QAction *>(QStringLiteral("exportReport"))->trigger();
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("reportDialog"));
    QVERIFY(dialog);
    dialog->setDirectory(m_folder.path());
    dialog->selectFile(QStringLiteral("asked")); // the ending is the chosen form's
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(writtenTo(m_folder.filePath(QStringLiteral("asked.md"))).startsWith("# Who may run"));
}

ENTENTE_TEST(TestReportExport, QApplication)

} // namespace tst_reportexport

#include "tst_reportexport.moc"
