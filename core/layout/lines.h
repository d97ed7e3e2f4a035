#pragma once

#include "layout/placement.h"

namespace entente::layout {

// Curves for all edges at the given centres: cubics from side to side with their ends spread along the sides;
// where one would run over a node or the title of a group, one that leans on an end, `fallback` (Graphviz's
// spline, may be empty), with Care::Full other sides or a way around, whichever is shorter. Care::Quick is
// for comparing placements.
enum class Care { Quick, Full };
QList<Curve> drawEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                       const QList<Curve> &fallback = {}, Care care = Care::Full);

// The same after the nodes in `moved` have moved: lines that don't end at one of them and that none of them
// covers now stay.
QList<Curve> redrawEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                         const QList<Curve> &previous, const QList<int> &moved);

// Curves for the links: an arc where one is clean, else a cubic that leans on an end, else a way around all
// nodes; the middle of each leaves room for its mark, also beside other marks.
QList<Curve> drawLinks(const LayoutRequest &request, const QList<QPointF> &centres,
                       const QList<Curve> &edges);

// Straight lines from border to border, for graphs too large to route: they may run over cards. With
// `previous`, only those at nodes in `moved` are drawn anew.
QList<Curve> straightEdges(const LayoutRequest &request, const QList<QPointF> &centres);
QList<Curve> straightEdges(const LayoutRequest &request, const QList<QPointF> &centres,
                           const QList<Curve> &previous, const QList<int> &moved);
QList<Curve> straightLinks(const LayoutRequest &request, const QList<QPointF> &centres);

QRectF boundsOf(const LayoutRequest &request, const Placement &placement);

} // namespace entente::layout
