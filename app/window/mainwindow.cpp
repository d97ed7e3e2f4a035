#include "window/mainwindow.h"

#include "window/asoffield.h"
#include "window/canvas.h"
#include "window/dataactions.h"
#include "window/editactions.h"
#include "window/exportdialog.h"
#include "window/figureactions.h"
#include "window/importactions.h"
#include "window/infowindows.h"
#include "window/inspectorpanel.h"
#include "window/outlinepanel.h"
#include "window/panes.h"
#include "window/recentfiles.h"
#include "window/reportexport.h"
#include "window/scenarioswitcher.h"
#include "window/statusline.h"
#include "window/unsavedguard.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

namespace entente::window {

namespace {

constexpr int stateVersion = 1; // of what restoreState() understands
const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");

} // namespace

MainWindow::MainWindow(session::Session &session, Styling &styling, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_styling(styling)
    , m_actions(this)
    , m_canvas(new Canvas(session, this))
    , m_outline(new OutlinePanel(session, this))
    , m_inspector(new InspectorPanel(session, this))
    , m_asOf(new AsOfField(session, this))
    , m_switcher(new ScenarioSwitcher(session, this))
    , m_recent(new RecentFiles(this))
    , m_guard(new UnsavedGuard(session, this))
    , m_edits(new EditActions(session, m_actions, this))
    , m_imports(new ImportActions(session, m_actions, this))
    , m_data(new DataActions(session, m_actions, *m_guard, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AllowTabbedDocks);
    qApp->installEventFilter(this);
    makePanels();
    makeMenus();
    makeToolBar();
    connectActions();
    connectFiles();
    connectCanvas();
    connectSession();
    applySettings(loadSettings());
    restoreState();
    refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    const auto on = [this](Do what, auto &&run) { connect(m_actions[what], &QAction::triggered, this, run); };
    on(Do::Export, [this] { showExport(); });
    on(Do::ExportReport, [this] {
        askForReport(m_session, this, [this](const QString &path) {
            m_status->say(QStringLiteral("Exported to %1").arg(path));
        });
    });
    on(Do::CopyImage, [this] { copyAsImage(m_session); });
    on(Do::CopySvg, [this] { copyAsSvg(m_session); });
    on(Do::Print, [this] { printFigure(m_session, this); });
    on(Do::Settings, [this] { showSettings(); });
    on(Do::Quit, [this] { close(); });
    on(Do::Undo, [this] { m_session.undoStack().undo(); });
    on(Do::Redo, [this] { m_session.undoStack().redo(); });
    on(Do::Find, [this] { m_outline->focusSearch(); });
    on(Do::EditDate, [this] {
        m_asOf->setFocus(Qt::ShortcutFocusReason);
        m_asOf->selectAll();
    });
    on(Do::NextScenario, [this] { m_switcher->next(); });
    on(Do::PreviousScenario, [this] { m_switcher->previous(); });
    on(Do::Back, [this] { m_inspector->back(); });
    on(Do::Forward, [this] { m_inspector->forward(); });
    on(Do::NextPane, [this] { focusPane(*this, 1); });
    on(Do::PreviousPane, [this] { focusPane(*this, -1); });
    on(Do::ClearSelection, [this] { m_session.clearSelection(); });
    on(Do::Arrange, [this] { m_session.arrange(); });
    on(Do::ShowEverything, [this] { m_session.setFilter({}); });
    on(Do::Guide, [this] { showInfo(new GuideWindow(this)); });
    on(Do::About, [this] { showInfo(new AboutDialog(this)); });
    on(Do::ToggleTheme, [this](bool dark) {
        Settings settings = m_settings;
        settings.theme = dark ? Styling::Choice::Dark : Styling::Choice::Light;
        applySettings(settings);
    });
}

void MainWindow::connectFiles()
{
    const auto on = [this](Do what, auto &&run) { connect(m_actions[what], &QAction::triggered, this, run); };
    on(Do::New, [this] { m_guard->before([this] { m_session.newScenario(); }); });
    on(Do::Reload, [this] { m_guard->before([this] { m_session.reload(); }); });
    on(Do::Save, [this] { m_guard->save(); });
    on(Do::SaveAs, [this] { m_guard->saveAs(); });
    on(Do::SaveAlternate, [this] { m_guard->saveAlternate(); });
    connect(m_imports, &ImportActions::said, this, [this](const QString &told) { m_status->say(told); });
    connect(m_recent, &RecentFiles::chosen, this, &MainWindow::openFile);
    connect(m_data, &DataActions::told, this, [this](const QString &sentence) { m_status->say(sentence); });
    connect(m_switcher, &ScenarioSwitcher::chosen, this, [this](const QString &path) {
        m_guard->before([this, path] { m_session.switchTo(path); }, [this] { m_switcher->refill(); });
    });
    connect(m_canvas, &Canvas::menuOpening, m_edits, &EditActions::extendMenu);
    connect(m_inspector, &InspectorPanel::editRequested, m_edits, &EditActions::edit);
    connect(m_canvas, &Canvas::agreementRequested, m_edits,
            [this](const domain::FirmId &from, const domain::FirmId &to) {
                m_edits->addAgreement({from, to});
            });
}

void MainWindow::connectCanvas()
{
    const auto on = [this](Do what, void (Canvas::*run)()) {
        connect(m_actions[what], &QAction::triggered, m_canvas, run);
    };
    on(Do::Fit, &Canvas::fit);
    on(Do::ZoomIn, &Canvas::zoomIn);
    on(Do::ZoomOut, &Canvas::zoomOut);
    on(Do::ActualSize, &Canvas::zoomToActualSize);
    on(Do::ZoomToSelection, &Canvas::zoomToSelection);
    connect(m_actions[Do::ToggleLegend], &QAction::toggled, m_canvas, &Canvas::setLegendVisible);
    connect(m_canvas, &Canvas::copyImageRequested, m_actions[Do::CopyImage], &QAction::trigger);
    connect(m_inspector, &InspectorPanel::historyChanged, this, [this](bool back, bool forward) {
        m_actions[Do::Back]->setEnabled(back);
        m_actions[Do::Forward]->setEnabled(forward);
    });
    m_actions[Do::Back]->setEnabled(false);
    m_actions[Do::Forward]->setEnabled(false);
}

void MainWindow::connectSession()
{
    for (auto signal : {&session::Session::opened, &session::Session::pictureChanged,
                        &session::Session::selectionChanged, &session::Session::filterChanged})
        connect(&m_session, signal, this, &MainWindow::refresh);
    connect(&m_session, &session::Session::modifiedChanged, this, &MainWindow::refresh);
    connect(&m_session, &session::Session::opened, this, [this] {
        if (!m_session.path().isEmpty())
            m_recent->add(m_session.path());
    });
    connect(&m_session, &session::Session::problemsChanged, this, [this] {
        if (m_session.problems().isEmpty())
            m_problemsDock->hide();
        else if (m_session.problems().hasErrors())
            showProblems();
    });
    QUndoStack &undo = m_session.undoStack();
    connect(&undo, &QUndoStack::canUndoChanged, m_actions[Do::Undo], &QAction::setEnabled);
    connect(&undo, &QUndoStack::canRedoChanged, m_actions[Do::Redo], &QAction::setEnabled);
    m_actions[Do::Undo]->setEnabled(undo.canUndo());
    m_actions[Do::Redo]->setEnabled(undo.canRedo());
    connect(&m_styling, &Styling::changed, this, [this] { m_session.setTheme(m_styling.theme()); });
}

void MainWindow::restoreState()
{
    const QSettings stored;
    constexpr QSize comfortable(1680, 1050);
    constexpr QSize frame(0, 40); // that the desktop puts around it
    resize(comfortable.boundedTo(screen()->availableSize() - frame));
    restoreGeometry(stored.value(geometryKey).toByteArray()); // Qt keeps it on a screen that is there
    constexpr int narrow = 1400; // in a narrower window the picture needs the room more
    const QList<int> widths = width() < narrow ? QList{240, 290} : QList{260, 330};
    resizeDocks(findChildren<QDockWidget *>().mid(0, 2), widths, Qt::Horizontal);
    QMainWindow::restoreState(stored.value(stateKey).toByteArray(), stateVersion);
    m_problemsDock->setVisible(m_session.problems().hasErrors());
}

void MainWindow::showProblems()
{
    m_problemsDock->show();
    m_problemsDock->raise(); // above the tabs beside it
}

void MainWindow::refresh()
{
    const bool open = m_session.isOpen();
    m_edits->refresh();
    m_imports->refresh();
    m_actions[Do::Save]->setEnabled(open && (m_session.isModified() || m_session.path().isEmpty()));
    m_actions[Do::SaveAlternate]->setEnabled(open && !m_session.path().isEmpty());
    setWindowModified(m_session.isModified());
    for (Do what :
         {Do::SaveAs, Do::Reload, Do::Export, Do::ExportReport, Do::ExportData, Do::CopyImage, Do::CopySvg,
          Do::Print, Do::Fit, Do::ZoomIn, Do::ZoomOut, Do::ActualSize, Do::Arrange, Do::Find, Do::EditDate})
        m_actions[what]->setEnabled(open);
    const bool selected = open && !m_session.selection().isNone();
    m_actions[Do::ZoomToSelection]->setEnabled(selected);
    m_actions[Do::ClearSelection]->setEnabled(selected);
    m_actions[Do::ShowEverything]->setEnabled(open && !m_session.filter().isEmpty());
    if (!open)
        return;
    const QString mark = m_session.scenario().hypothetical ? QStringLiteral(" (hypothetical)") : QString();
    setWindowTitle(m_session.scenario().title + mark + QStringLiteral("[*]"));
    setWindowFilePath(m_session.path().startsWith(u':') ? QString() : m_session.path());
}

void MainWindow::applySettings(const Settings &settings)
{
    m_settings = settings;
    saveSettings(settings);
    m_styling.choose(settings.theme);
    m_session.setTheme(m_styling.theme());
    m_actions[Do::ToggleTheme]->setChecked(m_styling.isDark());
    const bool system = style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0;
    m_canvas->setMotionEnabled(settings.motion == Motion::System ? system : settings.motion == Motion::On);
}

void MainWindow::openFile(const QString &path)
{
    m_data->open(path);
}

void MainWindow::offerRecovery()
{
    m_guard->offerRecovery();
}

void MainWindow::showExport()
{
    ExportDialog dialog(m_session, this);
    connect(&dialog, &ExportDialog::exported, m_status,
            [this](const QString &path) { m_status->say(QStringLiteral("Exported to %1").arg(path)); });
    dialog.exec();
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_settings, this);
    connect(&dialog, &SettingsDialog::changed, this, [this, &dialog] { applySettings(dialog.settings()); });
    dialog.exec();
}

void MainWindow::showInfo(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session.isModified() && !m_isLeaving) {
        event->ignore();
        m_guard->before([this] {
            m_isLeaving = true;
            close();
        });
        return;
    }
    QSettings stored;
    stored.setValue(geometryKey, saveGeometry());
    stored.setValue(stateKey, saveState(stateVersion));
    m_session.saveView();
    QMainWindow::closeEvent(event);
}

// Text fields take Ctrl+E and Ctrl+D for themselves on some desktops: here they are the window's everywhere.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget =
        event->type() == QEvent::ShortcutOverride ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && widget->window() == this) {
        const QKeySequence keys(static_cast<QKeyEvent *>(event)->keyCombination());
        if (keys == m_actions[Do::Export]->shortcut() || keys == m_actions[Do::EditDate]->shortcut()) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().first().toLocalFile();
    if (event->modifiers().testFlag(Qt::ControlModifier) && m_session.isOpen())
        m_imports->importFile(path);
    else
        openFile(path);
    event->acceptProposedAction();
}

} // namespace entente::window
