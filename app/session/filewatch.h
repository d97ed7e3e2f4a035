#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace entente::session {

// Tells when one of some files has changed and nothing has been written to it for a while. Their folders are
// watched as well, since an atomic save replaces the file.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(int settleMilliseconds, QObject *parent = nullptr);

    // Instead of those watched so far. Files that the program carries never change and are passed over.
    void watch(const QStringList &files);
    // Whether a file has changed that nothing was told of yet.
    bool isStale() const { return currentStamps() != m_known; }

Q_SIGNALS:
    void changed();       // a file's content may be another one
    void folderChanged(); // only its neighbours changed

private:
    struct Stamp
    {
        qint64 modified = 0; // milliseconds since the epoch; 0 where there is no such file
        qint64 size = -1;
        bool operator==(const Stamp &) const = default;
    };
    static Stamp stampOf(const QString &file);
    void rewatchFiles();
    void onSettled();
    QHash<QString, Stamp> currentStamps() const;

    QFileSystemWatcher m_watcher;
    QTimer m_settling;
    QStringList m_files;
    QHash<QString, Stamp> m_known;   // when last told
    QHash<QString, Stamp> m_pending; // when last looked, while settling
};

} // namespace entente::session
