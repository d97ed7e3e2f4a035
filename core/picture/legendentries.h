#pragma once

#include "picture/appearance.h"

namespace entente::picture {

// One sample and what it means. The sample stands in a box of the width given and one line's height, at the
// origin.
struct LegendEntry
{
    double sampleWidth = 0;
    QList<Element> sample;
    QString text;
};

struct LegendRow
{
    QString heading;
    QList<LegendEntry> entries;
};

constexpr double legendLineHeight = 18;

// What the picture holds, row by row; rows that would say nothing are left out.
QList<LegendRow> legendRows(const Drawing &drawing);

} // namespace entente::picture
