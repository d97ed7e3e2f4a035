#pragma once

#include <QModelIndex>
#include <QString>

namespace entente::window {

// Rows of texts as a spreadsheet takes them from the clipboard: tabs between cells, a line each.
class TabSeparated
{
public:
    void addRow(const QStringList &cells); // tabs and line ends within a cell become spaces
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

// A tree as lines under its headings, each indented by its depth in a column of its own.
QString toTabSeparated(const QAbstractItemModel &model);

} // namespace entente::window
