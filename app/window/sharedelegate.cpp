#include "window/sharedelegate.h"

#include "window/resultmodel.h"

#include <QPainter>

#include <algorithm>

namespace entente::window {

namespace {

constexpr int barRoom = 56; // pixels: what a share of 1 takes
constexpr int barHeight = 6;
constexpr int gap = 10;

} // namespace

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(ResultModel::ShareRole);
    if (!share.isValid())
        return;
    const double least = 1; // pixel: a small share is not none
    const double width = std::max(least, barRoom * std::clamp(share.toDouble(), 0.0, 1.0));
    const QRectF room(option.rect.left() + gap, option.rect.center().y() - barHeight / 2.0 + 0.5, barRoom,
                      barHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(QPalette::Midlight));
    painter->drawRoundedRect(room, 2, 2);
    painter->setBrush(option.palette.color(QPalette::Link));
    painter->drawRoundedRect(QRectF(room.topLeft(), QSizeF(width, barHeight)), std::min(2.0, width / 2), 2);
    painter->restore();
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(barRoom + 2 * gap, 0);
}

} // namespace entente::window
