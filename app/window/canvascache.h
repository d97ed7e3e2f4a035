#pragma once

#include "window/canvasview.h"

#include <QPixmap>

#include <functional>

class QPainter;

namespace entente::window {

// The view as it was painted last. Panning moves it along and paints only what comes into sight.
class CanvasCache
{
public:
    // Paints a part of the screen; the painter is in screen coordinates and clipped to it.
    using PaintArea = std::function<void(QPainter &, const QRectF &screen)>;

    void invalidate() { m_valid = false; }
    const QPixmap &lastPainted() const { return m_pixmap; } // null before the first time
    const QPixmap &updated(const CanvasView &view, QSize size, double pixelRatio, const PaintArea &paint);

private:
    bool shift(const CanvasView &view, const PaintArea &paint);

    QPixmap m_pixmap;
    CanvasView m_view;
    bool m_valid = false;
};

} // namespace entente::window
