#pragma once

#include "picture/picture.h"

#include <QImage>

namespace entente::painting {

// Draws the small shapes that an overview is made of (lines thinner than a pixel, cards of a few pixels,
// dots) straight into an opaque 32-bit image, weighted by how much of a pixel they cover: a tenth of the time
// that a QPainter takes, since nothing is stroked or flattened into polygons. All in pixels of the image.
class RasterPen
{
public:
    explicit RasterPen(QImage &image); // before a QPainter begins on it; the image outlives the pen

    void fillRect(const QRectF &rect, picture::Rgba colour);
    void fillDisc(QPointF centre, double radius, picture::Rgba colour);
    void drawLine(QPointF from, QPointF to, double width, picture::Rgba colour);

private:
    void blend(int x, int y, int weight, quint32 colour); // weight of 256
    void fillRow(int y, double left, double right, double weight, quint32 colour);
    void drawAlong(bool isFlat, QPointF from, QPointF to, double thickness, quint32 colour);
    void drawBand(bool isFlat, int at, double middle, double thickness, double share, quint32 colour);

    uchar *m_bits;
    qsizetype m_bytesPerLine;
    int m_width;
    int m_height;
};

} // namespace entente::painting
