#include "window/canvas.h"

#include <QPainter>

namespace entente::window {

namespace {

constexpr double handleRadius = 9; // pixels
constexpr double plusArm = 4;
constexpr double leastCardWidth = 24; // of a smaller card the handle would hide what it says

} // namespace

QString Canvas::linkableItem() const
{
    if (m_mouse.grip == Grip::Link)
        return m_mouse.item;
    if (m_mouse.grip != Grip::None)
        return {};
    for (const QString &id : {m_hovered, currentItem()}) {
        const auto found = m_picture.item(id);
        if (found && found->role == picture::Role::Firm && screenRectOf(id).width() >= leastCardWidth)
            return id;
    }
    return {};
}

// On the border at the top right: lines leave a card by the middle of its sides.
QPointF Canvas::linkHandle() const
{
    constexpr QPointF nowhere(-1000, -1000);
    const QString id = linkableItem();
    return id.isEmpty() ? nowhere : screenRectOf(id).topRight();
}

bool Canvas::beginLink(QPointF screen)
{
    if (QLineF(screen, linkHandle()).length() > linkHandleReach)
        return false;
    m_mouse = {Grip::Link, screen, screen, linkableItem(), {}, {}};
    setCursor(Qt::CrossCursor);
    return true;
}

void Canvas::endLink(QPointF screen)
{
    const auto from = m_picture.item(m_mouse.item);
    const auto to = m_picture.item(itemUnder(screen));
    m_mouse = {};
    updateCursor();
    update();
    const bool isCard = from && to && to->role == picture::Role::Firm && from->id != to->id;
    if (isCard)
        Q_EMIT agreementRequested(domain::FirmId(from->of.value(0)), domain::FirmId(to->of.value(0)));
}

void Canvas::paintLink(QPainter &painter) const
{
    const QString id = linkableItem();
    if (id.isEmpty())
        return;
    const QColor accent = QColor::fromRgba(m_session.theme().palette.accent.value);
    const QPointF handle = linkHandle();
    if (m_mouse.grip == Grip::Link) {
        painter.setPen(QPen(accent, 2, Qt::DashLine, Qt::RoundCap));
        painter.drawLine(handle, m_mouse.last);
    }
    painter.setPen(QPen(QColor::fromRgba(m_session.theme().palette.background.value), 1.5));
    painter.setBrush(accent);
    painter.drawEllipse(handle, handleRadius, handleRadius);
    painter.setPen(
        QPen(QColor::fromRgba(m_session.theme().palette.background.value), 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(handle - QPointF(plusArm, 0), handle + QPointF(plusArm, 0));
    painter.drawLine(handle - QPointF(0, plusArm), handle + QPointF(0, plusArm));
    painter.setBrush(Qt::NoBrush);
}

} // namespace entente::window
