#pragma once

#include "formats/scenarioreader.h"
#include "graph/relationgraph.h"
#include "layout/layouter.h"
#include "picture/picturebuilder.h"

#include <QMap>

#include <memory>

namespace entente::session {

// Where things stand, by firm or agreement id: centres in picture units. Survives what changes between two scenarios.
using Places = QMap<QString, QPointF>;

// All that a picture is made of, in the order in which it comes about; the window and the command line share it.
struct Composition
{
    formats::ScenarioFile file;
    analysis::AsOf asOf;
    QList<analysis::Conflict> conflicts; // at asOf
    graph::RelationGraph graph;          // unfiltered: what is hidden keeps its place
    layout::LayoutRequest request;
    layout::Placement placement;

    picture::Subject subject() const { return {file.scenario, graph, conflicts, asOf}; }
};

// Everything but the placement. `places` become the request's fixed centres.
Composition compose(formats::ScenarioFile file, const analysis::AsOf &asOf, const picture::Theme &theme,
                    const picture::TextMeasure &measure, const Places &places = {});

Places placesOf(const Composition &composition);

// Lays it out, waiting: an overlay's base first, alone, then what the overlay adds beside it (house, decision 3).
Outcome<Composition> composeAndLayOut(formats::ScenarioFile file, const analysis::AsOf &asOf, const picture::Theme &theme,
                                      const picture::TextMeasure &measure, const Places &dragged, layout::Layouter &layouter);

} // namespace entente::session
