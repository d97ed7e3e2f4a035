#pragma once

#include "session/session.h"

#include <QObject>

#include <functional>

namespace entente::window {

class Actions;
class UnsavedGuard;

// What goes in and out as data: opening files of any format, pasting a table, writing the open scenario in
// another format. Tables whose columns can't be told are asked about.
class DataActions : public QObject
{
    Q_OBJECT

public:
    DataActions(session::Session &session, Actions &actions, UnsavedGuard &guard, QWidget *window);

    void open(const QString &path);

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void chooseFile(bool asks);
    void openAsked(const QString &path, bool always);
    void ask(const QByteArray &bytes, const QString &path, const QString &mapping,
             const std::function<void(const QString &)> &then);
    void paste();
    void openPasted(const QByteArray &text, const QString &mapping);
    void chooseExport();
    void exportTo(const QString &path, const QString &format);
    void write(const QString &path, const QByteArray &bytes);
    void warn(const QString &name, const QString &text, const QString &more);

    session::Session &m_session;
    UnsavedGuard &m_guard;
    QWidget *m_window;
};

} // namespace entente::window
