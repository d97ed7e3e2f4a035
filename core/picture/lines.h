#pragma once

#include "picture/appearance.h"

namespace entente::picture {

// A line from an agreement's pill to one of its parties: pattern by status, width by amount, an arrowhead
// where the role is a target, a mark of the instrument where it is a source; thin and plain to a channel or
// subject.
Item drawLine(int tie, const QString &id, const Appearance &look, const Drawing &drawing);

// The pieces, for the legend too.
Path pathOf(const layout::Curve &curve);
Shape lineShape(Path path, LinePattern pattern, Rgba colour, double width);
Shape arrowhead(QPointF tip, QPointF direction, Rgba colour, double width);
double arrowLength(double width);
// Null where the instrument has no mark.
std::optional<Shape> instrumentMark(domain::Instrument instrument, QPointF centre, Rgba colour,
                                    Rgba background);
// The curve without so much of its end.
layout::Curve trimmedEnd(const layout::Curve &curve, double length);

} // namespace entente::picture
