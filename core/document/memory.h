#pragma once

#include <QtGlobal>

namespace entente::document {

// How much memory this process can still take without the machine having to end programs, in bytes; the
// largest number there is where the system doesn't say.
qint64 availableMemory();

} // namespace entente::document
