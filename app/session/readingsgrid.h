#pragma once

#include "session/composition.h"

namespace entente::session {

constexpr int mostReadingsShown = 4; // disputed facts whose combinations are drawn: 16 figures

// The scenario once for each combination of its first disputed facts, affirmed and denied, in a grid: above
// each what it assumes and as whose reading, below all the legend and the footer that `captions` ask for.
// `asWritten` is the scenario with its own readings.
picture::Picture allReadings(const Composition &composition, const domain::Scenario &asWritten,
                             const Look &look, const picture::PictureOptions &captions = {});

} // namespace entente::session
