#include "document/filewriter.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace entente::document {

namespace {

ProblemList unwritable(const QString &path, const QString &reason)
{
    ProblemList problems;
    problems.add({Severity::Error,
                  Cause::File,
                  QStringLiteral("unwritable"),
                  {path, 0, 0},
                  {},
                  QStringLiteral("the file can't be written: %1").arg(reason),
                  QStringLiteral("choose another file, or free some room")});
    return problems;
}

ProblemList writeOut(const QByteArray &bytes)
{
    const bool isTaken =
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size()) &&
        std::fflush(stdout) == 0;
    return isTaken ? ProblemList()
                   : unwritable(QStringLiteral("-"), QStringLiteral("standard output was closed"));
}

// What stands there is no file to be replaced: a pipe somebody reads from, a device.
ProblemList writeInto(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace

ProblemList writeFile(const QString &path, const QByteArray &bytes)
{
    if (path == QLatin1String("-"))
        return writeOut(bytes);
    const QFileInfo there(path);
    if (there.isDir())
        return unwritable(path, QStringLiteral("it is a directory"));
    if (there.exists() && !there.isFile())
        return writeInto(path, bytes);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace entente::document
