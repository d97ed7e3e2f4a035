#include "window/actions.h"

#include <QWidget>

namespace entente::window {

namespace {

struct Row
{
    Do what;
    const char *name;
    const char *text;
    QKeySequence keys;
    const char *tip;
};

QList<Row> fileRows()
{
    return {
        {Do::New, "new", "&New", QKeySequence::New, "Begin a scenario from nothing"},
        {Do::Save, "save", "&Save", QKeySequence::Save, "Write the changes to the file"},
        {Do::SaveAs, "saveAs", "Save &as…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
         "Write a whole scenario to another file"},
        {Do::SaveAlternate, "saveAlternate", "Save as al&ternate…",
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S),
         "Write only what differs from the scenario that was opened"},
        {Do::Open, "open", "&Open…", QKeySequence::Open, "Open a scenario file"},
        {Do::OpenTable, "openTable", "Open ta&ble…", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
         "Open a table and say what its columns mean"},
        {Do::Import, "import", "&Import into this scenario…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
         "Add a file's firms and agreements to the open scenario; or drop the file with Ctrl held"},
        {Do::Reload, "reload", "&Reload", QKeySequence::Refresh,
         "Read the file again; it also happens when the file changes"},
        {Do::ExportData, "exportData", "Export &data…", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E),
         "Write the scenario in another format: CSV, a workbook …"},
        {Do::Export, "export", "&Export…", QKeySequence(Qt::CTRL | Qt::Key_E),
         "Write the figure as PNG, SVG, PDF or a web page"},
        {Do::ExportReport, "exportReport", "E&xport report…", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E),
         "Write agreements, clauses, conflicts and flows as Markdown or a workbook"},
        {Do::CopyImage, "copyImage", "Copy as &image", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
         "Copy the figure as an image"},
        {Do::CopySvg, "copySvg", "Copy as S&VG", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
         "Copy the figure as SVG"},
        {Do::Print, "print", "&Print…", QKeySequence::Print, "Print the figure, after a preview"},
        {Do::Settings, "settings", "&Settings…", QKeySequence(Qt::CTRL | Qt::Key_Comma), "Theme and motion"},
        {Do::Quit, "quit", "&Quit", QKeySequence(Qt::CTRL | Qt::Key_Q), "Close Entente"},
    };
}

QList<Row> editRows()
{
    return {
        {Do::Undo, "undo", "&Undo", QKeySequence::Undo, "Take back the last change or move"},
        {Do::PasteTable, "pasteTable", "&Paste table", QKeySequence::Paste,
         "Open the cells that were copied from a spreadsheet"},
        {Do::Redo, "redo", "&Redo", QKeySequence::Redo, "Do again what was taken back"},
        {Do::AddFirm, "addFirm", "Add &firm…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
         "Add a firm, product or person"},
        {Do::AddAgreement, "addAgreement", "Add a&greement…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
         "Add an agreement; or drag the + of a card to another card"},
        {Do::AddTerm, "addTerm", "Add defined &term…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
         "Add a term that clauses use"},
        {Do::AddSource, "addSource", "Add &source…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
         "Add a source that can be cited"},
        {Do::EditThing, "editThing", "&Edit…", QKeySequence(Qt::Key_F2), "Change what is selected"},
        {Do::RemoveThing, "removeThing", "Re&move", QKeySequence(Qt::Key_Delete),
         "Remove what is selected, and every mention of it"},
        {Do::MergeFirms, "mergeFirms", "Merge fir&ms…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
         "Make one firm of two that are the same"},
        {Do::SplitFirm, "splitFirm", "S&plit firm…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
         "Make two of the selected firm, or take a merge back"},
        {Do::WaiveClause, "waiveClause", "&Waive clause…", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
         "Add a waiver to the selected clause"},
        {Do::EditScenario, "editScenario", "Scenario &properties…", QKeySequence(Qt::CTRL | Qt::Key_I),
         "Title, summary, date and whether it is hypothetical"},
        {Do::Find, "find", "&Find…", QKeySequence::Find, "Search firms, agreements, clauses and sources"},
        {Do::EditDate, "editDate", "As-of &date", QKeySequence(Qt::CTRL | Qt::Key_D),
         "Choose the date to look at"},
    };
}

