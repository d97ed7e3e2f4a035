#pragma once

#include "picture/picture.h"

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
    QSet<QString> selected;             // item ids, drawn with the accent outline
    picture::Rgba accent;
    bool background = true;
};

QColor toColor(picture::Rgba colour);

// Paints in picture units: the caller has set the painter's transformation.
void paintPicture(QPainter &painter, const picture::Picture &picture, const PaintOptions &options = {});

} // namespace entente::painting
