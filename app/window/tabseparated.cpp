#include "window/tabseparated.h"

namespace entente::window {

void TabSeparated::addRow(const QStringList &cells)
{
    QStringList cleaned;
    for (const QString &cell : cells) {
        // A cell that begins with one of these would be run as a formula.
        const bool isFormula = !cell.isEmpty() && QStringView(u"=+-@").contains(cell.front());
        cleaned.append((isFormula ? QStringLiteral("'") : QString()) + cell.simplified());
    }
    m_text += cleaned.join(u'\t') + u'\n';
}

namespace {

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, int depth, TabSeparated &out)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells{QString::number(depth)};
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        out.addRow(cells);
        addRows(model, model.index(row, 0, parent), depth + 1, out);
    }
}

} // namespace

QString toTabSeparated(const QAbstractItemModel &model)
{
    TabSeparated out;
    QStringList headings{QStringLiteral("Level")};
    for (int column = 0; column < model.columnCount(); ++column)
        headings.append(model.headerData(column, Qt::Horizontal).toString());
    out.addRow(headings);
    addRows(model, {}, 1, out);
    return out.text();
}

} // namespace entente::window