QList<Row> viewRows()
{
    return {
        {Do::NextScenario, "nextScenario", "&Next scenario", QKeySequence(Qt::CTRL | Qt::Key_PageDown),
         "Switch to the next scenario of the list"},
        {Do::PreviousScenario, "previousScenario", "&Previous scenario",
         QKeySequence(Qt::CTRL | Qt::Key_PageUp), "Switch to the scenario before it in the list"},
        {Do::Back, "back", "&Back", QKeySequence(Qt::ALT | Qt::Key_Left), "What was selected before"},
        {Do::Forward, "forward", "&Forward", QKeySequence(Qt::ALT | Qt::Key_Right),
         "What was selected after it"},
        {Do::NextPane, "nextPane", "&Next panel", QKeySequence(Qt::Key_F6),
         "Move the keyboard from the canvas to the next panel"},
        {Do::PreviousPane, "previousPane", "&Previous panel", QKeySequence(Qt::SHIFT | Qt::Key_F6),
         "Move the keyboard to the panel before"},
        {Do::ClearSelection, "clearSelection", "&Clear selection",
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), "Select nothing (Esc on the canvas)"},
        {Do::Fit, "fit", "&Fit", QKeySequence(Qt::CTRL | Qt::Key_0), "Show the whole picture"},
        {Do::ZoomIn, "zoomIn", "Zoom &in", QKeySequence::ZoomIn, "Zoom in"},
        {Do::ZoomOut, "zoomOut", "Zoom &out", QKeySequence::ZoomOut, "Zoom out"},
        {Do::ActualSize, "actualSize", "&Actual size", QKeySequence(Qt::CTRL | Qt::Key_1),
         "Show the picture at the size of an export"},
        {Do::ZoomToSelection, "zoomToSelection", "Zoom to &selection", QKeySequence(Qt::CTRL | Qt::Key_2),
         "Show what is selected, large"},
        {Do::Arrange, "arrange", "A&rrange", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
         "Lay the graph out anew; can be undone"},
        {Do::ToggleTheme, "toggleTheme", "&Dark", QKeySequence(Qt::CTRL | Qt::Key_T),
         "Switch between light and dark"},
        {Do::ShowEverything, "showEverything", "Show &everything",
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), "Take the filter away"},
        {Do::ToggleTimeline, "toggleTimeline", "Time&line", QKeySequence(Qt::ALT | Qt::Key_T),
         "Show or hide the timeline under the canvas"},
        {Do::ToggleLegend, "toggleLegend", "&Legend", QKeySequence(Qt::CTRL | Qt::Key_L),
         "Show or hide the legend on the canvas"},
        {Do::Guide, "guide", "&Guide", QKeySequence::HelpContents,
         "How to read the picture, write scenarios and export figures"},
        {Do::About, "about", "&About Entente", QKeySequence(Qt::SHIFT | Qt::Key_F1), "Version and licences"},
    };
}

QList<Row> table()
{
    return fileRows() + editRows() + viewRows();
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const Row &row : table()) {
        auto *action = new QAction(QString::fromUtf8(row.text), window);
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcut(row.keys);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = QString::fromUtf8(row.tip);
        action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
        window->addAction(action); // so that its shortcut works wherever it is shown
        m_actions.insert(row.what, action);
    }
    for (Do what : {Do::ToggleTheme, Do::ToggleLegend, Do::ToggleTimeline})
        m_actions[what]->setCheckable(true);
    for (Do what : {Do::ToggleLegend, Do::ToggleTimeline})
        m_actions[what]->setChecked(true);
}

} // namespace entente::window
