#include "window/resultview.h"

#include "window/sharedelegate.h"
#include "window/tabseparated.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace entente::window {

namespace {

constexpr int leastWidthForAll = 620; // of columns of prose
constexpr int leastNameWidth = 120;   // pixels

// What goes last does so in either order.
class ResultSorter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool isLeftLast = left.data(ResultModel::LastRole).toBool();
        const bool isRightLast = right.data(ResultModel::LastRole).toBool();
        if (isLeftLast != isRightLast)
            return isRightLast == (sortOrder() == Qt::AscendingOrder);
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

} // namespace

ResultView::ResultView(const QStringList &headings, QWidget *parent)
    : QTreeView(parent)
    , m_model(new ResultModel(headings, this))
    , m_sorted(new ResultSorter(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ResultModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_sorted);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(16);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setSortingEnabled(true);
    header()->setSortIndicatorClearable(true); // back to the order of the answer
    sortByColumn(-1, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResultView::tellChosen);
    connect(this, &QTreeView::expanded, this, &ResultView::fitColumns);
}

void ResultView::setWords(const QString &objectName, const QString &name, const QString &toolTip)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setToolTip(toolTip);
}

void ResultView::setFigureColumn(int column)
{
    m_model->setRightAligned({column});
    setItemDelegateForColumn(column, new ShareDelegate(this));
}

void ResultView::setDispensableColumn(int column)
{
    m_dispensable = column;
}

void ResultView::setRows(std::vector<ResultRow> rows)
{
    m_model->setRows(std::move(rows));
    if (m_openDepth > 0)
        expandToDepth(m_openDepth - 1);
    spanNames({});
    fitColumns();
}

int ResultView::roomForNames() const
{
    int room = viewport()->width();
    for (int column = 1; column < m_model->columnCount(); ++column) {
        if (!isColumnHidden(column))
            room -= std::max(sizeHintForColumn(column), header()->sectionSizeHint(column));
    }
    return room;
}

void ResultView::setProseColumns(const QList<int> &columns)
{
    m_prose = columns;
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (int column : columns)
        header()->setSectionResizeMode(column, QHeaderView::Stretch);
}

// Names have what the figures leave, but never so little that they can't be read.
void ResultView::fitColumns()
{
    if (!m_prose.isEmpty()) {
        if (m_dispensable >= 0)
            setColumnHidden(m_dispensable, viewport()->width() < leastWidthForAll);
        return;
    }
    if (m_dispensable >= 0) {
        setColumnHidden(m_dispensable, false);
        setColumnHidden(m_dispensable, roomForNames() < leastNameWidth);
    }
    const bool fits = roomForNames() >= leastNameWidth;
    header()->setSectionResizeMode(0, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits)
        setColumnWidth(0, leastNameWidth);
}

// What stands alone in its row has all of it.
void ResultView::spanNames(const QModelIndex &parent)
{
    for (int row = 0; row < m_sorted->rowCount(parent); ++row) {
        const ResultRow *result = m_model->rowAt(m_sorted->mapToSource(m_sorted->index(row, 0, parent)));
        const auto isEmpty = [](const QString &cell) { return cell.isEmpty(); };
        setFirstColumnSpanned(row, parent,
                              std::all_of(result->cells.begin() + 1, result->cells.end(), isEmpty));
        spanNames(m_sorted->index(row, 0, parent));
    }
}

bool ResultView::hasRows() const
{
    return m_model->rowCount() > 0;
}

void ResultView::copy() const
{
    QGuiApplication::clipboard()->setText(toTabSeparated(*m_sorted));
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ResultView::tellChosen()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    const ResultRow *row = rows.isEmpty() ? nullptr : m_model->rowAt(m_sorted->mapToSource(rows.first()));
    if (row)
        Q_EMIT chosen(*row);
    else
        Q_EMIT left();
}

} // namespace entente::window
