#include "window/timelinepanel.h"

#include <QHBoxLayout>

namespace entente::window {

TimelinePanel::TimelinePanel(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_timeline(new Timeline(session, this))
    , m_back(addButton(QStringLiteral("timelineBack"), QStringLiteral("◀"), tr("To the event before"),
                       QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)))
    , m_play(addButton(QStringLiteral("timelinePlay"), QStringLiteral("▶"),
                       tr("Play the events one after another"), QKeySequence(Qt::CTRL | Qt::Key_Space)))
    , m_forward(addButton(QStringLiteral("timelineForward"), QStringLiteral("▶"), tr("To the next event"),
                          QKeySequence(Qt::CTRL | Qt::Key_BracketRight)))
    , m_wider(addButton(QStringLiteral("timelineWider"), QStringLiteral("−"), tr("Look at a longer range"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)))
    , m_narrower(addButton(QStringLiteral("timelineNarrower"), QStringLiteral("+"),
                           tr("Look at a shorter range, about the date"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)))
    , m_whole(addButton(QStringLiteral("timelineWhole"), tr("Whole"), tr("Look at the range of all events"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Home)))
{
    setObjectName(QStringLiteral("timelinePanel"));
    setFocusProxy(m_timeline);
    m_play->setText(tr("Play"));
    m_play->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->setSpacing(2);
    for (QToolButton *button : {m_back, m_play, m_forward})
        layout->addWidget(button);
    layout->addWidget(m_timeline, 1);
    for (QToolButton *button : {m_wider, m_narrower, m_whole})
        layout->addWidget(button);
    connect(m_back, &QToolButton::clicked, m_timeline, &Timeline::stepBack);
    connect(m_forward, &QToolButton::clicked, m_timeline, &Timeline::stepForward);
    connect(m_wider, &QToolButton::clicked, m_timeline, &Timeline::zoomOut);
    connect(m_narrower, &QToolButton::clicked, m_timeline, &Timeline::zoomIn);
    connect(m_whole, &QToolButton::clicked, m_timeline, &Timeline::showWhole);
    connect(m_play, &QToolButton::toggled, this, &TimelinePanel::setPlaying);
    connect(&session, &session::Session::opened, m_play, [this] { m_play->setChecked(false); });
    constexpr int stepMilliseconds = 1400; // long enough to see what changes
    m_clock.setInterval(stepMilliseconds);
    connect(&m_clock, &QTimer::timeout, this, &TimelinePanel::playOn);
}

QToolButton *TimelinePanel::addButton(const QString &name, const QString &sign, const QString &label,
                                      const QKeySequence &keys)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(sign);
    button->setAccessibleName(label);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(label, keys.toString(QKeySequence::NativeText)));
    button->setShortcut(keys);
    button->setAutoRaise(true);
    return button;
}

// From the start where nothing comes after the date.
void TimelinePanel::setPlaying(bool playing)
{
    m_play->setText(playing ? tr("Stop") : tr("Play"));
    if (!playing) {
        m_clock.stop();
        return;
    }
    if (!m_timeline->hasNext())
        m_timeline->goToStart();
    m_clock.start();
}

void TimelinePanel::playOn()
{
    m_timeline->stepForward();
    if (!m_timeline->hasNext())
        m_play->setChecked(false);
}

} // namespace entente::window
