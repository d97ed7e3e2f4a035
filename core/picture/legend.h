#pragma once

#include "picture/appearance.h"

namespace entente::picture {

// Explains what is in the picture and nothing else, in rows no wider than asked. Its top left corner is the
// origin. Without elements when there is nothing to explain.
Item drawLegend(const Drawing &drawing, double width);

} // namespace entente::picture
