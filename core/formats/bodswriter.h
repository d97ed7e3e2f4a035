#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Statements of the Beneficial Ownership Data Standard, version 0.4: of ownerships and offices, and of the
// firms and persons that they name. Other agreements are no statements of ownership and are left out.
Outcome<QByteArray> writeBods(const domain::Scenario &scenario);

} // namespace entente::formats
