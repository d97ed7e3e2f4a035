#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace entente::window {

// Everything that the main window can be told to do, by name: text, shortcut and tooltip stand in one table.
enum class Do {
    New,
    Open,
    OpenTable,
    Import,
    Save,
    SaveAs,
    SaveAlternate,
    Reload,
    Export,
    ExportReport,
    ExportData,
    CopyImage,
    CopySvg,
    Print,
    Settings,
    Quit,
    Undo,
    Redo,
    PasteTable,
    AddFirm,
    AddAgreement,
    AddTerm,
    AddSource,
    EditThing,
    RemoveThing,
    MergeFirms,
    SplitFirm,
    WaiveClause,
    EditScenario,
    Find,
    EditDate,
    NextScenario,
    PreviousScenario,
    Back,
    Forward,
    NextPane,
    PreviousPane,
    ClearSelection,
    Fit,
    ZoomIn,
    ZoomOut,
    ActualSize,
    ZoomToSelection,
    Arrange,
    ToggleTheme,
    ShowEverything,
    ToggleTimeline,
    ToggleLegend,
    Guide,
    About
};
inline size_t qHash(Do what, size_t seed = 0)
{
    return ::qHash(int(what), seed);
}

class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *operator[](Do what) const { return m_actions.value(what); }
    QList<QAction *> all() const { return m_actions.values(); }

private:
    QHash<Do, QAction *> m_actions;
};

} // namespace entente::window
