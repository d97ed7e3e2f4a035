#include "window/canvas.h"
#include "window/changespanel.h"
#include "window/circlespanel.h"
#include "window/conflictspanel.h"
#include "window/flowspanel.h"
#include "window/inspectorpanel.h"
#include "window/mainwindow.h"
#include "window/matrixpanel.h"
#include "window/outlinepanel.h"
#include "window/pathspanel.h"
#include "window/problemspanel.h"
#include "window/questionpanel.h"
#include "window/statusline.h"
#include "window/timelinepanel.h"

#include <QDockWidget>
#include <QVBoxLayout>

// The window's panels: what stands where, and the keys that show it.
namespace entente::window {

void MainWindow::makePanels()
{
    m_canvas->setObjectName(QStringLiteral("canvas"));
    setCentralWidget(makeCentre());
    addPanel(m_outline, QStringLiteral("outlineDock"), QStringLiteral("Outline"), Qt::LeftDockWidgetArea);
    addPanel(m_inspector, QStringLiteral("inspectorDock"), QStringLiteral("Inspector"),
             Qt::RightDockWidgetArea);
    m_problemsDock = addPanel(new ProblemsPanel(m_session, this), QStringLiteral("problemsDock"),
                              QStringLiteral("Problems"), Qt::BottomDockWidgetArea);
    m_problemsDock->hide();
    addQuestions();
    m_status = new StatusLine(m_session, this);
    setStatusBar(m_status);
    connect(m_canvas, &Canvas::zoomChanged, m_status, &StatusLine::showZoom);
    connect(m_status, &StatusLine::problemsRequested, panelAction("problemsDock"), &QAction::trigger);
    connect(m_status, &StatusLine::conflictsRequested, panelAction("conflictsDock"), &QAction::trigger);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

// The canvas above the timeline.
QWidget *MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_canvas, 1);
    auto *timeline = new TimelinePanel(m_session, centre);
    layout->addWidget(timeline);
    connect(m_actions[Do::ToggleTimeline], &QAction::toggled, timeline, &QWidget::setVisible);
    centre->setFocusProxy(m_canvas);
    return centre;
}

// Tabs beside the problems, out of sight until they are asked for.
void MainWindow::addQuestions()
{
    const auto add = [this](QuestionPanel *panel, const char *name, const char *title) {
        QDockWidget *dock =
            addPanel(panel, QString::fromLatin1(name), QString::fromLatin1(title), Qt::BottomDockWidgetArea);
        tabifyDockWidget(m_problemsDock, dock);
        dock->hide();
        connect(dock, &QDockWidget::visibilityChanged, panel, &QuestionPanel::setSeen);
        return dock;
    };
    add(new CirclesPanel(m_session, this), "circlesDock", "Circular deals");
    add(new FlowsPanel(m_session, this), "flowsDock", "Flows");
    add(new PathsPanel(m_session, this), "pathsDock", "Paths");
    add(new MatrixPanel(m_session, this), "matrixDock", "Clause matrix");
    add(new ConflictsPanel(m_session, this), "conflictsDock", "Conflicts");
    auto *changes = new ChangesPanel(m_session, this);
    const QDockWidget *dock = add(changes, "changesDock", "Changes");
    connect(dock->toggleViewAction(), &QAction::toggled, changes, [this, changes](bool shown) {
        if (!shown && isVisible()) // closed, not covered by another tab or gone with the window
            changes->stopComparing();
    });
}

QDockWidget *MainWindow::addPanel(QWidget *panel, const QString &name, const QString &title,
                                  Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    m_panelActions.append(makePanelAction(dock, int(m_panelActions.size()) + 1));
    return dock;
}

// Shows and hides the panel. Unlike the dock's own action it counts a panel behind another tab as hidden.
QAction *MainWindow::makePanelAction(QDockWidget *dock, int number)
{
    auto *action = new QAction(dock->windowTitle(), this);
    action->setObjectName(dock->objectName() + QStringLiteral("Toggle"));
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    action->setToolTip(QStringLiteral("Show or hide the panel “%1” (%2)")
                           .arg(dock->windowTitle(), action->shortcut().toString()));
    connect(dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    connect(action, &QAction::triggered, dock, [dock](bool shown) {
        dock->setVisible(shown);
        if (!shown)
            return;
        dock->raise();
        dock->widget()->setFocus(Qt::ShortcutFocusReason);
    });
    return action;
}

QAction *MainWindow::panelAction(const char *dock) const
{
    return findChild<QAction *>(QLatin1String(dock) + QStringLiteral("Toggle"));
}

} // namespace entente::window
