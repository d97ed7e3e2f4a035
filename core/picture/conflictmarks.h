#pragma once

#include "picture/drawing.h"

namespace entente::picture {

constexpr double conflictMarkHalf = 11; // of the diamond, in pixels

// A red double line between two pills with a diamond in its middle: full when the conflict is certain, hollow
// with a question mark when it depends on a disputed fact. Within one agreement: the diamond alone, on its
// pill.
Item drawConflict(int conflict, const Drawing &drawing);
bool showsConflict(int conflict, const Drawing &drawing);
QRectF markBoxOf(const Item &conflict); // of its diamond

QList<Element> conflictDiamond(QPointF centre, double half, analysis::Verdict verdict, const Theme &theme,
                               const TextMeasure &measure);
Path doubleLine(const layout::Curve &curve);

} // namespace entente::picture
