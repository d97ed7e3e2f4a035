#pragma once

#include "window/htmlwriter.h"

namespace entente::window {

// Writes an agreement, a clause or a conflict; false where the thing is none of them or isn't there.
bool writeAgreementThing(HtmlWriter &out, const domain::ThingRef &thing);

} // namespace entente::window
