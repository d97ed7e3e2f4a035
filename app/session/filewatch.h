#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace entente::session {

// What tells one content of a file from the next without reading it.
struct FileStamp
{
    qint64 modified = 0; // milliseconds since the epoch; 0 where there is no such file
    qint64 size = -1;
    bool operator==(const FileStamp &) const = default;
};
using FileStamps = QHash<QString, FileStamp>; // by absolute path

FileStamps stampsOf(const QStringList &files); // as they are now

// Tells when one of some files has changed and nothing has been written to it for a while. Their folders are
// watched as well, since an atomic save replaces the file.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(int settleMilliseconds, QObject *parent = nullptr);

    // Instead of those watched so far. Files that the program carries never change and are passed over.
    // `known` are stamps from before the files were read, so that what another program wrote meanwhile is
    // told; a file without one is known as it is now.
    void watch(const QStringList &files, const FileStamps &known);
    // Whether a file has changed that nothing was told of yet.
    bool isStale() const { return stampsOf(m_files) != m_known; }

Q_SIGNALS:
    void changed();       // a file's content may be another one
    void folderChanged(); // only its neighbours changed

private:
    void rewatchFiles();
    void onSettled();

    QFileSystemWatcher m_watcher;
    QTimer m_settling;
    QStringList m_files;
    FileStamps m_known;   // when last told
    FileStamps m_pending; // when last looked, while settling
};

} // namespace entente::session
