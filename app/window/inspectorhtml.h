#pragma once

#include "domain/naming.h"
#include "session/session.h"
#include "window/articlerichtext.h"

#include <QString>

#include <memory>

namespace entente::window {

// What the inspector shows of a thing, as rich text: every name in it that can be selected is a link to
// ThingRef::toString(), every source's address a link that opens outside. Whatever comes from a file is
// escaped. `names` are those of the session's agreements. A short one leads to the whole by `showAllLink`.
QString inspectorHtml(const session::Session &session, const domain::ThingRef &thing,
                      std::shared_ptr<const domain::AgreementNames> names, Length length);

} // namespace entente::window
