#pragma once

#include "picture/picture.h"
#include "picture/spatialindex.h"

#include <QRectF>
#include <QSet>

class QColor;
class QPainter;

namespace entente::painting {

struct PaintOptions
{
    double scale = 1;                   // of the view: decides the level of detail
    QRectF area;                        // in picture units; empty: all of it
    const QSet<QString> *lit = nullptr; // item ids; where set, all others are dimmed towards the background
    bool background = true;
    const picture::SpatialIndex *index = nullptr; // the picture's: what isn't in the area isn't looked at
};

QColor toColor(picture::Rgba colour);

// Paints in picture units: the caller has set the painter's transformation.
void paintPicture(QPainter &painter, const picture::Picture &picture, const PaintOptions &options = {});
// Some of its items, in the order given.
void paintItems(QPainter &painter, const picture::Picture &picture, const QList<int> &indices,
                const PaintOptions &options);
// The accent outline of what is selected, over it or, of a conflict, around it; `scale` is that of the view.
void paintSelection(QPainter &painter, const picture::Picture &picture, int index, picture::Rgba accent,
                    double scale);

constexpr double dimmedShare = 0.78; // of the background, in what is not lit
// Strokes, arrowheads and selections stand so far over their item's box.
constexpr double reachOverBox = 8;

} // namespace entente::painting
