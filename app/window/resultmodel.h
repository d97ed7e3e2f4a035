#pragma once

#include "domain/thingref.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace entente::window {

// A row of an answer: what it says, what it stands for and what lies below it.
struct ResultRow
{
    QStringList cells;
    QString words;                  // for a tooltip and a screen reader; empty: the cells
    domain::ThingRef thing;         // selected with the row; may be none
    QList<domain::ThingRef> things; // highlighted with the row
    QVariantList sortKeys;          // parallel to the cells, where these don't sort by their text
    std::optional<double> share;    // 0 to 1: a bar beside the figure
    bool isStrong = false;
    bool isMuted = false;
    bool isLast = false; // however its siblings are sorted
    std::vector<ResultRow> children;
};

// Answers as a tree of rows, whatever the question was. Its rows are replaced as a whole.
class ResultModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum { SortRole = Qt::UserRole, ShareRole, LastRole };

    explicit ResultModel(const QStringList &headings, QObject *parent = nullptr);

    void setRows(std::vector<ResultRow> rows);
    const ResultRow *rowAt(const QModelIndex &index) const; // null for none
    void setRightAligned(const QList<int> &columns);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        const ResultRow *row = nullptr;
        int parent = -1;
        int place = 0; // among its siblings
        QList<int> children;
    };

    int add(const ResultRow &row, int parent, int place);
    const QList<int> &childrenOf(const QModelIndex &parent) const;

    QStringList m_headings;
    QList<int> m_rightAligned;
    std::vector<ResultRow> m_rows;
    std::vector<Node> m_nodes; // of all rows
    QList<int> m_top;
};

} // namespace entente::window
