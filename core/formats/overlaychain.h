#pragma once

#include "formats/scenarioreader.h"

namespace entente::formats {

// A scenario document with everything that it extends merged into it.
struct Chain
{
    document::Document document;
    QStringList bases;       // paths, nearest first
    bool newerMinor = false; // one of its files is of a newer minor version than this program
};

// Reads the chain from the bytes of its last overlay; problems of all its files are told. A chain that could
// be merged comes with its errors, so that what it says can be checked in the same pass.
Outcome<Chain> readChain(const QByteArray &bytes, const QString &path, const ReadLimits &limits,
                         document::ReadProgress *progress = nullptr);

// Whether this is a scenario at all and of a version that can be read; newer minor versions are warned of.
struct Heading
{
    bool readable = false;
    bool newerMinor = false;
};
Heading checkHeading(const document::Document &document, const document::Value &root, ProblemList &problems);

} // namespace entente::formats
