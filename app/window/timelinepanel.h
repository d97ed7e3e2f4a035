#pragma once

#include "window/timeline.h"

#include <QTimer>
#include <QToolButton>

namespace entente::window {

// The timeline with buttons that step through its events and play them, and others for the range it shows.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(session::Session &session, QWidget *parent = nullptr);

    Timeline *timeline() const { return m_timeline; }

private:
    QToolButton *addButton(const QString &name, const QString &sign, const QString &label,
                           const QKeySequence &keys);
    void setPlaying(bool playing);
    void playOn();

    session::Session &m_session;
    Timeline *m_timeline;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forward;
    QToolButton *m_wider;
    QToolButton *m_narrower;
    QToolButton *m_whole;
    QTimer m_clock;
};

} // namespace entente::window
