#include "window/canvasview.h"

#include <algorithm>
#include <cmath>

namespace entente::window {

namespace {

QPointF onWholePixels(QPointF point)
{
    return {std::round(point.x()), std::round(point.y())};
}

// How far a span of `length` that begins at `start` must move to lie within 0…extent, the beginning before
// the end.
double shiftInto(double start, double length, double extent, double margin)
{
    if (start < margin || length > extent - 2 * margin)
        return margin - start;
    return std::min(0.0, extent - margin - (start + length));
}

} // namespace

CanvasView::CanvasView(double scale, QPointF offset)
    : m_scale(std::clamp(scale, minScale, maxScale))
    , m_offset(onWholePixels(offset))
{}

QRectF CanvasView::toScreen(const QRectF &picture) const
{
    return {toScreen(picture.topLeft()), picture.size() * m_scale};
}

QRectF CanvasView::toPicture(const QRectF &screen) const
{
    return {toPicture(screen.topLeft()), screen.size() / m_scale};
}

CanvasView CanvasView::panned(QPointF byScreen) const
{
    return {m_scale, m_offset + byScreen};
}

CanvasView CanvasView::zoomed(double factor, QPointF aboutScreen) const
{
    const double scale = std::clamp(m_scale * factor, minScale, maxScale);
    return {scale, aboutScreen - toPicture(aboutScreen) * scale};
}

CanvasView CanvasView::fitting(const QRectF &content, QSizeF window, double margin, double mostScale)
{
    const double width = std::max(1.0, window.width() - 2 * margin);
    const double height = std::max(1.0, window.height() - 2 * margin);
    const double byWidth = width / std::max(1.0, content.width());
    const double byHeight = height / std::max(1.0, content.height());
    return CanvasView(std::min({byWidth, byHeight, mostScale}), {}).centredOn(content.center(), window);
}

CanvasView CanvasView::centredOn(QPointF picture, QSizeF window) const
{
    return {m_scale, QPointF(window.width() / 2, window.height() / 2) - picture * m_scale};
}

CanvasView CanvasView::revealing(const QRectF &content, QSizeF window, double margin) const
{
    const QRectF box = toScreen(content);
    if (QRectF(QPointF(), window).contains(box))
        return *this;
    return panned({shiftInto(box.left(), box.width(), window.width(), margin),
                   shiftInto(box.top(), box.height(), window.height(), margin)});
}

CanvasView CanvasView::towards(const CanvasView &other, double t) const
{
    if (t >= 1)
        return other;
    const double scale = m_scale * std::pow(other.m_scale / m_scale, t);
    // The point that both views show at the same place on the screen stays there; without one, the offset
    // goes along.
    const double progress =
        std::abs(other.m_scale - m_scale) < 1e-9 ? t : (scale - m_scale) / (other.m_scale - m_scale);
    return {scale, m_offset + (other.m_offset - m_offset) * progress};
}

} // namespace entente::window
