#pragma once

#include "document/document.h"

#include <QByteArray>

#include <optional>

namespace entente::document {

// Limits of one text; past one the error's cause is Limit.
struct JsonLimits
{
    qint64 bytes = qint64(1) << 30;
    int depth = 100;
    qint64 values = 10'000'000;
    std::optional<qint64> memory = {}; // in bytes; none: what the machine has to give
};

struct ReadProgress;

// Reads JSON leniently in syntax: comments, trailing commas and a byte order mark are fine. Duplicate keys,
// invalid UTF-8, NUL and anything after the value are errors. The first error in syntax ends reading. Values
// say that they are of file number `fileIndex`, named `fileName` in problems. A reading that is cancelled by
// `progress` ends soon, with an error.
Outcome<Value> readJson(const QByteArray &bytes, const QString &fileName, quint32 fileIndex,
                        const JsonLimits &limits = {}, ReadProgress *progress = nullptr);

// An error with cause Limit where a scenario of so many bytes would take more memory than `most`, in bytes
// (none: than the machine has to give).
std::optional<Problem> refuseForMemory(qint64 bytes, const QString &fileName, std::optional<qint64> most);

// A file's bytes: errors with cause File where it isn't there, is a directory or can't be read, with cause
// Limit where it is too large.
// "-" is standard input.
Outcome<QByteArray> readFile(const QString &path, qint64 mostBytes);

} // namespace entente::document
