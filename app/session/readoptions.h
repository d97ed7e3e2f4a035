#pragma once

#include "formats/readoptions.h"

namespace entente::session {

// How to read any file: formats that need another process are handed the way to it, and ENTENTE_MAX_VALUES
// of the environment is the limit of values, where that is a number.
formats::ReadOptions readOptions();

} // namespace entente::session
