#pragma once

#include "session/session.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
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

private:
    void search(const QString &text);
    void goToFirstHit();
    void showSelection();
    void rebuild();
    void spanNames(const QModelIndex &parent);
    void select(const QModelIndex &proxyIndex);

    session::Session &m_session;
    OutlineModel *m_model;
    QSortFilterProxyModel *m_hits;
    QLineEdit *m_search;
    QTreeView *m_tree;
};

} // namespace entente::window
