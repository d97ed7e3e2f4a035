#pragma once

#include "session/session.h"

#include <QComboBox>

namespace entente::window {

// The open scenario and those that it can be switched to; hypothetical ones say so.
class ScenarioSwitcher : public QComboBox
{
    Q_OBJECT

public:
    explicit ScenarioSwitcher(session::Session &session, QWidget *parent = nullptr);

public Q_SLOTS:
    void next();
    void previous();
    void refill();

Q_SIGNALS:
    void chosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void step(int by);

    session::Session &m_session;
};

} // namespace entente::window
