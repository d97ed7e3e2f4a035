#pragma once

#include <QString>

namespace entente::exports {

// The text without what neither XML 1.0 nor a terminal may hold: control characters (tabs and line breaks
// stay), lone surrogates and noncharacters become U+FFFD; every kind of line break becomes "\n".
QString printable(const QString &text);

// Likewise on one line: runs of blanks and line breaks become one blank.
QString printableLine(const QString &text);

// Only http, https and mailto lead anywhere when they are clicked.
bool isSafeAddress(const QString &url);

} // namespace entente::exports
