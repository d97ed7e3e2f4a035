#pragma once

#include "session/importing.h"

#include <QAbstractTableModel>
#include <QDialog>

class QLabel;
class QPushButton;
class QTreeView;

namespace entente::window {

// The pairs of a review as rows: what was answered, their name, our name, and why they may be one.
class PairModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { AnswerColumn, TheirsColumn, OursColumn, WhyColumn, ColumnCount };

    explicit PairModel(const QList<session::FirmPair> &pairs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const session::FirmPair &pair(int row) const { return m_pairs[row]; }
    session::SameAnswer answer(int row) const { return m_answers[row]; }
    const QList<session::SameAnswer> &answers() const { return m_answers; }
    // A firm is the same as one other at most: the rest of its pairs are then different.
    void setAnswer(int row, session::SameAnswer answer);
    int count(session::SameAnswer answer) const { return int(m_answers.count(answer)); }

private:
    const QList<session::FirmPair> &m_pairs;
    QList<session::SameAnswer> m_answers;
};

// Two firms side by side, for comparing them. As HTML.
QString sideBySide(const session::FirmPair &pair, const QString &theirsTitle, const QString &oursTitle);

// Asks, before a file is imported, which of its firms are those of the open scenario.
class ImportReviewDialog : public QDialog
{
    Q_OBJECT

public:
    ImportReviewDialog(std::shared_ptr<session::ImportReview> review, QWidget *parent);

    session::Edit edit(QString *told) const { return m_review->edit(m_model->answers(), told); }

private:
    QWidget *makeAnswers();
    QPushButton *addAnswer(QLayout *row, const char *name, const QString &text, const QString &toolTip,
                           session::SameAnswer answer);
    void answerSelected(session::SameAnswer answer);
    void answerAllWithoutDoubts();
    void showPair();
    void tellCounts();

    std::shared_ptr<session::ImportReview> m_review;
    PairModel *m_model;
    QTreeView *m_view;
    QLabel *m_counts;
    QLabel *m_details;
};

} // namespace entente::window
