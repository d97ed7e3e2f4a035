#pragma once

#include "window/thingform.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;

namespace entente::window {

class ReferenceBox;

// What a form is opened for.
struct FormTask
{
    QString id; // empty for a new thing
    document::Value value = document::Value::object();
    QStringList taken; // ids that others in the same map have
    std::function<QString(const QString &id)> pointer;
    std::function<ProblemList(const QString &id, const document::Value &value)>
        check;          // of the scenario with it
    QString title = {}; // of the window; empty for "Add …" or "Edit …"
};

// A form in a window of its own. It closes with OK only when the scenario would be sound; until then the
// reader's sentences stand beside the fields.
class ThingDialog : public QDialog
{
    Q_OBJECT

public:
    ThingDialog(session::Session &session, FormKind kind, const FormTask &task, QWidget *parent);

    QString id() const;
    document::Value value() const { return m_form->value(); }
    void accept() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeIdRow(QWidget *area);
    void layOut();
    void proposeId();
    QString checkedId() const;
    ProblemList problems() const;
    bool show(bool all);

    session::Session &m_session;
    const FormInfo &m_info;
    FormTask m_task;
    QTimer m_checking;
    QWidget *m_idRow = nullptr;
    QLineEdit *m_idLine = nullptr;   // for ids of the author's choice
    ReferenceBox *m_idBox = nullptr; // for ids that are references
    bool m_isIdOwn = false;          // the author has typed one
    bool m_showsAll = false;         // after OK was tried
    bool m_isWarned = false;         // that Esc drops what was typed
    document::Value m_opened;        // the value that the form had first
    ThingForm *m_form = nullptr;
    QLabel *m_rest = nullptr;
};

} // namespace entente::window
