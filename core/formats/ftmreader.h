#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// FollowTheMoney entities as JSON lines (or a JSON array of them): things become firms, intervals agreements
// with parties in roles, documents sources.
Likeness recogniseFtm(QByteArrayView bytes);
Outcome<document::Document> readFtm(const ForeignFile &file);

} // namespace entente::formats
