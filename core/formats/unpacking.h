#pragma once

#include "problems/problem.h"

#include <QByteArray>
#include <QString>

namespace entente::formats {

bool isGzip(QByteArrayView bytes);

// The bytes that gzip has packed, of all members one after the other; bytes that aren't packed come back as
// they are. Errors: packed data that is cut short or damaged, and, with cause Limit, more than `mostBytes`
// unpacked.
Outcome<QByteArray> unpackGzip(const QByteArray &bytes, const QString &path, qint64 mostBytes);

// "deals.csv.gz" → "deals.csv": the name of what is packed; other names as they are.
QString unpackedName(const QString &path);

} // namespace entente::formats
