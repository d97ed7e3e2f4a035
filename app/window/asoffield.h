#pragma once

#include "session/session.h"

#include <QLineEdit>

namespace entente::window {

// What people write for a date, as a date of the format or in words ("28 October 2025"), or "any"; `why` says
// what is wrong with anything else.
std::optional<analysis::AsOf> asOfFrom(const QString &written, QString *why);

// The date at which to look: a date as the format writes it (2025, 2025-10, 2025-10-28 …) or "any"; empty is
// the scenario's own. What is no date is said in place and changes nothing.
class AsOfField : public QLineEdit
{
    Q_OBJECT

public:
    explicit AsOfField(session::Session &session, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc: back to what is looked at

private:
    void apply();
    void showCurrent();
    void showError(const QString &sentence); // empty: none

    session::Session &m_session;
};

} // namespace entente::window
