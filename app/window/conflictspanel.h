#pragma once

#include "window/questionpanel.h"

class QPushButton;

namespace entente::window {

class ReadingsBox;

// Clauses that conflict or may, and how the disputed facts behind them are read. A choice of readings can be
// saved as an alternate, and all of them exported side by side.
class ConflictsPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit ConflictsPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void answer() override;

private:
    QPushButton *addButton(const QString &name, const QString &text, const QString &toolTip);
    QWidget *makeReadings();
    void saveReadings();
    void exportReadings();
    void tell(const QString &sentence);

    QLabel *m_summary;
    ResultView *m_view;
    ReadingsBox *m_readings;
    QPushButton *m_reset;
    QPushButton *m_save;
    QPushButton *m_export;
};

} // namespace entente::window
