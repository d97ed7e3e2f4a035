#include "window/styling.h"

#include "painting/fontmeasure.h"
#include "painting/picturepainter.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>

namespace entente::window {

namespace {

QPalette paletteFor(const picture::Theme &theme)
{
    const picture::Palette &p = theme.palette;
    const QColor panel = theme.dark ? QColor(0x1c1f25) : QColor(0xfbfaf8);
    QPalette palette;
    palette.setColor(QPalette::Window, panel);
    palette.setColor(QPalette::WindowText, painting::toColor(p.text));
    palette.setColor(QPalette::Base, painting::toColor(p.background));
    palette.setColor(QPalette::AlternateBase, panel);
    palette.setColor(QPalette::Text, painting::toColor(p.text));
    palette.setColor(QPalette::PlaceholderText, painting::toColor(p.mutedText));
    palette.setColor(QPalette::Button, theme.dark ? QColor(0x2a2e36) : QColor(0xffffff));
    palette.setColor(QPalette::ButtonText, painting::toColor(p.text));
    palette.setColor(QPalette::ToolTipBase, theme.dark ? QColor(0x2a2e36) : QColor(0xffffff));
    palette.setColor(QPalette::ToolTipText, painting::toColor(p.text));
    palette.setColor(QPalette::Highlight, theme.dark ? QColor(0x2c4a86) : QColor(0xdfe8fb));
    palette.setColor(QPalette::HighlightedText, painting::toColor(p.text));
    palette.setColor(QPalette::Link, painting::toColor(p.accent));
    palette.setColor(QPalette::LinkVisited, painting::toColor(p.accent));
    palette.setColor(QPalette::Light, theme.dark ? QColor(0x3a3f49) : QColor(0xffffff));
    palette.setColor(QPalette::Midlight, theme.dark ? QColor(0x31353e) : QColor(0xf0efec));
    palette.setColor(QPalette::Mid, theme.dark ? QColor(0x474c57) : QColor(0xcfcfd3));
    palette.setColor(QPalette::Dark, theme.dark ? QColor(0x101216) : QColor(0xb8b8bd));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, painting::toColor(p.fadedText));
    return palette;
}

// What the palette can't say.
QString sheetFor(const picture::Theme &theme)
{
    const QString rule = theme.dark ? QStringLiteral("#343841") : QStringLiteral("#e3e2de");
    const QString hover = theme.dark ? QStringLiteral("#2a2e36") : QStringLiteral("#efeeea");
    const QString accent = painting::toColor(theme.palette.accent).name();
    return QStringLiteral(
               "QToolBar { border: 0; border-bottom: 1px solid %1; padding: 5px 8px; spacing: 4px; }"
               "QToolBar QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 9px; }"
               "QToolBar QToolButton:hover { background: %2; }"
               "QToolBar QToolButton:focus { border-color: %3; }"
               "QToolBar QToolButton:checked { background: %2; border-color: %1; }"
               "QStatusBar { border-top: 1px solid %1; }"
               "QStatusBar::item { border: 0; }"
               "QDockWidget { font-weight: 600; }"
               "QDockWidget::title { padding: 7px 10px 5px 10px; }"
               "QMainWindow::separator { background: %1; width: 1px; height: 1px; }")
        .arg(rule, hover, accent);
}

} // namespace

Styling::Styling(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(desktopIsDark(QApplication::palette()))
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font = painting::fontFor({13, 400, false}, theme().fontFamily);
    QApplication::setFont(font);
    apply();
}

void Styling::choose(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
    Q_EMIT changed();
}

bool Styling::isDark() const
{
    return m_choice == Choice::Dark || (m_choice == Choice::System && m_systemIsDark);
}

const picture::Theme &Styling::theme() const
{
    return isDark() ? picture::darkTheme() : picture::lightTheme();
}

void Styling::apply()
{
    QApplication::setPalette(paletteFor(theme()));
    qApp->setStyleSheet(sheetFor(theme()));
}

bool desktopIsDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

namespace {

QPixmap drawIcon(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 64.0, size / 64.0);
    painter.setPen(QPen(QColor(0x545962), 4));
    painter.drawLine(QPointF(18, 16), QPointF(46, 48));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x0072b2));
    painter.drawRoundedRect(QRectF(4, 5, 30, 20), 6, 6);
    painter.setBrush(QColor(0x009e73));
    painter.drawRoundedRect(QRectF(30, 39, 30, 20), 6, 6);
    painter.setPen(QPen(QColor(0x545962), 3));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(18, 25, 28, 14), 7, 7);
    return pixmap;
}

} // namespace

QIcon applicationIcon()
{
    QIcon icon;
    for (int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(drawIcon(size));
    return icon;
}

} // namespace entente::window
