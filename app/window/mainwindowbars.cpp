#include "window/asoffield.h"
#include "window/mainwindow.h"
#include "window/recentfiles.h"
#include "window/scenarioswitcher.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QToolBar>

#include <optional>

// The window's menus and its tool bar: what stands where.
namespace entente::window {

void MainWindow::makeMenus()
{
    using Menu = QList<std::optional<Do>>; // nothing is a line
    const auto fill = [this](const QString &title, const Menu &rows) {
        QMenu *menu = menuBar()->addMenu(title);
        menu->setToolTipsVisible(true);
        for (const std::optional<Do> &row : rows) {
            if (row)
                menu->addAction(m_actions[*row]);
            else
                menu->addSeparator();
        }
        return menu;
    };
    constexpr auto line = std::nullopt;
    const Menu files{
        Do::New,   Do::Open,   Do::OpenTable,     Do::Import,     Do::Reload,       line,
        Do::Save,  Do::SaveAs, Do::SaveAlternate, line,           Do::NextScenario, Do::PreviousScenario,
        line,      Do::Export, Do::ExportReport,  Do::ExportData, Do::CopyImage,    Do::CopySvg,
        Do::Print, line,       Do::Quit};
    const Menu edits{Do::Undo,
                     Do::Redo,
                     line,
                     Do::PasteTable,
                     line,
                     Do::AddFirm,
                     Do::AddAgreement,
                     Do::AddTerm,
                     Do::AddSource,
                     line,
                     Do::EditThing,
                     Do::WaiveClause,
                     Do::RemoveThing,
                     Do::MergeFirms,
                     Do::SplitFirm,
                     Do::EditScenario,
                     line,
                     Do::Find,
                     Do::EditDate,
                     line,
                     Do::ClearSelection,
                     line,
                     Do::Settings};
    QMenu *file = fill(QStringLiteral("&File"), files);
    file->insertMenu(m_actions[Do::OpenTable], m_recent);
    fill(QStringLiteral("&Edit"), edits);
    QMenu *view =
        fill(QStringLiteral("&View"),
             {Do::Fit, Do::ZoomIn, Do::ZoomOut, Do::ActualSize, Do::ZoomToSelection, line, Do::Arrange,
              Do::ShowEverything, line, Do::ToggleTimeline, Do::ToggleLegend, Do::ToggleTheme, line});
    view->addActions(m_panelActions);
    fill(QStringLiteral("&Go"), {Do::Back, Do::Forward, line, Do::NextPane, Do::PreviousPane});
    fill(QStringLiteral("&Help"), {Do::Guide, Do::About});
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(QStringLiteral("Main tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addAction(m_actions[Do::Open]);
    bar->addWidget(m_switcher);
    auto *label = new QLabel(QStringLiteral("As of "), bar);
    label->setBuddy(m_asOf);
    bar->addWidget(label);
    bar->addWidget(m_asOf); // fields stand first: in a narrow window buttons go to the bar's own menu
    bar->addSeparator();
    bar->addActions({m_actions[Do::Fit], m_actions[Do::Arrange]});
    bar->addSeparator();
    for (const char *dock : {"conflictsDock", "changesDock", "circlesDock", "flowsDock"})
        bar->addAction(panelAction(dock));
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addActions({m_actions[Do::ToggleTheme], m_actions[Do::Export]});
    for (QAction *action : bar->actions()) {
        if (!action->objectName().isEmpty())
            bar->widgetForAction(action)->setObjectName(action->objectName() + QStringLiteral("Button"));
    }
}

} // namespace entente::window
