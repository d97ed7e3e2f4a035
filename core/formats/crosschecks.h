#pragma once

#include "formats/readcontext.h"

namespace entente::formats {

constexpr int deepestParts = 100; // a firm in a firm in a firm …

// What can only be told when everything has been read: references to nothing, cycles of part_of, ids used
// twice.
void crossCheck(ReadContext &context, const domain::Scenario &scenario);

} // namespace entente::formats
