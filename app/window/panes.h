#pragma once

class QMainWindow;

namespace entente::window {

// Moves the keyboard from the canvas to the next visible panel, or to the one before (step -1), and around.
void focusPane(const QMainWindow &window, int step);

} // namespace entente::window
