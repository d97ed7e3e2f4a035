#pragma once

#include "formats/readoptions.h"

namespace entente::session {

// Parses DOT in the layout worker, where Graphviz is; waits for it, in any thread. The worker's time and
// memory are limited, and what becomes of it is told as problems of the file.
Outcome<dot::Parsed> parseDotInWorker(const formats::DotText &text);

} // namespace entente::session
