#pragma once

#include "session/session.h"

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QPushButton;

namespace entente::window {

// Counts, date, conflicts, problems and zoom; what is going on and how to cancel it; what a switch has
// changed.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(session::Session &session, QWidget *parent = nullptr);

public Q_SLOTS:
    void showZoom(double scale);
    void say(const QString &sentence); // until something else is said

Q_SIGNALS:
    void conflictsRequested();
    void problemsRequested();

private:
    void refresh();
    void showBusy(bool busy, const QString &what);
    QLabel *addLabel(const QString &name, const QString &label, const QString &toolTip, bool right);

    session::Session &m_session;
    QLabel *m_counts;
    QLabel *m_date;
    QPushButton *m_conflicts;
    QPushButton *m_problems;
    QLabel *m_message;
    QLabel *m_zoom;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace entente::window
