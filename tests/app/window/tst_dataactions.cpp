#include "app/session/sessionfixture.h"
#include "app/window/controls.h"
#include "app/window/windowfixture.h"
#include "support/registration.h"
#include "window/mappingdialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>

namespace tst_dataactions {

using namespace entente;
using namespace entente::window;

// Tables and other data in and out of the real window.
class TestDataActions : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_dataactions"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        showWindow();
    }
    void cleanup() { closeWindow(); }
    void everyControlSaysWhatItIs();
    void aClearTableOpensAtOnce();
    void anUnclearTableIsAskedAbout();
    void importAsksAlways();
    void aTableIsPasted();
    void nothingToPasteIsSaid();
    void aTableIsNotSavedOver();
    void otherAttributesAreShown();
    void lossesAreToldBeforeWriting();

private:
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }
    bool hasOpened(const char *title) const
    {
        return QTest::qWaitFor(
            [this, title] {
                return !m_session->isBusy() && m_session->scenario().title == QString::fromLatin1(title);
            },
            30'000);
    }
    // Chooses a file in the dialog that the action opens.
    void chooseIn(const char *dialogName, const QString &path) const
    {
        auto *dialog = find<QFileDialog>(dialogName);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray clearTable = "Buyer,Seller,Amount,Team\nAcme,Globex,$5m,Infra\nGlobex,Initech,,Ventures\n";
const QByteArray unclearTable = "Alpha side,Beta side\nAcme,Globex\nGlobex,\n";

} // namespace

void TestDataActions::everyControlSaysWhatItIs()
{
    const MappingDialog dialog(clearTable, QStringLiteral("a.csv"), {}, nullptr);
    const QStringList poor = test::poorControls(dialog);
    QVERIFY2(poor.isEmpty(), qPrintable(poor.join(u'\n')));
    for (const char *name : {"meaning1", "meaning2"}) {
        const auto *box = dialog.findChild<QComboBox *>(QString::fromLatin1(name));
        QVERIFY(box && !box->accessibleName().isEmpty() && !box->toolTip().isEmpty());
    }
}

void TestDataActions::aClearTableOpensAtOnce()
{
    m_window->openFile(write("deals.csv", clearTable));
    QVERIFY(hasOpened("deals"));
    QVERIFY(!find<QDialog>("mappingDialog"));
    QCOMPARE(m_session->scenario().agreements.size(), 2);
}

void TestDataActions::anUnclearTableIsAskedAbout()
{
    const QString path = write("sides.csv", unclearTable);
    m_window->openFile(path);
    auto *dialog = find<MappingDialog>("mappingDialog");
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("mappingOpen"))->isEnabled());
    for (const auto &[name, word] : {std::pair("meaning1", "customer"), std::pair("meaning2", "supplier")}) {
        auto *box = dialog->findChild<QComboBox *>(QString::fromLatin1(name));
        box->setCurrentIndex(box->findData(QString::fromLatin1(word)));
    }
    QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("mappingPreview"))->item(0)->text(),
             QStringLiteral("Acme – Globex: Acme (customer), Globex (supplier)"));
    dialog->findChild<QPushButton *>(QStringLiteral("mappingOpen"))->click();
    QVERIFY(hasOpened("sides"));
    QCOMPARE(m_session->scenario().agreements[0].parties[0].role, QStringLiteral("customer"));
    QCOMPARE(m_session->problems().warningCount(), 1); // the row without a seller

    QTRY_VERIFY(!find<QDialog>("mappingDialog")); // the choices are remembered
    m_window->openFile(write("again.csv", unclearTable));
    QVERIFY(hasOpened("again"));
    QVERIFY(!find<QDialog>("mappingDialog"));
}

void TestDataActions::importAsksAlways()
{
    const QString path = write("deals.csv", clearTable);
    trigger("openTable");
    chooseIn("openFileDialog", path);
    auto *dialog = find<MappingDialog>("mappingDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("meaning1"))->currentData().toString(),
             QStringLiteral("source"));
    dialog->findChild<QCheckBox *>(QStringLiteral("hasHeader"))->click();
    QCOMPARE(dialog->mapping().left(12), QStringLiteral("keep=1,keep="));
    dialog->findChild<QPushButton *>(QStringLiteral("mappingCancel"))->click();
    QVERIFY(!m_session->isOpen());
}

void TestDataActions::aTableIsPasted()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("from\tto\tkind\nAcme\tGlobex\tloan\n"));
    trigger("pasteTable");
    QVERIFY(hasOpened("Pasted table"));
    QCOMPARE(m_session->scenario().agreements[0].kind, QStringLiteral("loan"));
    QVERIFY(m_session->isModified());
    QVERIFY(!m_session->hasOwnFile());
}

void TestDataActions::nothingToPasteIsSaid()
{
    QGuiApplication::clipboard()->clear();
    trigger("pasteTable");
    auto *box = find<QMessageBox>("nothingToPaste");
    QVERIFY(box);
    box->close();
}

void TestDataActions::aTableIsNotSavedOver()
{
    const QString path = write("deals.csv", clearTable);
    m_window->openFile(path);
    QVERIFY(hasOpened("deals"));
    session::Edit edit;
    edit.text = QStringLiteral("Rename");
    edit.changes = {
        document::Change::set(QStringLiteral("/title"), document::Value::string(QStringLiteral("Mine")))};
    QVERIFY(!m_session->apply(edit).hasErrors());
    QVERIFY(!m_session->hasOwnFile());
    QVERIFY(m_session->save().hasErrors());
    trigger("save");
    const QString scenario = m_folder->filePath(QStringLiteral("mine.entente.json"));
    chooseIn("saveFileDialog", scenario);
    QVERIFY(hasOpened("Mine"));
    QVERIFY(m_session->hasOwnFile());
    QCOMPARE(m_session->path(), scenario);
    QFile table(path);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll(), clearTable);
}

void TestDataActions::otherAttributesAreShown()
{
    m_window->openFile(write("deals.csv", clearTable));
    QVERIFY(hasOpened("deals"));
    m_session->select(domain::ThingRef::of(m_session->scenario().agreements[0].id));
    const QString text = find<QTextBrowser>("inspector")->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("Other attributes"), Qt::CaseInsensitive), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Infra")));
}

void TestDataActions::lossesAreToldBeforeWriting()
{
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
    trigger("exportData");
    auto *dialog = find<QFileDialog>("exportDataDialog");
    QVERIFY(dialog);
    dialog->selectNameFilter(QStringLiteral("Table (CSV) (*.csv)"));
    const QString path = m_folder->filePath(QStringLiteral("out.csv"));
    chooseIn("exportDataDialog", path);
    auto *losses = find<QMessageBox>("lossesDialog");
    QVERIFY(losses);
    QVERIFY(losses->informativeText().contains(QStringLiteral("CSV can't hold 7 clauses")));
    QVERIFY(!QFile::exists(path));
    losses->findChild<QPushButton *>(QStringLiteral("writeWithLosses"))->click();
    QTRY_VERIFY(QFile::exists(path));
}

ENTENTE_TEST(TestDataActions, QApplication)

} // namespace tst_dataactions

#include "tst_dataactions.moc"
