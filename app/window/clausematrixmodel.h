#pragma once

#include "analysis/clausematrix.h"
#include "domain/thingref.h"

#include <QAbstractTableModel>

namespace entente::window {

// Agreements down, clause kinds across; a cell names its clauses and says their wording on hover.
class ClauseMatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setMatrix(const domain::Scenario &scenario, const analysis::ClauseMatrix &matrix);
    const analysis::MatrixCell &cellAt(const QModelIndex &index) const;
    domain::AgreementId agreementAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString titlesIn(const analysis::MatrixCell &cell) const;
    QString wordsOf(const analysis::MatrixCell &cell) const; // rich text
    bool isHolding(const analysis::MatrixCell &cell) const;

    domain::Scenario m_scenario;
    analysis::ClauseMatrix m_matrix;
};

// The cells from `first` to `last` with their headings, for a spreadsheet.
QString toTabSeparated(const ClauseMatrixModel &model, const QModelIndex &first, const QModelIndex &last);

} // namespace entente::window
