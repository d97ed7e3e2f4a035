#pragma once

#include "document/document.h"
#include "domain/scenario.h"
#include "formats/readoptions.h"
#include "problems/problem.h"

#include <QByteArray>
#include <QStringList>

namespace entente::formats {

// A scenario with the document it was read from, so that a writer can keep the author's order.
struct ScenarioFile
{
    domain::Scenario scenario;
    document::Document document; // overlays merged; every value knows its own file
    QString path;                // as given; "-" for standard input, ":/…" for a bundled one
    QStringList bases;           // paths of what it extends, nearest first; empty for a whole scenario
    QString format = {}; // the name of the foreign format it was read from; empty for a scenario's own
};

// Reads a scenario, an overlay with all its bases, or a file of any other format that can be read; every
// problem of the whole chain is told in one pass.
Outcome<ScenarioFile> readScenario(const QString &path, const ReadOptions &options = {});

// The same from bytes; `path` names them in problems and is where a relative `extends` starts (none from
// standard input "-").
Outcome<ScenarioFile> readScenario(const QByteArray &bytes, const QString &path,
                                   const ReadOptions &options = {});

// The same from a document that is merged already, such as an edited one. `bases` are the paths of what it
// was merged from. Values that were never in a file have no line in problems.
Outcome<ScenarioFile> readScenario(document::Document document, const QString &path,
                                   const QStringList &bases);

// What an overlay or scenario says of itself, for lists of alternates. Its bases are read only where it
// doesn't say itself whether it is hypothetical.
struct ScenarioHeader
{
    QString path;
    QString id;
    QString title;
    QString extendsFile; // as written; empty for a whole scenario
    bool hypothetical = false;
};
Outcome<ScenarioHeader> readScenarioHeader(const QString &path, const ReadLimits &limits = {});

} // namespace entente::formats
