#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace entente::window {

// How a picture is looked at: screen = picture × scale + offset. Screen lengths are in device-independent
// pixels.
class CanvasView
{
public:
    static constexpr double minScale = 0.002; // 100,000 firms take half a million units
    static constexpr double maxScale = 8;
    static constexpr double step = 1.25; // of one notch of the wheel or one press of Ctrl +

    CanvasView() = default;
    CanvasView(double scale, QPointF offset);

    double scale() const { return m_scale; }
    QPointF offset() const { return m_offset; }

    QPointF toScreen(QPointF picture) const { return picture * m_scale + m_offset; }
    QPointF toPicture(QPointF screen) const { return (screen - m_offset) / m_scale; }
    QRectF toScreen(const QRectF &picture) const;
    QRectF toPicture(const QRectF &screen) const;

    CanvasView panned(QPointF byScreen) const;
    CanvasView zoomed(double factor, QPointF aboutScreen) const; // what is under that point stays under it
    // `content` in the middle of a window of that size, as large as fits within the margin but not above
    // `mostScale`.
    static CanvasView fitting(const QRectF &content, QSizeF window, double margin, double mostScale);
    CanvasView centredOn(QPointF picture, QSizeF window) const;
    // Panned as little as it takes to bring `content` into the window; the same where it is in it.
    CanvasView revealing(const QRectF &content, QSizeF window, double margin) const;

    // From this at 0 to the other at 1, the scale by equal ratios, so that a glide looks steady.
    CanvasView towards(const CanvasView &other, double t) const;

    bool operator==(const CanvasView &) const = default;

private:
    double m_scale = 1;
    QPointF m_offset; // kept on whole pixels, so that a picture painted before can be moved along
};

} // namespace entente::window
