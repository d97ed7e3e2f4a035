#include "document/jsonreader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace entente::document {

namespace {

Outcome<QByteArray> refuse(const QString &path, const QString &code, const QString &message,
                           Cause cause = Cause::File)
{
    Outcome<QByteArray> outcome;
    outcome.problems.add({Severity::Error, cause, code, {path, 0, 0}, {}, message, {}});
    return outcome;
}

Outcome<QByteArray> tooLarge(const QString &path, qint64 mostBytes)
{
    return refuse(path, QStringLiteral("too-large"),
                  QStringLiteral("the file is larger than the limit of %1 bytes").arg(mostBytes),
                  Cause::Limit);
}

// Devices and pipes have no size to ask for and give what they have by and by, so that what is read is what
// counts.
Outcome<QByteArray> readAll(QFile &file, const QString &path, qint64 mostBytes)
{
    constexpr qint64 mostAtOnce = 1 << 16; // bytes: Qt makes room for as many as are asked for
    QByteArray bytes;
    bytes.reserve(std::min(file.size(), mostBytes));
    while (bytes.size() <= mostBytes) {
        const QByteArray part = file.read(std::min(mostAtOnce, mostBytes + 1 - bytes.size()));
        if (part.isEmpty())
            break;
        bytes += part;
    }
    if (file.error() != QFileDevice::NoError) {
        return refuse(path, QStringLiteral("unreadable"),
                      QStringLiteral("the file can't be read: %1").arg(file.errorString()));
    }
    if (bytes.size() > mostBytes)
        return tooLarge(path, mostBytes);
    return {bytes, {}};
}

} // namespace

Outcome<QByteArray> readFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (path == QLatin1String("-")) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return refuse(path, QStringLiteral("unreadable"), QStringLiteral("standard input can't be read"));
        return readAll(file, path, mostBytes);
    }
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(path, QStringLiteral("no-such-file"), QStringLiteral("there is no such file"));
    if (info.isDir())
        return refuse(path, QStringLiteral("is-directory"),
                      QStringLiteral("this is a directory, not a scenario file"));
    if (info.size() > mostBytes)
        return tooLarge(path, mostBytes);
    if (!file.open(QIODevice::ReadOnly)) {
        return refuse(path, QStringLiteral("unreadable"),
                      QStringLiteral("the file can't be read: %1").arg(file.errorString()));
    }
    return readAll(file, path, mostBytes);
}

} // namespace entente::document
