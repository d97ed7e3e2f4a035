#pragma once

#include "window/questionpanel.h"

class QComboBox;
class QLineEdit;
class QSpinBox;
class QStringListModel;

namespace entente::window {

// "How are these two connected?"
class PathsPanel : public QuestionPanel
{
    Q_OBJECT

public:
    explicit PathsPanel(session::Session &session, QWidget *parent = nullptr);

protected:
    void answer() override;

private:
    QLineEdit *makeField(const QString &objectName, const QString &name);
    QWidget *makeForm();
    void offerFirms();
    std::optional<domain::FirmId> firmIn(const QLineEdit *field) const;
    void swapFirms();

    QStringListModel *m_names;
    QList<domain::FirmId> m_ids; // parallel to the names
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_kind;
    QSpinBox *m_length;
    QLabel *m_summary;
    ResultView *m_view;
};

} // namespace entente::window
