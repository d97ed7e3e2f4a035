#pragma once

#include "layout/layoutrequest.h"

#include <QString>

namespace entente::layout {

// How one `dot` layout is set up: the direction of its ranks and the order that decides which ends of lines
// are tails.
enum class RankDirection { TopToBottom, LeftToRight };
enum class UnitOrder {
    HubInMiddle, // the hub in the middle, the components that are left without it shared out to both sides
    HubBalanced, // the same unit by unit, so that two large ones face each other though something ties them
    FromFarEnd,  // breadth-first from the far end
    FromHub,     // breadth-first from the hub
    FeedbackArc  // greedy feedback-arc order on the flows (Eades, Lin and Smyth 1993)
};

struct Candidate
{
    RankDirection ranks = RankDirection::TopToBottom;
    UnitOrder order = UnitOrder::HubInMiddle;
    bool halved = true; // a pill's parties are cut in the middle; else only the first points into it
};

// Different set-ups beat shuffles of one: eight for up to 100 things, four above.
QList<Candidate> candidatesFor(qsizetype nodes);

// The edges in the direction that `dot` is to rank them, as indices of nodes.
struct Arc
{
    int tail;
    int head;
};
QList<Arc> orient(const LayoutRequest &request, const Candidate &candidate);

} // namespace entente::layout
