#pragma once

namespace entente::window::timelineshape {

// Of the timeline, from its top, in pixels.
constexpr int height = 82;
constexpr double margin = 16;
constexpr double labelBaseline = 14;
constexpr double lanesTop = 19;
constexpr double lanesBottom = 54;
constexpr double axis = 58;
constexpr double tickBaseline = 74;

} // namespace entente::window::timelineshape
