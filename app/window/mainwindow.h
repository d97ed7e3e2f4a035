#pragma once

#include "session/session.h"
#include "window/actions.h"
#include "window/settingsdialog.h"
#include "window/styling.h"

#include <QMainWindow>

namespace entente::window {

class AsOfField;
class Canvas;
class DataActions;
class EditActions;
class ImportActions;
class InspectorPanel;
class OutlinePanel;
class RecentFiles;
class ScenarioSwitcher;
class StatusLine;
class UnsavedGuard;

// The window: canvas in the middle, outline left, inspector right, problems below. It wires panels to the
// session and holds nothing itself.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(session::Session &session, Styling &styling, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    void openFile(const QString &path); // after asking what is to become of unsaved changes
    void offerRecovery();               // of what a crash has left

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePanels();
    void addQuestions();
    QDockWidget *addPanel(QWidget *panel, const QString &name, const QString &title, Qt::DockWidgetArea area);
    QAction *makePanelAction(QDockWidget *dock, int number);
    QAction *panelAction(const char *dock) const;
    QWidget *makeCentre();
    void makeMenus();
    void makeToolBar();
    void connectActions();
    void connectFiles();
    void connectCanvas();
    void connectSession();
    void restoreState();
    void refresh();
    void applySettings(const Settings &settings);
    void showProblems();
    void showExport();
    void showSettings();
    void showInfo(QDialog *dialog);

    session::Session &m_session;
    Styling &m_styling;
    Actions m_actions;
    Settings m_settings;
    Canvas *m_canvas;
    OutlinePanel *m_outline;
    InspectorPanel *m_inspector;
    AsOfField *m_asOf;
    ScenarioSwitcher *m_switcher;
    RecentFiles *m_recent;
    StatusLine *m_status = nullptr;
    UnsavedGuard *m_guard;
    EditActions *m_edits;
    ImportActions *m_imports;
    DataActions *m_data;
    QDockWidget *m_problemsDock = nullptr;
    QList<QAction *> m_panelActions;
    bool m_isLeaving = false; // what is unsaved was asked about
};

} // namespace entente::window
