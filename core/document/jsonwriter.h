#pragma once

#include "document/document.h"

#include <QByteArray>

namespace entente::document {

// Strict JSON in UTF-8: members in order, two spaces deep, empty containers closed at once, a newline at the
// end.
QByteArray toJson(const Value &value);
// In one line, without a newline at the end.
QByteArray toCompactJson(const Value &value);

} // namespace entente::document
