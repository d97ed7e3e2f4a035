#include "session/filewatch.h"

#include <QDateTime>
#include <QFileInfo>

namespace entente::session {

FileStamps stampsOf(const QStringList &files)
{
    FileStamps stamps;
    for (const QString &file : files) {
        const QFileInfo info(file);
        stamps.insert(info.absoluteFilePath(),
                      info.exists() ? FileStamp{info.lastModified().toMSecsSinceEpoch(), info.size()}
                                    : FileStamp{});
    }
    return stamps;
}

FileWatch::FileWatch(int settleMilliseconds, QObject *parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMilliseconds);
    const auto restart = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, restart);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, restart);
    connect(&m_settling, &QTimer::timeout, this, &FileWatch::onSettled);
}

void FileWatch::watch(const QStringList &files, const FileStamps &known)
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_files.clear();
    for (const QString &file : files) {
        if (file.startsWith(u':') || file == QLatin1String("-"))
            continue;
        const QFileInfo info(file);
        m_files.append(info.absoluteFilePath());
        if (!m_watcher.directories().contains(info.absolutePath()))
            m_watcher.addPath(info.absolutePath());
    }
    m_known = m_pending = stampsOf(m_files);
    for (const QString &file : std::as_const(m_files))
        m_known[file] = known.value(file, m_known.value(file));
    rewatchFiles();
    if (isStale())
        m_settling.start();
}

void FileWatch::rewatchFiles()
{
    for (const QString &file : std::as_const(m_files)) {
        if (!m_watcher.files().contains(file) && QFileInfo::exists(file))
            m_watcher.addPath(file);
    }
}

void FileWatch::onSettled()
{
    const FileStamps now = stampsOf(m_files);
    if (now != m_pending) { // still being written
        m_pending = now;
        m_settling.start();
        return;
    }
    rewatchFiles();
    if (now == m_known) {
        Q_EMIT folderChanged();
        return;
    }
    m_known = now;
    Q_EMIT changed();
}

} // namespace entente::session
