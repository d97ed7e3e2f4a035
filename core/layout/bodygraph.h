#pragma once

#include "layout/forcegraph.h"
#include "layout/overlapremoval.h"

#include <QVarLengthArray>

#include <optional>

namespace entente::layout {

// What is placed on one floor of the drawing: bodies (cards, and groups as boxes that are already laid out
// inside) and the pills that bind them. A pill of one body stands beside it, others on the lines between.
struct BodyGraph
{
    struct Pill
    {
        QSizeF size;
        QVarLengthArray<int, 4> bodies; // each once; may be none
        std::optional<QPointF> hint;
    };

    std::vector<QSizeF> bodies;
    std::vector<std::optional<QPointF>> hints; // where the bodies stood before, parallel to them
    std::vector<Pill> pills;
};

struct BodyPlaces
{
    std::vector<QPointF> bodies; // centres
    std::vector<QPointF> pills;
};

// A part of it that no pill ties to the rest, and the indices that its things have in the whole.
struct BodyComponent
{
    BodyGraph graph;
    std::vector<int> bodies;
    std::vector<int> pills;
};

// In the order of their first bodies; all that has hints counts as one, since it stands as it stood. Pills
// without a body come last, each alone.
std::vector<BodyComponent> componentsOf(const BodyGraph &graph);

// Bodies as the nodes of a force graph, agreements as its edges: of two parties with weight 1, of a few as a
// clique that pulls each as hard as one edge, of many as a star around the first. Several between the same
// two weigh more, but less than their sum.
ForceGraph forceGraphOf(const BodyGraph &graph, const std::vector<double> &areas);

// The room that each body needs, with its share in the pills at it, `gap` around each of them. Pills lie
// nearer to the bodies with few of them, and so does their room.
std::vector<double> areasOf(const BodyGraph &graph, double gap);

} // namespace entente::layout
