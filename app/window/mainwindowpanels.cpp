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
    connect(m_status, &StatusLine::problemsRequested, m_problemsDock,
            [this] { m_problemsDock->setVisible(!m_problemsDock->isVisible()); });
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
    };
    add(new CirclesPanel(m_session, this), "circlesDock", "Circular deals");
    add(new FlowsPanel(m_session, this), "flowsDock", "Flows");
    add(new PathsPanel(m_session, this), "pathsDock", "Paths");
    add(new MatrixPanel(m_session, this), "matrixDock", "Clause matrix");
    add(new ConflictsPanel(m_session, this), "conflictsDock", "Conflicts");
    add(new ChangesPanel(m_session, this), "changesDock", "Changes");
}

QDockWidget *MainWindow::addPanel(QWidget *panel, const QString &name, const QString &title,
                                  Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    QAction *toggle = dock->toggleViewAction();
    toggle->setObjectName(name + QStringLiteral("Toggle"));
    toggle->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(m_panelActions.size()))));
    toggle->setToolTip(
        QStringLiteral("Show or hide the panel “%1” (%2)").arg(title, toggle->shortcut().toString()));
    connect(toggle, &QAction::triggered, dock, [dock](bool shown) {
        if (!shown)
            return;
        dock->raise(); // above the tabs beside it
        dock->widget()->setFocus(Qt::ShortcutFocusReason);
    });
    m_panelActions.append(toggle);
    return dock;
}

} // namespace entente::window
