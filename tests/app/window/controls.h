#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSlider>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace entente::test {

// Whether a hand uses it: not a part that Qt makes of another control, nor a dock's own buttons.
inline bool isControl(const QWidget *widget)
{
    const bool isKind = qobject_cast<const QAbstractButton *>(widget) ||
                        qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                        qobject_cast<const QAbstractSpinBox *>(widget) ||
                        qobject_cast<const QAbstractItemView *>(widget) ||
                        qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QSlider *>(widget);
    if (!isKind || widget->objectName().startsWith(QLatin1String("qt_")) ||
        widget->inherits("QDockWidgetTitleButton") || widget->inherits("QComboBoxListView") ||
        widget->inherits("QHeaderView") || widget->inherits("QLineEditIconButton"))
        return false;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent) ||
            qobject_cast<const QTabBar *>(parent) || parent->inherits("QMenuBar") ||
            parent->inherits("QAbstractItemView"))
            return false;
    }
    return true;
}

// What a hand on the keyboard reaches it by: a shortcut or mnemonic of its own, a label's, its action's, or
// one that its tooltip names; the buttons of a button box have Return and Escape.
inline bool hasShortcut(const QWidget *widget)
{
    if (const auto *tool = qobject_cast<const QToolButton *>(widget); tool && tool->defaultAction())
        return !tool->defaultAction()->shortcut().isEmpty();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (button &&
        (!button->shortcut().isEmpty() || qobject_cast<const QDialogButtonBox *>(button->parentWidget())))
        return true;
    const QList<QLabel *> labels = widget->window()->findChildren<QLabel *>();
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        const auto *dock = qobject_cast<const QDockWidget *>(parent); // its keys show it and go into it
        const auto *toggle =
            dock ? dock->window()->findChild<QAction *>(dock->objectName() + QStringLiteral("Toggle"))
                 : nullptr;
        if (toggle && !toggle->shortcut().isEmpty())
            return true;
    }
    static const QRegularExpression named(QStringLiteral("\\((Ctrl|Alt|Shift|Tab|F\\d)[^)]*\\)"));
    return widget->toolTip().contains(named) ||
           std::any_of(labels.begin(), labels.end(), [widget](const QLabel *label) {
               return label->buddy() == widget && label->text().contains(u'&');
           });
}

// The controls of a window that lack an object name, an accessible name, a tooltip or a shortcut, and which.
inline QStringList poorControls(const QWidget &window)
{
    QStringList poor;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isControl(widget))
            continue;
        QStringList lacks;
        if (widget->objectName().isEmpty())
            lacks.append(QStringLiteral("object name"));
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            lacks.append(QStringLiteral("accessible name"));
        if (widget->toolTip().isEmpty())
            lacks.append(QStringLiteral("tooltip"));
        if (!hasShortcut(widget))
            lacks.append(QStringLiteral("shortcut"));
        if (!lacks.isEmpty())
            poor.append(QStringLiteral("%1 %2 in %3 lacks %4")
                            .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                 widget->parentWidget()->objectName(), lacks.join(QStringLiteral(", "))));
    }
    return poor;
}

} // namespace entente::test
