#include "window/canvascache.h"

#include <QPainter>
#include <QRegion>

namespace entente::window {

namespace {

QPixmap blank(QSize size, double pixelRatio)
{
    QPixmap pixmap((QSizeF(size) * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

} // namespace

const QPixmap &CanvasCache::updated(const CanvasView &view, QSize size, double pixelRatio,
                                    const PaintArea &paint)
{
    const QSize pixels = (QSizeF(size) * pixelRatio).toSize();
    const bool sameKind = m_valid && m_pixmap.size() == pixels && m_pixmap.devicePixelRatio() == pixelRatio;
    if (sameKind && (view == m_view || shift(view, paint)))
        return m_pixmap;
    m_pixmap = blank(size, pixelRatio);
    QPainter painter(&m_pixmap);
    paint(painter, QRectF(QPointF(), size));
    m_view = view;
    m_valid = true;
    return m_pixmap;
}

bool CanvasCache::shift(const CanvasView &view, const PaintArea &paint)
{
    const double ratio = m_pixmap.devicePixelRatio();
    const QPoint by = (view.offset() - m_view.offset()).toPoint();
    const QPointF byPixels = QPointF(by) * ratio;
    const QRect window(QPoint(), m_pixmap.deviceIndependentSize().toSize());
    // A ratio such as 1.5 puts odd steps between device pixels: then all is painted anew, or it would blur.
    if (view.scale() != m_view.scale() || byPixels != QPointF(byPixels.toPoint()) ||
        !window.intersects(window.translated(by)))
        return false;
    QPixmap moved = blank(window.size(), ratio);
    QPainter painter(&moved);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(by, m_pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    for (const QRect &exposed : QRegion(window) - QRegion(window.translated(by))) {
        painter.save();
        painter.setClipRect(exposed);
        paint(painter, exposed);
        painter.restore();
    }
    painter.end();
    m_pixmap = moved;
    m_view = view;
    return true;
}

} // namespace entente::window
