#pragma once

#include <QList>
#include <QString>

namespace entente::analysis {

// A change to a scenario's document: set at once as a JSON Merge Patch (RFC 7396), or saved as an overlay.
struct Amendment
{
    QString path;     // JSON Pointer
    QString value;    // strict JSON text to set there; "null" removes
    QString sentence; // "Microsoft waives “API routing” for “SRE development”."
    bool operator==(const Amendment &) const = default;
};
using Amendments = QList<Amendment>;

} // namespace entente::analysis
