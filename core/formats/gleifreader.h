#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Relationship records of the Global LEI Foundation (level 2), and the records of who is who (level 1), as
// CSV and as XML. A relationship starts at the child and ends at the parent.
Likeness recogniseGleif(QByteArrayView bytes);
Outcome<document::Document> readGleif(const ForeignFile &file);

} // namespace entente::formats
