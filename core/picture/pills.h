#pragma once

#include "picture/appearance.h"

namespace entente::picture {

// An agreement's pill: icon of its heading, title, amount, what is to be noted of it, numbers of its sources.
// Its size doesn't depend on the date.
QSizeF pillSize(const domain::Agreement &agreement, const domain::Scenario &scenario, const Theme &theme,
                const TextMeasure &measure);
Item drawPill(int agreement, const Appearance &look, const Drawing &drawing);

// "1", "1 3", "2–5": ascending numbers, runs of three or more joined.
QString joinedNumbers(const QList<int> &numbers);

} // namespace entente::picture
