#pragma once

#include "picture/picture.h"

namespace entente::picture {

// A picture in a grid, under a caption of one or more lines.
struct GridCell
{
    QStringList caption;
    Picture picture;
};

// All of them in rows, each cell as large as the largest; ids get the cell's number in front
// ("2-firm-openai"), so that they stay unique. `heading` stands above all.
Picture inGrid(const QList<GridCell> &cells, const QString &heading, const TextMeasure &measure);

} // namespace entente::picture
