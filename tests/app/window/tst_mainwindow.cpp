#include "app/window/windowfixture.h"
#include "support/registration.h"
#include "window/problemspanel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QToolBar>
#include <QTreeView>
#include <QTreeWidget>

namespace tst_mainwindow {

using namespace entente;
using namespace entente::window;

// The real window, used as a hand would use it.
class TestMainWindow : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_mainwindow"); }
    void init()
    {
        showWindow();
        open(session::bundledScenario());
    }
    void cleanup() { closeWindow(); }
    void showsTheDisputeAtOnce();
    void countsLeadToConflicts();
    void panelsBehindATabComeForward();
    void closingChangesTakesTheirMarksOff();
    void readsAClauseByAClick();
    void everyControlSaysWhatItIs();
    void shortcutsDontCollide();
    void switchesToAnAlternateAndSaysWhatChanged();
    void fadesAtAnotherDateAndMovesNothing();
    void refusesWhatIsNoDate();
    void searchesAsYouType();
    void outlineAndSessionShareTheSelection();
    void searchingLeavesTheSelectionMarked();
    void goesBackToWhatWasSelected();
    void brokenFileShowsItsProblemsAndKeepsThePicture();
    void clickOnAProblemShowsItsLine();
    void textOfProblemsIsReadWhereItIsSeen();
    void exportOpensFromATextFieldToo();
    void escapeInTheOutlineClearsTheSelection();
    void togglesDark();
};

void TestMainWindow::showsTheDisputeAtOnce()
{
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("OpenAI")));
    QCOMPARE(find<QPushButton>("statusConflicts")->text(), QStringLiteral("1 possible conflict"));
    QVERIFY(find<QTextBrowser>("inspector")
                ->toPlainText()
                .contains(QStringLiteral("API routing clause may conflict with SRE development")));
    QVERIFY(!find<QDockWidget>("problemsDock")->isVisible());
}

void TestMainWindow::countsLeadToConflicts()
{
    auto *dock = find<QDockWidget>("conflictsDock");
    QVERIFY(!dock->isVisible());
    QTest::mouseClick(find<QPushButton>("statusConflicts"), Qt::LeftButton);
    QTRY_VERIFY(dock->isVisible());
    auto *bar = find<QToolBar>("toolBar");
    for (const char *name : {"conflictsDock", "changesDock", "circlesDock", "flowsDock"})
        QVERIFY2(bar->actions().contains(find<QAction>(QByteArray(name) + "Toggle")), name);
}

void TestMainWindow::panelsBehindATabComeForward()
{
    trigger("flowsDockToggle");
    QTRY_VERIFY(find<QAction>("flowsDockToggle")->isChecked());
    trigger("conflictsDockToggle");
    QTRY_VERIFY(find<QAction>("conflictsDockToggle")->isChecked());
    QTRY_VERIFY(!find<QAction>("flowsDockToggle")->isChecked());
    trigger("flowsDockToggle");
    QTRY_VERIFY(find<QAction>("flowsDockToggle")->isChecked());
    QVERIFY(!find<QDockWidget>("flowsDock")->isHidden());
    trigger("flowsDockToggle");
    QTRY_VERIFY(find<QDockWidget>("flowsDock")->isHidden());
}

void TestMainWindow::closingChangesTakesTheirMarksOff()
{
    open(QStringLiteral(":/entente/scenarios/settlement.entente.json"));
    trigger("changesDockToggle");
    QTRY_VERIFY(!m_session->comparedWith().isEmpty());
    trigger("conflictsDockToggle"); // covers it
    QTRY_VERIFY(find<QAction>("conflictsDockToggle")->isChecked());
    QVERIFY(!m_session->comparedWith().isEmpty());
    trigger("changesDockToggle"); // comes forward
    QTRY_VERIFY(find<QAction>("changesDockToggle")->isChecked());
    trigger("changesDockToggle"); // closes it
    QTRY_VERIFY(m_session->comparedWith().isEmpty());
    trigger("changesDockToggle");
    QTRY_VERIFY(!m_session->comparedWith().isEmpty()); // offered again
}

void TestMainWindow::readsAClauseByAClick()
{
    click(picture::Role::Agreement, "api-routing");
    const QString text = find<QTextBrowser>("inspector")->toPlainText();
    for (const char *part :
         {"API routing clause", "Obligor", "Obligee", "only through Azure", "May conflict with",
          "Microsoft affirms", "OpenAI denies", "we will sue them", "since October 2025"})
        QVERIFY2(text.contains(QString::fromUtf8(part), Qt::CaseInsensitive), part);
}

