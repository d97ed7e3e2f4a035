#include "window/canvas.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>

#include <cmath>

namespace entente::window {

namespace {

constexpr double wheelNotch = 120; // eighths of a degree, as Qt counts them
constexpr double shiftPan = 60;    // pixels a notch of the wheel pans with Shift

bool comesFromTrackpad(const QWheelEvent &event)
{
    return !event.pixelDelta().isNull() && event.phase() != Qt::NoScrollPhase;
}

} // namespace

void Canvas::wheelEvent(QWheelEvent *event)
{
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier);
    const QPointF notches = QPointF(event->angleDelta()) / wheelNotch;
    if (comesFromTrackpad(*event) && !zooms) {
        m_isFitted = false;
        setView(m_view.panned(event->pixelDelta()));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_isFitted = false;
        setView(m_view.panned(QPointF(notches.x() + notches.y(), 0) * shiftPan));
    } else if (notches.y() != 0) {
        zoomBy(std::pow(CanvasView::step, notches.y()), event->position());
    }
    event->accept();
}

bool Canvas::zoomByGesture(QNativeGestureEvent *event)
{
    if (event->gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomBy(1 + event->value(), event->position());
    return true;
}

bool Canvas::handleGesture(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture)
        return zoomByGesture(static_cast<QNativeGestureEvent *>(event));
    auto *gestures = static_cast<QGestureEvent *>(event);
    auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    zoomBy(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
    gestures->accept(pinch);
    return true;
}

bool Canvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        return showToolTip(static_cast<QHelpEvent *>(event));
    case QEvent::NativeGesture:
    case QEvent::Gesture:
        return handleGesture(event) || QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

} // namespace entente::window
