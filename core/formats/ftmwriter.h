#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// FollowTheMoney entities, one a line: firms as things, agreements as intervals, sources as documents.
Outcome<QByteArray> writeFtm(const domain::Scenario &scenario);

} // namespace entente::formats
