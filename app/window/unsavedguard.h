#pragma once

#include "session/recovery.h"
#include "session/session.h"

#include <functional>

class QWidget;

namespace entente::window {

// Writes scenarios to files and asks before anything is lost: unsaved changes before another scenario takes
// their place, another's changes before a file is written over, and what a crash has left at the next start.
class UnsavedGuard : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void()>;

    UnsavedGuard(session::Session &session, QWidget *window);

    // Goes on at once where nothing is unsaved; else after Save or Discard, and never after Cancel.
    void before(const Then &then, const Then &otherwise = {});
    void save(const Then &then = {});
    void saveAs(const Then &then = {});
    void saveAlternate();
    void offerRecovery();

private:
    void askWhatToDo(const Then &then, const Then &otherwise);
    void askToOverwrite(const Then &then);
    void askToReload();
    void choosePath(const QString &title, const QString &name,
                    const std::function<void(const QString &)> &chosen);
    bool tell(const ProblemList &problems); // whether there were none
    void offerNext(QStringList files);      // of unsaved work
    void recoverOrDiscard(const QString &file, const session::Unsaved &unsaved, const QStringList &others);
    void keepOrDiscard(const QString &file, const ProblemList &problems, const QStringList &others);

    session::Session &m_session;
    QWidget *m_window;
};

} // namespace entente::window
