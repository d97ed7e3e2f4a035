#pragma once

#include "picture/picture.h"
#include "picture/spatialindex.h"

#include <QImage>
#include <QSet>

namespace entente::painting {

// A part of a picture on the screen: the square of pixels whose top left is `origin`, counted from the
// picture's origin at so many pixels a unit.
struct TileArea
{
    QPoint origin;
    QSize size;
    double pixelsPerUnit = 1;
    double scale = 1; // of the view, without the screen's pixel ratio: decides the level of detail
};

// Paints it, opaque; may be called by several threads at once. Of an overview and where lines crowd,
// lines and shapes of a few pixels are drawn by the share of a pixel that they cover.
QImage paintedTile(const picture::Picture &picture, const picture::SpatialIndex &index, const TileArea &area,
                   const QSet<QString> *lit = nullptr);

// All of a picture as figures show it, so small that most shapes have a few pixels and no type can be read:
// with a painter, 100,000 firms would take half a minute. The image is opaque, RGB32.
constexpr double smallScale = 0.12;
void paintSmall(QImage &image, const picture::Picture &picture, double scale);

} // namespace entente::painting
