#include "window/canvas.h"
#include "window/canvaswalk.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

namespace entente::window {

using picture::Role;

namespace {

constexpr double lineTolerance = 5; // pixels beside a line that still hit it
constexpr double arrowPan = 60;     // pixels

} // namespace

// ---- what is under the pointer

QString Canvas::itemUnder(QPointF screen) const
{
    const int index = m_index->itemAt(m_picture, m_view.toPicture(screen), lineTolerance / m_view.scale());
    return index < 0 ? QString() : m_picture.items.at(index).id;
}

void Canvas::hover(const QString &id)
{
    if (id == m_hovered)
        return;
    m_hovered = id;
    const auto found = m_picture.item(id);
    const bool lights = found && found->role != Role::Group && !found->ghost;
    m_lit = lights ? m_session.itemsLitWith(m_session.thingAt(*found)) : QSet<QString>();
    lightUp();
    updateCursor();
}

void Canvas::updateCursor()
{
    if (m_mouse.grip == Grip::Pan || m_mouse.grip == Grip::Drag)
        setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (const auto found = m_picture.item(m_hovered); found && found->role != Role::Group)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

bool Canvas::showToolTip(QHelpEvent *event)
{
    const auto found = m_picture.item(itemUnder(event->pos()));
    if (found && m_mouse.grip == Grip::None)
        QToolTip::showText(event->globalPos(), toolTipFor(*found, m_session), this,
                           screenRectOf(found->id).toRect());
    else
        QToolTip::hideText();
    return true;
}

// ---- mouse

void Canvas::mousePressEvent(QMouseEvent *event)
{
    m_motion.finish();
    const bool pans =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld);
    if (m_mouse.grip == Grip::None && event->button() == Qt::LeftButton && beginLink(event->position()))
        return;
    if (m_mouse.grip == Grip::None && (pans || event->button() == Qt::LeftButton)) {
        beginPress(event);
        if (pans)
            m_mouse.grip = Grip::Pan;
    }
    updateCursor();
}

void Canvas::beginPress(QMouseEvent *event)
{
    m_mouse = {Grip::Press, event->position(), event->position(), itemUnder(event->position()), {}, {}};
    const auto found = m_picture.item(m_mouse.item);
    if (!found)
        return;
    m_mouse.key = m_session.placeKeyOf(*found);
    m_mouse.grabOffset = found->box.center() - m_view.toPicture(event->position());
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_mouse.grip == Grip::None) {
        const bool isAtHandle = QLineF(at, linkHandle()).length() <= linkHandleReach;
        if (!isAtHandle)
            hover(itemUnder(at));
        update();
        isAtHandle ? setCursor(Qt::CrossCursor) : updateCursor();
        return;
    }
    const bool isFar = (at - m_mouse.pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_mouse.grip == Grip::Press && isFar) {
        m_mouse.grip = m_mouse.key.isEmpty() ? Grip::Pan : Grip::Drag;
        hover({});
        updateCursor();
    }
    if (m_mouse.grip == Grip::Pan) {
        m_isFitted = false;
        setView(m_view.panned(at - m_mouse.last));
    } else if (m_mouse.grip == Grip::Drag) {
        dragTo(at);
    } else if (m_mouse.grip == Grip::Link) {
        hover(itemUnder(at));
        update();
    }
    m_mouse.last = at;
}

void Canvas::dragTo(QPointF screen)
{
    m_isFitted = false;
    if (session::isLarge(m_session.scenario())) {
        update(); // painted over the picture: to draw all of it anew for every step takes too long
        return;
    }
    m_session.previewMove(m_mouse.key, m_view.toPicture(screen) + m_mouse.grabOffset);
}

