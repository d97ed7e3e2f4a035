#pragma once

#include "formats/readoptions.h"

#include <QCommandLineParser>

#include <optional>

namespace entente::commandline {

// The option --map of commands that read files: what the columns of a table mean.
void declareMapping(QCommandLineParser &parser);

// How to read what the command line names; nothing where --map can't be understood, and `why` says so.
std::optional<formats::ReadOptions> readOptionsOf(const QCommandLineParser &parser, QString *why);

} // namespace entente::commandline
