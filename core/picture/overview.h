#pragma once

#include "picture/picture.h"

namespace entente::picture {

// Labels for a zoomed-out view, at a size that stays readable on the screen: the most prominent names that
// fit without overlapping each other. Positions and sizes in picture units.
QList<Text> overviewLabels(const Picture &picture, double scale, const TextMeasure &measure);

// Below this scale cards are dots and pills fold into their lines.
constexpr double overviewScale = 0.38;

} // namespace entente::picture