void Canvas::endDrag(QPointF screen)
{
    const QPointF centre = m_view.toPicture(screen) + m_mouse.grabOffset;
    if (session::isLarge(m_session.scenario()))
        m_dropped.insert(m_mouse.item, centre); // before: the picture may follow at once
    m_session.moveTo(m_mouse.key, centre);
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && event->button() != Qt::LeftButton)
        return; // another button let go in the middle of a drag
    const Mouse released = m_mouse;
    if (released.grip == Grip::Link) {
        endLink(event->position());
        return;
    }
    if (released.grip == Grip::Drag)
        endDrag(event->position());
    m_mouse = {};
    if (released.grip == Grip::Press && event->button() == Qt::LeftButton) {
        if (released.item.isEmpty())
            m_session.clearSelection();
        else
            selectItem(released.item);
    }
    hover(itemUnder(event->position()));
    updateCursor();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString id = itemUnder(event->position());
    if (event->button() != Qt::LeftButton || id.isEmpty())
        return;
    selectItem(id);
    zoomToSelection();
}

void Canvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hover({});
}

// ---- keys

void Canvas::keyPressEvent(QKeyEvent *event)
{
    hover({}); // until the mouse moves again, the keyboard says what is looked at
    if (event->key() == Qt::Key_Space) {
        m_isSpaceHeld = true;
        updateCursor();
    } else if (event->key() == Qt::Key_Escape) {
        escape();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        zoomToSelection();
    } else if (!handleZoomKey(event) && !handleArrowKey(event)) {
        QWidget::keyPressEvent(event);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        updateCursor();
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

void Canvas::escape()
{
    if (m_mouse.grip == Grip::Link) {
        m_mouse = {};
        update();
        return;
    }
    if (m_mouse.grip == Grip::Drag) {
        m_mouse = {};
        m_session.cancelMove();
        updateCursor();
        return;
    }
    hover({});
    m_session.clearSelection();
}

// Of their own, so that they also work where the canvas stands without the main window's shortcuts.
bool Canvas::handleZoomKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Plus)
        zoomIn();
    else if (event->matches(QKeySequence::ZoomOut) || event->key() == Qt::Key_Minus)
        zoomOut();
    else if (event->key() == Qt::Key_0 && event->modifiers().testFlag(Qt::ControlModifier))
        fit();
    else
        return false;
    return true;
}

bool Canvas::handleArrowKey(QKeyEvent *event)
{
    static const QHash<int, std::pair<Direction, QPointF>> arrows{
        {Qt::Key_Left, {Direction::Left, {1, 0}}},
        {Qt::Key_Right, {Direction::Right, {-1, 0}}},
        {Qt::Key_Up, {Direction::Up, {0, 1}}},
        {Qt::Key_Down, {Direction::Down, {0, -1}}}};
    const auto arrow = arrows.constFind(event->key());
    if (arrow == arrows.cend())
        return false;
    const QString current = currentItem();
    if (current.isEmpty() || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_isFitted = false;
        setView(m_view.panned(arrow->second * arrowPan));
    } else {
        selectItem(nearestIn(m_picture, current, arrow->first));
    }
    return true;
}

// Tab walks from thing to thing and leaves the canvas at the end, so that no keyboard is caught in it.
bool Canvas::focusNextPrevChild(bool next)
{
    const QString reached = walkedBy(m_picture, currentItem(), next);
    if (reached.isEmpty())
        return QWidget::focusNextPrevChild(next);
    selectItem(reached);
    return true;
}

void Canvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    m_isFocusedByKey =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    update();
}

void Canvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_isSpaceHeld = false;
    updateCursor();
    update();
}

void Canvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto found = m_picture.item(byKey ? currentItem() : itemUnder(event->pos()));
    QMenu *menu = buildMenu(found ? m_session.thingAt(*found) : domain::ThingRef{});
    Q_EMIT menuOpening(menu, found ? m_session.thingAt(*found) : domain::ThingRef{});
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint at = byKey && found ? screenRectOf(found->id).center().toPoint() : event->pos();
    menu->popup(mapToGlobal(at));
}

} // namespace entente::window
