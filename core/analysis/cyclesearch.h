#pragma once

#include <QList>

namespace entente::analysis {

// The elementary cycles of a directed graph, shortest first, each beginning at its lowest node; those of one
// length in ascending order of their nodes.
struct Cycles
{
    QList<QList<int>> cycles;
    int searchedLength = 0; // every cycle of up to so many nodes was found
    bool complete = true;   // and there is none that is longer
};

// `next` lists the successors of each node in ascending order. Bounded on any graph: by the length of cycles,
// by steps (arcs followed), and by the number of cycles.
struct SearchLimits
{
    int maxLength = 8;
    int steps = 5'000'000;
    int mostCycles = 10'000;
};
Cycles findCycles(const QList<QList<int>> &next, const SearchLimits &limits);

} // namespace entente::analysis
