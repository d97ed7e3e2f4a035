#pragma once

#include "window/questionpanel.h"

class QPushButton;

namespace entente::window {

// Circular deals, each with its legs and what they are made of; choosing one shows it on the canvas.
class CirclesPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit CirclesPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void answer() override;

private:
    QLabel *m_summary;
    QPushButton *m_anyDate;
    ResultView *m_view;
};

} // namespace entente::window