void TestMainWindow::everyControlSaysWhatItIs()
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->isSeparator() || action->menu() || action->objectName().isEmpty() ||
            action->objectName().startsWith(u'_'))
            continue;
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
    }
    for (const char *name : {"canvas", "outlineTree", "outlineSearch", "inspector", "asOfField",
                             "scenarioSwitcher", "statusProblems", "cancel", "problemList", "problemText"}) {
        auto *widget = find<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
        QVERIFY2(qstrcmp(name, "canvas") == 0 || !widget->toolTip().isEmpty(), name);
    }
}

void TestMainWindow::shortcutsDontCollide()
{
    QHash<QString, QString> taken;
    for (QAction *action : m_window->actions()) {
        const QString keys = action->shortcut().toString();
        QVERIFY2(!keys.isEmpty() || action->isSeparator(), qPrintable(action->objectName()));
        QVERIFY2(!taken.contains(keys),
                 qPrintable(keys + u' ' + action->objectName() + u' ' + taken.value(keys)));
        taken.insert(keys, action->objectName());
    }
}

void TestMainWindow::switchesToAnAlternateAndSaysWhatChanged()
{
    const session::Places before = session::placesOf(m_session->composition());
    auto *switcher = find<QComboBox>("scenarioSwitcher");
    QCOMPARE(switcher->count(), 5);
    QSignalSpy opened(m_session.get(), &session::Session::opened);
    const int settlement = switcher->findText(QStringLiteral("settle"), Qt::MatchContains);
    QVERIFY(settlement >= 0);
    QVERIFY(switcher->itemText(settlement).contains(QStringLiteral("hypothetical")));
    QTest::mouseClick(switcher, Qt::LeftButton);
    QTRY_VERIFY(switcher->view()->isVisible());
    QTest::keyClick(switcher->view(), Qt::Key_Home);
    for (int row = 0; row < settlement; ++row)
        QTest::keyClick(switcher->view(), Qt::Key_Down);
    QCOMPARE(switcher->view()->currentIndex().row(), settlement);
    QTest::keyClick(switcher->view(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("hypothetical")));
    QVERIFY(find<QLabel>("statusMessage")->text().contains(QStringLiteral("1 agreement added")));
    QCOMPARE(find<QPushButton>("statusConflicts")->text(), QStringLiteral("No conflict found"));
    const session::Places after = session::placesOf(m_session->composition());
    for (auto place = after.begin(); place != after.end(); ++place) {
        if (before.contains(place.key()))
            QCOMPARE(place.value(), before.value(place.key()));
    }
}

void TestMainWindow::fadesAtAnotherDateAndMovesNothing()
{
    const session::Places before = session::placesOf(m_session->composition());
    trigger("editDate");
    auto *field = find<QLineEdit>("asOfField");
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("2020"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_session->asOf().toText(), QStringLiteral("2020"));
    QCOMPARE(find<QPushButton>("statusConflicts")->text(), QStringLiteral("No conflict found"));
    QVERIFY(session::placesOf(m_session->composition()) == before);
}

void TestMainWindow::refusesWhatIsNoDate()
{
    auto *field = find<QLineEdit>("asOfField");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("2025-13"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->toolTip().contains(QStringLiteral("no date")));
    QCOMPARE(m_session->asOf().toText(), QStringLiteral("2026-03"));
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QStringLiteral("2026-03"));
    QVERIFY(!field->toolTip().contains(QStringLiteral("no date")));
}

void TestMainWindow::searchesAsYouType()
{
    trigger("find");
    auto *search = find<QLineEdit>("outlineSearch");
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("bedrock"));
    auto *tree = find<QTreeView>("outlineTree");
    const QModelIndex section = tree->model()->index(0, 0);
    QVERIFY(section.data().toString().contains(QStringLiteral("Firms")));
    QCOMPARE(tree->model()->rowCount(section), 1); // Amazon, that Bedrock lies under
    search->clear();
    QCOMPARE(tree->model()->rowCount(), 7);
    QTest::keyClicks(search, QStringLiteral("api call"));
    QCOMPARE(tree->model()->index(tree->model()->rowCount() - 1, 0).data().toString(),
             QStringLiteral("Defined terms · 5"));
    search->clear();
}

void TestMainWindow::outlineAndSessionShareTheSelection()
{
    auto *tree = find<QTreeView>("outlineTree");
    const domain::ThingRef openai = domain::ThingRef::of(domain::FirmId(QStringLiteral("openai")));
    m_session->select(openai);
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("OpenAI"));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Down);
    QVERIFY(m_session->selection() != openai);
    QVERIFY(
        find<QTextBrowser>("inspector")->toPlainText().startsWith(tree->currentIndex().data().toString()));
}

