#pragma once

#include "analysis/holding.h"
#include "layout/layoutrequest.h"
#include "painting/figure.h"
#include "picture/theme.h"

#include <QCommandLineParser>

#include <optional>

namespace entente::commandline {

// What `draw` was asked for, checked.
struct DrawOptions
{
    QString file;
    QString out;
    QString format; // svg, png, pdf, json, html
    std::optional<analysis::AsOf> asOf;
    QString theme;                  // light, dark, a file, or empty where none was asked for
    painting::FigureOptions figure; // its background is that of every format
    QString view;                   // a file, "none", or empty for the one beside the scenario
    bool allReadings = false;       // a grid of figures
    bool legend = true;
    bool footer = true;
    QString compare; // a file whose changes are told; empty for none, or for FILE itself at another date
    std::optional<analysis::AsOf> compareAsOf; // the other side's date; none: the same
    layout::Engine engine = layout::Engine::Auto;
    QString focus;
    int hops = 1;
};

void declareDrawOptions(QCommandLineParser &parser);
// Nothing where the usage is wrong; `why` is then a sentence.
std::optional<DrawOptions> readDrawOptions(const QCommandLineParser &parser, QString *why);
// The light one where none was asked for.
Outcome<picture::Theme> readDrawTheme(const DrawOptions &options);

} // namespace entente::commandline
