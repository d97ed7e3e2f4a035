#pragma once

#include "analysis/timeline.h"
#include "formats/scenarioreader.h"
#include "graph/relationgraph.h"
#include "layout/layouter.h"
#include "picture/picturebuilder.h"
#include "session/arrangement.h"

#include <memory>

namespace entente::session {

// All that a picture is made of, in the order in which it comes about; the window and the command line share
// it.
struct Composition
{
    formats::ScenarioFile file;
    analysis::AsOf asOf;
    QList<analysis::DatedEvent> events;  // whatever the date and the readings
    QList<analysis::Conflict> conflicts; // at asOf
    graph::RelationGraph graph;          // unfiltered: what is hidden keeps its place
    layout::LayoutRequest request;
    layout::Placement placement;

    picture::Subject subject() const { return {file.scenario, graph, conflicts, asOf}; }
};

// Whether composing it takes longer than a window may stand still.
bool isLarge(const domain::Scenario &scenario);

// What turns a scenario into sizes: both outlive the call.
struct Look
{
    const picture::Theme &theme;
    const picture::TextMeasure &measure;
};

// Everything but the placement. `places` become the request's fixed centres.
Composition compose(formats::ScenarioFile file, const analysis::AsOf &asOf, const picture::Theme &theme,
                    const picture::TextMeasure &measure, const Places &places = {});

// The key in Places of a node of the request: the firm's or agreement's id; "agreement:ID" where a firm has
// that id too.
QString placeKey(const graph::RelationGraph &graph, int node);
int nodeAt(const graph::RelationGraph &graph, const QString &key); // -1 for none

// The same at another date: what holds and what conflicts changes, and nothing moves.
void redate(Composition &composition, const analysis::AsOf &asOf);

Places placesOf(const Composition &composition);
Arrangement arrangementOf(const Composition &composition);
// What stands or runs otherwise in the one placement of its request than in the other.
Arrangement differing(const Composition &composition, const layout::Placement &of,
                      const layout::Placement &from);

// Gives the composition its placement from what is kept: things known stay, what is new or has outgrown its
// place is put beside its neighbours, and only lines at what moved run anew. `dragged` wins over `kept`, and
// what it covers yields.
void settle(Composition &composition, const Arrangement &kept, const Places &dragged = {});
// Whether anything of it has a kept place; without any it is to be laid out.
bool isKnown(const Composition &composition, const Arrangement &kept);

// An overlay's bases, farthest first, and then the file itself.
Outcome<QList<formats::ScenarioFile>> chainOf(formats::ScenarioFile file);
// The last of some overlays (nearest the root first; the root itself where there are none), in the places of
// the root laid out alone and of what each overlay adds to it in turn.
Composition composeChain(Composition root, QList<formats::ScenarioFile> overlays, const Look &look,
                         const Places &dragged);

// What the canvas shows of it: everything, without legend and footer, not cropped.
picture::PictureOptions canvasOptions();

// Lays it out, waiting: an overlay's base first, alone, then what the overlay adds beside it (house, decision
// 3).
Outcome<Composition> composeAndLayOut(formats::ScenarioFile file, const analysis::AsOf &asOf,
                                      const picture::Theme &theme, const picture::TextMeasure &measure,
                                      const Places &dragged, layout::Layouter &layouter,
                                      layout::Engine engine = layout::Engine::Auto);

} // namespace entente::session
