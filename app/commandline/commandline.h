#pragma once

#include <QStringList>

namespace entente::commandline {

bool isSubcommand(const QString &word);
// Runs a subcommand and returns the process's exit code. Creates the application object that it needs
// (offscreen).
int run(int argc, char **argv);

} // namespace entente::commandline
