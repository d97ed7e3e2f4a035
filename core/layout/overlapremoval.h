#pragma once

#include "layout/layoutcontrol.h"

#include <QRectF>

#include <vector>

namespace entente::layout {

// Boxes around centres, in parallel lists.
struct Boxes
{
    std::vector<QPointF> centres;
    std::vector<QSizeF> sizes;

    int count() const { return int(centres.size()); }
    QRectF box(int i) const;
    std::vector<QRectF> all() const;
};

// Gives crowded places the room that they need, from the coarse to the fine: the cells of a quadtree are
// taken as boxes as large as all that lies in them needs, and these are pushed apart with what they hold.
// Pushing single boxes alone would need as many rounds as a crowd has layers, squared. `areas` is what each
// needs.
void spreadCrowds(std::vector<QPointF> &centres, const std::vector<double> &areas,
                  const LayoutControl &control);

// Moves boxes that overlap away from each other along the line between their centres, a little at a time, so
// that the shape of the whole is kept: the proximity stress of Gansner & Hu, "Efficient, proximity-preserving
// node overlap removal" (2010), with the neighbours that a grid finds instead of a triangulation. It ends
// after so many rounds even where something still overlaps.
void pushApart(Boxes &boxes, int mostRounds, const LayoutControl &control);

// Puts each box that overlaps an earlier or larger one into the nearest gap. Afterwards none overlap.
void settleApart(Boxes &boxes, const LayoutControl &control);

} // namespace entente::layout
