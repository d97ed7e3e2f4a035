#include "window/scenarioswitcher.h"

#include <QDir>
#include <QSignalBlocker>
#include <QStylePainter>

#include <algorithm>

namespace entente::window {

namespace {

QString originInWords(session::Alternate::Origin origin)
{
    switch (origin) {
    case session::Alternate::Origin::Base:
        return QStringLiteral("base");
    case session::Alternate::Origin::Beside:
        return QStringLiteral("beside the open file");
    case session::Alternate::Origin::Bundled:
        break;
    }
    return QStringLiteral("comes with Entente");
}

} // namespace

ScenarioSwitcher::ScenarioSwitcher(session::Session &session, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("scenarioSwitcher"));
    setAccessibleName(QStringLiteral("Scenario"));
    setToolTip(QStringLiteral(
        "Switch to another scenario; places, zoom and selection stay (Ctrl+PgUp, Ctrl+PgDown)"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(30);
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(itemData(index).toString()); });
    connect(&session, &session::Session::alternatesChanged, this, &ScenarioSwitcher::refill);
    connect(&session, &session::Session::opened, this, &ScenarioSwitcher::refill);
    connect(&session, &session::Session::openFailed, this, &ScenarioSwitcher::refill);
    refill();
}

void ScenarioSwitcher::refill()
{
    const QSignalBlocker blocker(this);
    clear();
    const QList<session::Alternate> alternates = m_session.alternates();
    for (const session::Alternate &alternate : alternates) {
        const QString mark = alternate.hypothetical ? QStringLiteral(" · hypothetical") : QString();
        addItem(alternate.title + mark, alternate.path);
        setItemData(count() - 1,
                    QStringLiteral("%1 (%2)").arg(QDir::toNativeSeparators(alternate.path),
                                                  originInWords(alternate.origin)),
                    Qt::ToolTipRole);
        if (alternate.open)
            setCurrentIndex(count() - 1);
    }
    const bool isListed = std::any_of(alternates.begin(), alternates.end(),
                                      [](const session::Alternate &alternate) { return alternate.open; });
    if (m_session.isOpen() && !isListed) { // a table, standard input, something new
        insertItem(0, m_session.scenario().title, m_session.path());
        setItemData(0, m_session.path(), Qt::ToolTipRole);
        setCurrentIndex(0);
    }
    setEnabled(count() > 0);
}

// A title too long for the field ends in an ellipsis.
void ScenarioSwitcher::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int padding = 6; // what styles leave beside the text
    option.currentText =
        fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - padding);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ScenarioSwitcher::next()
{
    step(1);
}

void ScenarioSwitcher::previous()
{
    step(-1);
}

void ScenarioSwitcher::step(int by)
{
    if (count() < 2)
        return;
    const int index = (currentIndex() + by + count()) % count();
    setCurrentIndex(index);
    Q_EMIT chosen(itemData(index).toString());
}

} // namespace entente::window
