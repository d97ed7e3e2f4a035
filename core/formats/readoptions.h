#pragma once

#include "formats/tablemapping.h"

#include <QString>

namespace entente::formats {

// Limits of one read; past one the outcome is an error whose cause is Limit.
struct ReadLimits
{
    qint64 bytes = qint64(1) << 30; // of one file, and of what it unpacks to
    int depth = 100;                // of nesting
    qint64 values = 10'000'000;     // in one document, overlays merged
    int overlays = 16;              // length of the chain of `extends`
};

// How to read a file.
struct ReadOptions
{
    ReadLimits limits;
    QString format;       // the name of its format; empty: by content and ending
    TableMapping mapping; // of tables
};

} // namespace entente::formats
