#pragma once

#include "analysis/amendment.h"
#include "session/session.h"

namespace entente::session {

// An alternate of the open scenario that makes these changes: hypothetical, extending the open file.
struct NewOverlay
{
    QString title;
    analysis::Amendments changes;
};

// The overlay as strict JSON; none where a change doesn't fit. `extends` names the open scenario's file by
// its name alone: it must lie beside it.
std::optional<QByteArray> overlayText(const Session &session, const NewOverlay &overlay);

// Writes it, atomically. Beside a bundled scenario nothing can be written: copies of it and of its bases then
// go into the overlay's folder, where there are none yet. An error names the file and says why.
ProblemList writeOverlay(const Session &session, const NewOverlay &overlay, const QString &path);

// Whether an overlay at the path could extend the open scenario: in its own folder, or anywhere for a bundled
// one.
bool canExtendFrom(const Session &session, const QString &path);

} // namespace entente::session
