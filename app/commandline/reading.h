#pragma once

#include "analysis/holding.h"
#include "formats/readoptions.h"

#include <QCommandLineParser>

#include <optional>

namespace entente::commandline {

// The option --map of commands that read files: what the columns of a table mean.
void declareMapping(QCommandLineParser &parser);

// How to read what the command line names; nothing where --map can't be understood, and `why` says so.
std::optional<formats::ReadOptions> readOptionsOf(const QCommandLineParser &parser, QString *why);

// Why `out` can't be written: it is one of the files that are read. Empty where it is none of them.
QString overwritingProblem(const QString &out, const QStringList &read);

// The option --as-of of commands that look at a scenario at a date.
void declareAsOf(QCommandLineParser &parser);

// The date that an option is given, or any day for "any". Nothing where it is not given, and where it is no
// date: `why` then says so.
std::optional<analysis::AsOf> asOfFrom(const QCommandLineParser &parser, const QString &option, QString *why);

} // namespace entente::commandline
