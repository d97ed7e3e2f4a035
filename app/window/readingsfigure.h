#pragma once

#include "session/session.h"

namespace entente::window {

constexpr int mostReadingsShown = 4; // disputed facts whose combinations are drawn: 16 figures

// The open scenario once for each combination of its first disputed facts, affirmed and denied, in a grid
// with what each assumes above it.
picture::Picture allReadings(const session::Session &session);

// The same as a file, by its ending: svg, pdf or png.
ProblemList writeAllReadings(const session::Session &session, const QString &path);

} // namespace entente::window
