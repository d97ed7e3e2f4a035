#pragma once

#include <QtGlobal>

namespace entente::layoutworker {

// What the process may take; one file per platform. Nothing under sanitizers, which reserve address space of
// their own.
void limitThisProcess(qint64 addressSpace);
// Makes the process end when the one that started it does.
void dieWithParent();

} // namespace entente::layoutworker
