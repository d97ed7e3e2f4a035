#include "window/panes.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace entente::window {

namespace {

QList<QWidget *> panesOf(const QMainWindow &window)
{
    QList<QWidget *> panes{window.findChild<QWidget *>(QStringLiteral("canvas")),
                           window.findChild<QWidget *>(QStringLiteral("timeline"))};
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>()) {
        if (!dock->visibleRegion().isEmpty()) // tabs behind others have none
            panes.append(dock->widget());
    }
    return panes;
}

} // namespace

void focusPane(const QMainWindow &window, int step)
{
    const QList<QWidget *> panes = panesOf(window);
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes[i] == focused || panes[i]->isAncestorOf(focused)))
            at = i;
    }
    panes[(at + step + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

} // namespace entente::window
