#pragma once

#include "graph/search.h"
#include "session/session.h"
#include "window/prepared.h"

#include <QWidget>

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

public Q_SLOTS:
    void focusSearch();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void arrangeColumns();
    void fitColumns();
    void widenDetails();
    void search(const QString &text);
    void goToFirstHit();
    void showSelection();
    void rebuild();
    void spanNames(const QModelIndex &parent);
    void select(const QModelIndex &index);

    session::Session &m_session;
    OutlineModel *m_model;
    Prepared<graph::SearchIndex> m_words;
    QLineEdit *m_search;
    QLabel *m_nothing; // where nothing is found
    QTreeView *m_tree;
    int m_detailWidth = 0; // that has been needed since the columns were fitted
};

} // namespace entente::window
