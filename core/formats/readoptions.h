#pragma once

#include "document/jsonreader.h"
#include "document/readprogress.h"
#include "formats/tablemapping.h"

#include <QString>

#include <optional>

namespace entente::formats {

// Limits of one read; past one the outcome is an error whose cause is Limit.
struct ReadLimits
{
    qint64 bytes = qint64(1) << 30;    // of one file, and of what it unpacks to
    int depth = 100;                   // of nesting
    qint64 values = 50'000'000;        // in one document, overlays merged
    std::optional<qint64> memory = {}; // in bytes; none: what the machine has to give
    int overlays = 16;                 // length of the chain of `extends`

    document::JsonLimits ofJson() const { return {bytes, depth, values, memory}; }
};

// How to read a file.
struct ReadOptions
{
    ReadLimits limits = {};
    QString format = {};                        // the name of its format; empty: by content and ending
    TableMapping mapping = {};                  // of tables
    document::ReadProgress *progress = nullptr; // of whoever waits and may cancel
};

} // namespace entente::formats
