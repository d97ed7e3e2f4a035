#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// Title, as-of date, what is hypothetical or uncertain, the sources by number in columns, the credit line.
// Its top left corner is the origin.
Item drawFooter(const Drawing &drawing, double width);

// Only what can't be turned off: the as-of date, and "hypothetical" and "may" where they apply.
Item drawMarks(const Drawing &drawing, double width);

} // namespace entente::picture
