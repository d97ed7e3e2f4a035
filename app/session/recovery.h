#pragma once

#include "document/document.h"
#include "problems/problem.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>

namespace entente::session {

// Unsaved work as it is kept aside.
struct Unsaved
{
    QString path;      // of the file it belongs to; empty where it was never saved
    QStringList bases; // nearest first
    QDateTime at;
    document::Value root;

    QString title() const;
};

// Files of unsaved work that no running window holds any more: what a crash has left.
QStringList recoveryFiles();
Outcome<Unsaved> readRecovery(const QString &file);
void discardRecovery(const QString &file);

// Keeps one window's unsaved work in the user's data, written a moment after each change and gone when it is
// saved or when the window closes in order.
class RecoveryStore : public QObject
{
    Q_OBJECT

public:
    explicit RecoveryStore(int delayMilliseconds, QObject *parent = nullptr);
    ~RecoveryStore() override;

    void keep(const Unsaved &unsaved);  // instead of what was kept so far
    void takeOver(const QString &file); // what a crash has left becomes this window's own
    void clear();
    const QString &file() const { return m_file; } // empty while nothing is kept

Q_SIGNALS:
    void written();
    void failed(const entente::ProblemList &problems);

private:
    void write();
    void tellUnkept(const QString &why);
    bool hold();

    QTimer m_delay;
    Unsaved m_unsaved;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace entente::session
