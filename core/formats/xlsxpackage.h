#pragma once

#include "problems/problem.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct zip;

namespace entente::formats {

// The parts of an Office file, which is a ZIP archive. Parts are read into memory by their names, never
// written to disk; together they may unpack to no more than a limit.
class XlsxPackage
{
public:
    // Errors for what is no such archive. `bytes` outlive the package.
    static Outcome<XlsxPackage> open(QByteArrayView bytes, const QString &path, qint64 mostBytes);

    bool has(const QString &part) const;
    // Errors, with the part's name, where it isn't there, is damaged or encrypted, or, with cause Limit,
    // where the limit is reached.
    Outcome<QByteArray> read(const QString &part);

private:
    XlsxPackage(std::shared_ptr<zip> archive, QString path, qint64 bytesLeft);
    Outcome<QByteArray> refuse(const char *code, const QString &message, Cause cause = Cause::Input) const;

    std::shared_ptr<zip> m_archive;
    QString m_path;
    qint64 m_bytesLeft;
};

} // namespace entente::formats
