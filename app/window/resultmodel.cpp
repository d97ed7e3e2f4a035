#include "window/resultmodel.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace entente::window {

ResultModel::ResultModel(const QStringList &headings, QObject *parent)
    : QAbstractItemModel(parent)
    , m_headings(headings)
{}

void ResultModel::setRows(std::vector<ResultRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_nodes.clear();
    m_top.clear();
    for (const ResultRow &row : m_rows)
        m_top.append(add(row, -1, int(m_top.size())));
    endResetModel();
}

int ResultModel::add(const ResultRow &row, int parent, int place)
{
    const int id = int(m_nodes.size());
    m_nodes.push_back({&row, parent, place, {}});
    QList<int> children;
    for (const ResultRow &child : row.children)
        children.append(add(child, id, int(children.size())));
    m_nodes[size_t(id)].children = children;
    return id;
}

const ResultRow *ResultModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[size_t(index.internalId())].row : nullptr;
}

void ResultModel::setRightAligned(const QList<int> &columns)
{
    m_rightAligned = columns;
}

const QList<int> &ResultModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes[size_t(parent.internalId())].children : m_top;
}

QModelIndex ResultModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(parent)[row]));
}

QModelIndex ResultModel::parent(const QModelIndex &index) const
{
    const int parent = index.isValid() ? m_nodes[size_t(index.internalId())].parent : -1;
    return parent < 0 ? QModelIndex() : createIndex(m_nodes[size_t(parent)].place, 0, quintptr(parent));
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

int ResultModel::columnCount(const QModelIndex &) const
{
    return int(m_headings.size());
}

namespace {

QString wordsOf(const ResultRow &row)
{
    QStringList words = row.cells;
    words.removeAll(QString());
    return row.words.isEmpty() ? words.join(QStringLiteral(", ")) : row.words;
}

} // namespace

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    const ResultRow *row = rowAt(index);
    if (!row)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return row->cells.value(column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return wordsOf(*row);
    case Qt::FontRole:
        if (QFont font; row->isStrong && column == 0) {
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::ForegroundRole:
        return row->isMuted ? QGuiApplication::palette().color(QPalette::PlaceholderText) : QVariant();
    case Qt::TextAlignmentRole:
        return int((m_rightAligned.contains(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return row->sortKeys.value(column).isValid() ? row->sortKeys.value(column) : row->cells.value(column);
    case LastRole:
        return row->isLast;
    case ShareRole:
        return row->share ? QVariant(*row->share) : QVariant();
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((m_rightAligned.contains(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? m_headings.value(section) : QVariant();
}

} // namespace entente::window
