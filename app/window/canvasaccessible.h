#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace entente::window {

class Canvas;

// The canvas as assistive technology sees it: a list of firms, agreements and conflicts, in the outline's
// order.
class CanvasAccessible : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(Canvas *canvas);
    ~CanvasAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override; // on the screen
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessible::State state() const override;

    void forgetGone(); // the interfaces of items that are in the picture no more

private:
    Canvas *canvas() const;
    QAccessibleInterface *interfaceOf(const QString &id) const;

    mutable QHash<QString, QAccessible::Id> m_children; // by item id; made when first asked for
};

void installCanvasAccessibility();             // once; calling it again does nothing
void tellAccessibility(Canvas *canvas);        // its children have changed
void tellAccessibilityOfFocus(Canvas *canvas); // another item is the current one

} // namespace entente::window
