#pragma once

#include "layout/layoutrequest.h"

namespace entente::layout {

enum class PileDirection { Down, Right };

// A request in which what hangs on one card alone stands in a pile with it, as one node: agreements of that
// card only and, downwards, a card that a single agreement ties to nothing else. Ranked apart they would take
// columns of their own and hollow out the group around them.
struct Piled
{
    LayoutRequest request;
    QList<int> nodes; // index in the whole of each node of `request`
    QList<int> edges; // likewise; edges inside a pile are left out

    // Centres of all nodes of the whole, from those of `request`.
    QList<QPointF> spreadOut(const QList<QPointF> &centres) const;

    struct Member
    {
        int node = 0;   // in the whole
        int pile = 0;   // in `request`
        QPointF centre; // from the pile's
    };
    QList<Member> members;
};
Piled piledUp(const LayoutRequest &whole, PileDirection direction);

} // namespace entente::layout
