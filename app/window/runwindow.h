#pragma once

namespace entente::window {

// Opens the window on the file named on the command line, or the bundled scenario; returns the process's exit
// code.
int runWindow(int argc, char **argv);

} // namespace entente::window
