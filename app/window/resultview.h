#pragma once

#include "window/resultmodel.h"

#include <QTreeView>

class QSortFilterProxyModel;

namespace entente::window {

// A tree of answers. Choosing a row, by mouse or keys, tells what it stands for; Ctrl+C copies all of them
// for a spreadsheet.
class ResultView : public QTreeView
{
    Q_OBJECT

public:
    explicit ResultView(const QStringList &headings, QWidget *parent = nullptr);

    // What it is called by tests, screen readers and the mouse.
    void setWords(const QString &objectName, const QString &name, const QString &toolTip);
    void setFigureColumn(int column);                // right-aligned, with a bar where a row has a share
    void setDispensableColumn(int column);           // given up where names would lack room
    void setProseColumns(const QList<int> &columns); // share the room that the others leave
    void setRows(std::vector<ResultRow> rows);       // opened to the given depth, in their own order
    void setOpenDepth(int depth) { m_openDepth = depth; }
    bool hasRows() const;

public Q_SLOTS:
    void copy() const;

Q_SIGNALS:
    void chosen(const entente::window::ResultRow &row);
    void left(); // nothing is chosen any more

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellChosen();
    void spanNames(const QModelIndex &parent);
    void fitColumns();
    int roomForNames() const;

    ResultModel *m_model;
    QSortFilterProxyModel *m_sorted;
    int m_openDepth = 0;
    int m_dispensable = -1;
    QList<int> m_prose;
};

} // namespace entente::window
