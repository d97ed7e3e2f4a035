#pragma once

#include <QtGlobal>

#include <functional>

namespace entente::layoutworker {

// What the process may take, in bytes, beside the stack and the heap that each job reserves (384 MiB); one
// file per platform. No limit under sanitizers, which reserve address space of their own.
void limitThisProcess(qint64 addressSpace);
// Makes the process end when the one that started it does.
void dieWithParent();

// Where Graphviz compares addresses, a layout depends on how memory was handed out before. So each runs in a
// thread, whose heap is its own and new, with a stack for deep recursion: the same job has the same answer.
// False where there is no room for one.
bool runOnFreshHeap(const std::function<void()> &task);
void fixMmapThreshold(); // at the start of the process: what is mapped no longer depends on what was freed

} // namespace entente::layoutworker
