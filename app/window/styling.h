#pragma once

#include "picture/theme.h"

#include <QIcon>
#include <QObject>
#include <QPalette>

namespace entente::window {

// Light or dark, for widgets and picture alike: Qt's Fusion style in our palette and Inter. "System" follows
// the desktop's palette.
class Styling : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit Styling(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    bool isDark() const;
    const picture::Theme &theme() const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemIsDark = false;
};

// The desktop's own answer, read before the application's palette is changed.
bool desktopIsDark(const QPalette &palette);

// The program's mark, drawn: two cards and the pill that binds them.
QIcon applicationIcon();

} // namespace entente::window
