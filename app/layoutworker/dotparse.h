#pragma once

#include "dotgraph/dotgraph.h"

#include <functional>

namespace entente::layoutworker {

// Parses a DOT text with cgraph and answers once, at the latest at the end; an answer may also come from
// within cgraph, where a limit is reached, so `answer` has to end the process. To be called once a process:
// after an error cgraph can't parse what comes next.
void parseDot(const QByteArray &utf8, const std::function<void(const dot::Parsed &)> &answer);

} // namespace entente::layoutworker
