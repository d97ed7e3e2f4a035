#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

#include <QStringList>

namespace entente::window {

// The sources that support a thing, one a line, as they follow copied text: "[1] Title, https://…". Of a
// clause its agreement's, of a conflict both agreements'; none for what isn't there.
QStringList citations(const domain::Scenario &scenario, const domain::ThingRef &thing);

} // namespace entente::window
