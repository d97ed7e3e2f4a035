#pragma once

#include "session/session.h"

#include <QString>

namespace entente::window {

// What the inspector shows of a thing, as rich text: every name in it that can be selected is a link to
// ThingRef::toString(), every source's address a link that opens outside. Whatever comes from a file is
// escaped.
QString inspectorHtml(const session::Session &session, const domain::ThingRef &thing);

} // namespace entente::window
