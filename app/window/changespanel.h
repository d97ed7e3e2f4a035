#pragma once

#include "window/questionpanel.h"

class QComboBox;
class QLineEdit;

namespace entente::window {

// What the open scenario changes of another that is chosen here, or of itself at another date: firms,
// agreements, clauses, terms, sources and conflicts, new, changed and removed. The canvas shows the same.
class ChangesPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit ChangesPanel(session::Session &session, QWidget *parent = nullptr);
    ~ChangesPanel() override;

    void stopComparing(); // takes the marks off the picture; offered again when the panel comes back

protected:
    void answer() override;

private:
    bool comparesWithBase();
    void refill();
    void choose(int index);
    void chooseDate();
    void tell(const domain::Scenario &before, const session::Changes &changes);

    QComboBox *m_other;
    QLineEdit *m_date; // of the other side, where it is this scenario
    QLabel *m_summary;
    QString m_offered; // the path whose base was offered
    ResultView *m_view;
};

} // namespace entente::window
