#pragma once

#include "window/styling.h"

#include <QDialog>

namespace entente::window {

// Whether things glide: as the desktop has it, or by choice.
enum class Motion { System, On, Off };

struct Settings
{
    Styling::Choice theme = Styling::Choice::System;
    Motion motion = Motion::System;
    bool operator==(const Settings &) const = default;
};
Settings loadSettings();
void saveSettings(const Settings &settings);

class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);
    Settings settings() const { return m_settings; }

Q_SIGNALS:
    void changed(); // every choice shows at once

private:
    Settings m_settings;
};

} // namespace entente::window
