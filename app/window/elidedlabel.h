#pragma once

#include <QLabel>

namespace entente::window {

// A line that takes the room there is and never asks for more: what doesn't fit ends in an ellipsis, the
// whole stands in the tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace entente::window
