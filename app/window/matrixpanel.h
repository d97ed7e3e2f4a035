#pragma once

#include "window/questionpanel.h"

class QTableView;

namespace entente::window {

class ClauseMatrixModel;

// Which agreement has clauses of which kind, to compare contracts side by side.
class MatrixPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit MatrixPanel(session::Session &session, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override; // Ctrl+C in the table

protected:
    void answer() override;

private:
    void select(const QModelIndex &index);
    void copy() const;

    ClauseMatrixModel *m_model;
    QTableView *m_table;
};

} // namespace entente::window
