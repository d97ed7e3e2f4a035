#pragma once

#include <QStyledItemDelegate>

namespace entente::window {

// A figure with a bar before it that is as long as its share (ResultModel::ShareRole).
class ShareDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace entente::window
