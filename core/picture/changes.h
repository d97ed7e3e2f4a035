#pragma once

#include "picture/drawing.h"

namespace entente::picture {

// Draws what an alternate changes into its picture: what is gone as a dashed ghost where it stood, beneath
// everything else, and beside what is new, changed or gone the word for it.
void addChanges(Picture &picture, const ChangesSince &since, const Drawing &drawing);

} // namespace entente::picture
