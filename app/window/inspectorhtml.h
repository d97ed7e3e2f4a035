#pragma once

#include "exports/articlecontext.h"
#include "session/session.h"
#include "window/articlerichtext.h"

#include <QString>

namespace entente::window {

// What the inspector shows of a thing, as rich text: every name in it that can be selected is a link to
// ThingRef::toString(), every source's address a link that opens outside. Whatever comes from a file is
// escaped. What is `atHand` is of the session's scenario. A short one leads to the whole by `showAllLink`.
QString inspectorHtml(const session::Session &session, const domain::ThingRef &thing,
                      const exports::article::AtHand &atHand, Length length);

} // namespace entente::window
