#pragma once

#include "graph/search.h"
#include "session/session.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>

class QLabel;
class QLineEdit;
class QTreeView;

namespace entente::window {

class OutlineModel;

// The same graph as a tree and lists, with a search field; its selection is the canvas's.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(session::Session &session, QWidget *parent = nullptr);
    ~OutlinePanel() override;

public Q_SLOTS:
    void focusSearch();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void arrangeColumns();
    void fitColumns();
    void search(const QString &text);
    void prepareWords();
    const graph::SearchIndex &words();
    void goToFirstHit();
    void showSelection();
    void rebuild();
    void spanNames(const QModelIndex &parent);
    void select(const QModelIndex &index);

    session::Session &m_session;
    OutlineModel *m_model;
    graph::SearchIndex m_words; // of the scenario, made at the latest when something is looked for
    std::atomic<quint64> m_wordsWanted = 0; // those for an older one are dropped
    QThreadPool m_pool;                     // of its own, so that closing waits for its work
    QLineEdit *m_search;
    QLabel *m_nothing; // where nothing is found
    QTreeView *m_tree;
};

} // namespace entente::window
