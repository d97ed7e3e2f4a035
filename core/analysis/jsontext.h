#pragma once

#include <QString>

namespace entente::analysis {

QString quoted(const QString &text);      // as a string of strict JSON
QString pointerToken(const QString &key); // as a part of a JSON Pointer (RFC 6901)

} // namespace entente::analysis
