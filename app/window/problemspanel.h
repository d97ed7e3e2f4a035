#pragma once

#include "session/session.h"

#include <QWidget>

class QPlainTextEdit;
class QTreeWidget;

namespace entente::window {

// Every problem of the last read with its place; choosing one shows the text there, the line marked.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refill();
    void showText(); // of the problem that is chosen
    void markLine();

    session::Session &m_session;
    QTreeWidget *m_list;
    QPlainTextEdit *m_text;
    QString m_shownFile;
};

} // namespace entente::window
