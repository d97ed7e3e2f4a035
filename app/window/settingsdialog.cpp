#include "window/settingsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSettings>

namespace entente::window {

namespace {

const QString themeKey = QStringLiteral("appearance/theme");
const QString motionKey = QStringLiteral("appearance/motion");

template <typename E> E bounded(int value)
{
    return value >= 0 && value <= 2 ? E(value) : E(0);
}

QComboBox *makeChoice(const QString &name, const QString &label, const QString &toolTip,
                      const QStringList &choices, int current, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(toolTip);
    box->addItems(choices);
    box->setCurrentIndex(current);
    return box;
}

} // namespace

Settings loadSettings()
{
    const QSettings stored;
    return {bounded<Styling::Choice>(stored.value(themeKey, 0).toInt()),
            bounded<Motion>(stored.value(motionKey, 0).toInt())};
}

void saveSettings(const Settings &settings)
{
    QSettings stored;
    stored.setValue(themeKey, int(settings.theme));
    stored.setValue(motionKey, int(settings.motion));
}

SettingsDialog::SettingsDialog(const Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(QStringLiteral("Settings"));
    setMinimumWidth(360); // the title bar shows its title whole
    auto *theme =
        makeChoice(QStringLiteral("themeChoice"), QStringLiteral("Theme"),
                   QStringLiteral("Colours of the window and the picture"),
                   {QStringLiteral("As the system"), QStringLiteral("Light"), QStringLiteral("Dark")},
                   int(settings.theme), this);
    auto *motion = makeChoice(QStringLiteral("motionChoice"), QStringLiteral("Motion"),
                              QStringLiteral("Whether things glide when they change place"),
                              {QStringLiteral("As the system"), QStringLiteral("On"), QStringLiteral("Off")},
                              int(settings.motion), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("settingsClose"));
    buttons->button(QDialogButtonBox::Close)->setToolTip(QStringLiteral("Close (Esc)"));
    auto *form = new QFormLayout(this);
    form->addRow(QStringLiteral("&Theme:"), theme);
    form->addRow(QStringLiteral("&Motion:"), motion);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(theme, &QComboBox::activated, this, [this](int index) {
        m_settings.theme = Styling::Choice(index);
        Q_EMIT changed();
    });
    connect(motion, &QComboBox::activated, this, [this](int index) {
        m_settings.motion = Motion(index);
        Q_EMIT changed();
    });
}

} // namespace entente::window