void TestMainWindow::searchingLeavesTheSelectionMarked()
{
    auto *tree = find<QTreeView>("outlineTree");
    auto *search = find<QLineEdit>("outlineSearch");
    m_session->select(domain::ThingRef::of(domain::AgreementId(QStringLiteral("api-routing"))));
    const QString marked = tree->currentIndex().data().toString();
    QCOMPARE(marked, QStringLiteral("API routing clause"));
    QTest::keyClicks(search, QStringLiteral("bedrock"));
    search->clear();
    QCOMPARE(tree->currentIndex().data().toString(), marked);
    QVERIFY(tree->selectionModel()->isSelected(tree->currentIndex()));
}

void TestMainWindow::goesBackToWhatWasSelected()
{
    const domain::ThingRef first = domain::ThingRef::of(domain::FirmId(QStringLiteral("openai")));
    const domain::ThingRef second = domain::ThingRef::of(domain::AgreementId(QStringLiteral("api-routing")));
    click(picture::Role::Firm, "openai");
    QCOMPARE(m_session->selection().toString(), first.toString());
    click(picture::Role::Agreement, "api-routing");
    QVERIFY(m_session->selection() == second);
    QTest::keySequence(m_window.get(), find<QAction>("back")->shortcut());
    QVERIFY(m_session->selection() == first);
    QTest::keySequence(m_window.get(), find<QAction>("forward")->shortcut());
    QVERIFY(m_session->selection() == second);
}

void TestMainWindow::brokenFileShowsItsProblemsAndKeepsThePicture()
{
    trigger("conflictsDockToggle"); // the problems' tab is to come before it
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.entente.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"format\": \"entente-scenario\",\n  \"version\": \"1.0\",\n  \"titel\": 3\n}\n");
    file.close();
    const QString title = m_window->windowTitle();
    QSignalSpy failed(m_session.get(), &session::Session::openFailed);
    m_window->openFile(file.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    QTRY_VERIFY(find<QAction>("problemsDockToggle")->isChecked());
    QVERIFY(find<QTreeWidget>("problemList")->topLevelItemCount() >= 2);
    QCOMPARE(m_window->windowTitle(), title);
    QCOMPARE(m_session->scenario().firms.size(), 12);
}

void TestMainWindow::clickOnAProblemShowsItsLine()
{
    brokenFileShowsItsProblemsAndKeepsThePicture();
    auto *list = find<QTreeWidget>("problemList");
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        if (list->topLevelItem(i)->text(0).contains(QStringLiteral("titel")))
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualItemRect(list->topLevelItem(i)).center());
    }
    auto *text = m_window->findChild<QPlainTextEdit *>(QStringLiteral("problemText"));
    QVERIFY(text->toPlainText().contains(QStringLiteral("titel")));
    QCOMPARE(text->textCursor().blockNumber(), 3);
}

// A large file takes a second to show.
void TestMainWindow::textOfProblemsIsReadWhereItIsSeen()
{
    brokenFileShowsItsProblemsAndKeepsThePicture();
    ProblemsPanel panel(*m_session);
    auto *text = panel.findChild<QPlainTextEdit *>();
    QVERIFY(panel.findChild<QTreeWidget *>()->topLevelItemCount() >= 2);
    QVERIFY(text->toPlainText().isEmpty());
    panel.show();
    QVERIFY(!text->toPlainText().isEmpty());
}

void TestMainWindow::exportOpensFromATextFieldToo()
{
    auto *field = find<QLineEdit>("asOfField");
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    bool isShown = false;
    QTimer::singleShot(0, this, [&isShown] {
        QWidget *dialog = QApplication::activeModalWidget();
        isShown = dialog && dialog->objectName() == QLatin1String("exportDialog");
        if (dialog)
            dialog->close();
    });
    QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(isShown);
}

void TestMainWindow::escapeInTheOutlineClearsTheSelection()
{
    auto *tree = find<QTreeView>("outlineTree");
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("openai"))));
    tree->setFocus();
    QTRY_VERIFY(tree->hasFocus());
    QTest::keyClick(tree, Qt::Key_Escape);
    QVERIFY(m_session->selection().isNone());
}

void TestMainWindow::togglesDark()
{
    const bool before = m_styling->isDark();
    trigger("toggleTheme");
    QCOMPARE(m_styling->isDark(), !before);
    QCOMPARE(m_session->theme().dark, !before);
    trigger("toggleTheme");
    QCOMPARE(m_styling->isDark(), before);
}

ENTENTE_TEST(TestMainWindow, QApplication)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
