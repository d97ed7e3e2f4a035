#pragma once

#include "session/composition.h"

namespace entente::tests {

// A scenario of so many firms and twice as many agreements, laid out as everything is beyond what `dot` can
// do.
session::Composition bigComposition(int firms, const picture::TextMeasure &measure);

// Its picture as the canvas shows it, or as a figure with legend and footer.
picture::Picture bigPicture(const session::Composition &composition, const picture::TextMeasure &measure,
                            bool isFigure);

} // namespace entente::tests
