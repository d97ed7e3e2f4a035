#pragma once

#include "analysis/conflicts.h"
#include "graph/relationgraph.h"
#include "layout/placement.h"
#include "picture/theme.h"

#include <QSet>

namespace entente::picture {

// What is to be drawn. All of it must outlive the call; conflicts may be empty.
struct Subject
{
    const domain::Scenario &scenario;
    const graph::RelationGraph &graph;
    const QList<analysis::Conflict> &conflicts;
    analysis::AsOf asOf;
};

// Nodes are the graph's firms and then its agreements, groups the graph's groups, edges its ties, links its
// conflicts: each list in the same order, so that index i of a Placement is that of the graph.
layout::LayoutRequest layoutRequest(const Subject &subject, const Theme &theme, const TextMeasure &measure);
// The links alone: they change with the date, sizes never do.
QList<layout::Link> conflictLinks(const Subject &subject);

// What an alternate changes: items by their ids in the picture before, uncropped in the same places, and in
// this one.
struct ChangesSince
{
    Picture before;
    QString title; // of what it is compared with
    QSet<QString> removed;
    QSet<QString> added;
    QSet<QString> changed;
    QHash<QString, QString> holding; // "now holds" by item, of what holds otherwise than before
};

// The same subject, places, theme and options drawn at another date, without changes told: what looks then as
// it looks now is taken over from it.
struct EarlierDrawing
{
    Picture picture;
    analysis::AsOf asOf;
};

struct PictureOptions
{
    const EarlierDrawing *earlier = nullptr; // where there is one and nothing is cropped
    const ChangesSince *since = nullptr;     // drawn in, where given
    std::optional<graph::Subset> shown;      // none: everything; what is not shown leaves its place empty
    bool legend = true;
    bool footer = true; // title, as-of date, "hypothetical", sources; without it the marks that can't be
                        // turned off remain
    double margin = 24;
    bool crop = true;        // to what is shown, origin at the margin; else coordinates stay the placement's
    double leastWidth = 480; // room for legend and footer
};

Picture buildPicture(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                     const TextMeasure &measure, const PictureOptions &options = {});
// The legend alone, for the corner of the canvas.
Picture buildLegend(const Subject &subject, const Theme &theme, const TextMeasure &measure, double width);

} // namespace entente::picture
