#include "window/clausematrixmodel.h"

#include "domain/naming.h"
#include "domain/words.h"
#include "window/tabseparated.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace entente::window {

namespace {

// Its wording; where that isn't given, what the author notes of it.
QString wordingOf(const domain::Clause &clause)
{
    if (!clause.text.isEmpty())
        return QStringLiteral("“%1”").arg(clause.text);
    return clause.note.isEmpty() ? QStringLiteral("its wording is not given") : clause.note;
}

// Without a title, the column says all there is.
QString cellTitle(const domain::Clause &clause)
{
    return clause.title.isEmpty() ? QStringLiteral("✓") : clause.title;
}

} // namespace

void ClauseMatrixModel::setMatrix(const domain::Scenario &scenario, const analysis::ClauseMatrix &matrix)
{
    beginResetModel();
    m_scenario = scenario;
    m_matrix = matrix;
    endResetModel();
}

const analysis::MatrixCell &ClauseMatrixModel::cellAt(const QModelIndex &index) const
{
    static const analysis::MatrixCell empty;
    return index.isValid() ? m_matrix.rows[index.row()].cells[index.column()] : empty;
}

domain::AgreementId ClauseMatrixModel::agreementAt(int row) const
{
    return m_matrix.rows[row].agreement;
}

int ClauseMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matrix.rows.size());
}

int ClauseMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matrix.kinds.size());
}

QString ClauseMatrixModel::titlesIn(const analysis::MatrixCell &cell) const
{
    QStringList titles;
    for (const analysis::MatrixClause &clause : cell)
        titles.append(cellTitle(*m_scenario.clause(clause.ref)));
    return titles.join(QStringLiteral("; "));
}

QString ClauseMatrixModel::wordsOf(const analysis::MatrixCell &cell) const
{
    QStringList words;
    for (const analysis::MatrixClause &found : cell) {
        const domain::Clause &clause = *m_scenario.clause(found.ref);
        const QString state = found.holds == analysis::Truth::Yes  ? QString()
                              : found.holds == analysis::Truth::No ? QStringLiteral(" (does not hold then)")
                                                                   : QStringLiteral(" (may hold then)");
        words.append(QStringLiteral("<p><b>%1</b>%2<br>%3</p>")
                         .arg(domain::capitalised(domain::titleOf(clause)).toHtmlEscaped(), state,
                              wordingOf(clause).toHtmlEscaped()));
    }
    return words.join(QString());
}

bool ClauseMatrixModel::isHolding(const analysis::MatrixCell &cell) const
{
    return std::any_of(cell.begin(), cell.end(), [](const analysis::MatrixClause &clause) {
        return clause.holds != analysis::Truth::No;
    });
}

QVariant ClauseMatrixModel::data(const QModelIndex &index, int role) const
{
    const analysis::MatrixCell &cell = cellAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return titlesIn(cell);
    case Qt::ToolTipRole:
        return wordsOf(cell);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 cell.isEmpty() ? QStringLiteral("none") : titlesIn(cell));
    case Qt::ForegroundRole:
        return isHolding(cell) ? QVariant() : QGuiApplication::palette().color(QPalette::PlaceholderText);
    default:
        return {};
    }
}

QVariant ClauseMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isRow = orientation == Qt::Vertical;
    if (section < 0 || section >= (isRow ? rowCount() : columnCount()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return isRow ? m_scenario.agreement(agreementAt(section))->title
                 : domain::capitalised(domain::clauseKindInWords(m_matrix.kinds[section]));
}

QString toTabSeparated(const ClauseMatrixModel &model, const QModelIndex &first, const QModelIndex &last)
{
    TabSeparated out;
    QStringList headings{QStringLiteral("Agreement")};
    for (int column = first.column(); column <= last.column(); ++column)
        headings.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    out.addRow(headings);
    for (int row = first.row(); row <= last.row(); ++row) {
        QStringList cells{model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()};
        for (int column = first.column(); column <= last.column(); ++column)
            cells.append(model.index(row, column).data().toString());
        out.addRow(cells);
    }
    return out.text();
}

} // namespace entente::window
