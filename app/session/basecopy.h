#pragma once

#include "problems/problem.h"

namespace entente::session {

// The path under which an overlay saved at `overlay` can name `base` as what it extends. A base that comes
// with the program is copied into the overlay's folder, with all that it extends itself; any other must lie
// in that folder or below it already.
Outcome<QString> baseBeside(const QString &base, const QString &overlay);

} // namespace entente::session
