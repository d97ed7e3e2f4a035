#pragma once

#include "window/questionpanel.h"

class QComboBox;

namespace entente::window {

// What the open scenario changes of another that is chosen here: firms, agreements, clauses, terms, sources
// and conflicts, new, changed and removed. The canvas shows the same.
class ChangesPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit ChangesPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void answer() override;

private:
    void refill();
    void choose(int index);

    QComboBox *m_other;
    QLabel *m_summary;
    ResultView *m_view;
};

} // namespace entente::window
