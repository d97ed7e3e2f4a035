#pragma once

#include "document/jsonreader.h"
#include "document/readprogress.h"
#include "dotgraph/dotgraph.h"
#include "formats/tablemapping.h"
#include "problems/problem.h"

#include <QString>

#include <functional>
#include <optional>

namespace entente::formats {

// Limits of one read; past one the outcome is an error whose cause is Limit.
struct ReadLimits
{
    qint64 bytes = qint64(1) << 30;    // of one file, and of what it unpacks to
    int depth = 100;                   // of nesting
    qint64 values = 10'000'000;        // in one document, overlays merged
    std::optional<qint64> memory = {}; // in bytes; none: what the machine has to give
    int overlays = 16;                 // length of the chain of `extends`

    document::JsonLimits ofJson() const { return {bytes, depth, values, memory}; }
};

// A DOT file for whoever can parse it.
struct DotText
{
    QByteArray utf8;
    QString path; // as named in problems
    document::ReadProgress *progress = nullptr;
};
// May take its time, and is called in the thread that reads. Problems are why there is nothing.
using DotParser = std::function<Outcome<dot::Parsed>(const DotText &)>;

// How to read a file.
struct ReadOptions
{
    ReadLimits limits = {};
    QString format = {};                        // the name of its format; empty: by content and ending
    TableMapping mapping = {};                  // of tables
    document::ReadProgress *progress = nullptr; // of whoever waits and may cancel
    DotParser parseDot = {};                    // empty: DOT can't be read
};

} // namespace entente::formats
