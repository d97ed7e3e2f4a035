#pragma once

#include "session/importing.h"
#include "window/actions.h"

namespace entente::window {

// Takes files into the open scenario, and makes one firm of two or two of one.
class ImportActions : public QObject
{
    Q_OBJECT

public:
    ImportActions(session::Session &session, const Actions &actions, QWidget *window);

    void importFile(const QString &path); // its review opens when it is read
    void refresh();                       // what the selection allows

Q_SIGNALS:
    void said(const QString &sentence); // what has come of it

private:
    void chooseFile();
    void review(const std::shared_ptr<session::ImportReview> &review);
    void tellProblems(const ProblemList &problems);
    void mergeFirms();
    void splitFirm();
    bool make(const session::Edit &edit);
    void refuse(const QString &text, const QString &details);

    session::Session &m_session;
    const Actions &m_actions;
    QWidget *m_window;
    session::ImportReader m_reader;
};

} // namespace entente::window
