#include "window/canvasaccessible.h"

#include "window/canvas.h"

#include <QPointer>

namespace entente::window {

namespace {

// One thing in the picture. Doing its action selects it.
class ItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccessible(Canvas *canvas, QString id)
        : m_canvas(canvas)
        , m_id(std::move(id))
    {}

    const QString &id() const { return m_id; }
    bool isValid() const override { return m_canvas && m_canvas->item(m_id); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text what) const override
    {
        const auto item = isValid() ? m_canvas->item(m_id) : std::nullopt;
        if (!item)
            return {};
        if (what == QAccessible::Name)
            return item->title;
        return what == QAccessible::Description ? item->description : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_canvas->screenRectOf(m_id).toAlignedRect();
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.focusable = state.selectable = true;
        state.selected = m_canvas->currentItem() == m_id;
        state.focused = state.selected && m_canvas->hasFocus();
        state.offscreen = !m_canvas->screenRectOf(m_id).intersects(m_canvas->rect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction())
            m_canvas->setFocus();
        m_canvas->selectItem(m_id);
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<Canvas> m_canvas;
    QString m_id;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *canvas =
        className == QLatin1String("entente::window::Canvas") ? qobject_cast<Canvas *>(object) : nullptr;
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

} // namespace

CanvasAccessible::CanvasAccessible(Canvas *canvas)
    : QAccessibleWidget(canvas, QAccessible::List)
{}

CanvasAccessible::~CanvasAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

Canvas *CanvasAccessible::canvas() const
{
    return qobject_cast<Canvas *>(widget());
}

int CanvasAccessible::childCount() const
{
    return canvas() ? int(canvas()->walkableItems().size()) : 0;
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    const QString id = canvas() ? canvas()->walkableItems().value(index) : QString();
    return id.isEmpty() ? nullptr : interfaceOf(id);
}

QAccessibleInterface *CanvasAccessible::interfaceOf(const QString &id) const
{
    if (const auto known = m_children.constFind(id); known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new ItemAccessible(canvas(), id);
    m_children.insert(id, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    for (int index = childCount() - 1; index >= 0; --index) {
        QAccessibleInterface *item = child(index);
        if (item && item->rect().contains(x, y))
            return item;
    }
    return nullptr;
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    const QString current = canvas() ? canvas()->currentItem() : QString();
    return !current.isEmpty() && canvas()->walkableItems().contains(current) ? interfaceOf(current) : nullptr;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const ItemAccessible *>(child);
    return item && canvas() ? int(canvas()->walkableItems().indexOf(item->id())) : -1;
}

QAccessible::State CanvasAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.focusable = true;
    return state;
}

void CanvasAccessible::forgetGone()
{
    for (auto child = m_children.begin(); child != m_children.end();) {
        if (canvas() && canvas()->item(child.key())) {
            ++child;
            continue;
        }
        QAccessible::deleteAccessibleInterface(child.value());
        child = m_children.erase(child);
    }
}

void installCanvasAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellAccessibility(Canvas *canvas)
{
    if (!QAccessible::isActive())
        return;
    if (auto *known = dynamic_cast<CanvasAccessible *>(QAccessible::queryAccessibleInterface(canvas)))
        known->forgetGone();
    QAccessibleEvent event(canvas, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void tellAccessibilityOfFocus(Canvas *canvas)
{
    if (!QAccessible::isActive())
        return;
    const qsizetype index = canvas->walkableItems().indexOf(canvas->currentItem());
    if (index < 0)
        return;
    for (const QAccessible::Event type : {QAccessible::SelectionWithin, QAccessible::Focus}) {
        if (type == QAccessible::Focus && !canvas->hasFocus())
            continue;
        QAccessibleEvent event(canvas, type);
        event.setChild(type == QAccessible::Focus ? int(index) : -1);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace entente::window
