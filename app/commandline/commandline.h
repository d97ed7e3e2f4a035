#pragma once

#include <QStringList>

namespace entente::commandline {

// Whether the program's arguments, its own name apart, ask for the window: none, or one that may be a file.
bool askForWindow(const QStringList &arguments);
// Runs a subcommand, or tells that there is none of that name, and returns the process's exit code. Creates
// the application object that it needs (offscreen).
int run(int argc, char **argv);

} // namespace entente::commandline
