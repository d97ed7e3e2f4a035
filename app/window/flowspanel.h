#pragma once

#include "window/questionpanel.h"

class QComboBox;

namespace entente::window {

// What goes in and out of each group or firm, and what is in no total.
class FlowsPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit FlowsPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void answer() override;

private:
    QComboBox *m_who;
    ResultView *m_view;
};

} // namespace entente::window
