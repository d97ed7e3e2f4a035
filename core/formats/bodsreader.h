#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Beneficial Ownership Data Standard, versions 0.1 to 0.4: statements as a JSON array or as JSON lines,
// folded to the current state of each record.
Likeness recogniseBods(QByteArrayView bytes);
Outcome<document::Document> readBods(const ForeignFile &file);

} // namespace entente::formats
