#pragma once

#include "picture/picture.h"
#include "picture/textmeasure.h"

namespace entente::tests {

// The picture of a scenario of so many firms and twice as many agreements, as it is laid out beyond what
// `dot` can do; as the canvas shows it or as a figure with legend and footer.
picture::Picture bigPicture(int firms, const picture::TextMeasure &measure, bool isFigure);

} // namespace entente::tests
