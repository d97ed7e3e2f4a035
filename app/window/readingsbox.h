#pragma once

#include "session/session.h"

#include <QScrollArea>

class QVBoxLayout;

namespace entente::window {

// A three-way switch for every disputed reading, condition and exception: as those read it who affirm it,
// open, as those who deny it.
class ReadingsBox : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReadingsBox(session::Session &session, QWidget *parent = nullptr);

    void refill(); // from the scenario as written and the readings chosen
    bool isEmpty() const { return m_facts.isEmpty(); }

private:
    QWidget *makeSwitch(const analysis::DisputedFact &fact, int number);
    void rebuild();
    void showReadings();

    session::Session &m_session;
    QList<analysis::DisputedFact> m_facts;
    QVBoxLayout *m_rows;
};

} // namespace entente::window
