#pragma once

namespace entente::test {

// Sanitizers take up to ten times as long: under them a test takes every so-many-th of the same cases.
#ifdef ENTENTE_SANITIZED
constexpr int everyNth = 10;
#else
constexpr int everyNth = 1;
#endif

} // namespace entente::test
