#pragma once

#include "layout/geometry.h"

#include <optional>

namespace entente::layout {

enum class NodeKind { Card, Pill };

struct Node
{
    NodeKind kind = NodeKind::Card;
    QSizeF size;
    int group = -1;               // index of its innermost group; -1 for none
    std::optional<QPointF> fixed; // its centre, where it must stay
    // Its centre before, near which the multilevel engine leaves it; the other engine lays out anew.
    std::optional<QPointF> hint = {};
    bool operator==(const Node &) const = default;
};

struct Group
{
    int parent = -1; // index of the enclosing group; always smaller than its own index
    QSizeF title;    // room for its title at its top left, inside the padding; no wider than what it holds
    bool operator==(const Group &) const = default;
};

enum class Flow { None, PillToCard, CardToPill };

// A line from a pill to one of its parties.
struct Edge
{
    int pill = 0;           // index of a Pill node
    int card = 0;           // index of a Card node
    Flow flow = Flow::None; // a hint for fas+role orientation; arrowheads are the picture's
    double width = 1.5;     // of the stroke
    bool operator==(const Edge &) const = default;
};

// A line between two pills that takes no part in placing: routed afterwards. Both ends the same: a mark on
// its pill.
struct Link
{
    int from = 0;
    int to = 0;
    QSizeF mark; // room that its mark needs in its middle
    bool operator==(const Link &) const = default;
};

struct Spacing
{
    double node = 18;         // least distance between two nodes
    double rank = 52;         // wide enough for lines to part before they rise
    double groupPadding = 14; // between a group's border and what is in it
    double component = 40;
    bool operator==(const Spacing &) const = default;
};

// Who lays out. Auto chooses by count.
enum class Engine { Auto, Hierarchy, Force };

// Sizes in: a graph of cards and pills. It knows nothing of what they stand for.
struct LayoutRequest
{
    QList<Node> nodes;
    QList<Group> groups;
    QList<Edge> edges;
    QList<Link> links;
    double aspect = 1.6; // wished width / height
    Spacing spacing;
    Engine engine = Engine::Auto;

    static constexpr int maxDotNodes = 600; // beyond, `dot` is not asked (see ARCHITECTURE.md)
    bool operator==(const LayoutRequest &) const = default;
};

} // namespace entente::layout
