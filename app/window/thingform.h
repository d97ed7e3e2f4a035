#pragma once

#include "window/fieldeditors.h"

class QFormLayout;
class QLabel;

namespace entente::window {

// The form of a thing, built from the table of its kind. What it doesn't ask for, keys that begin with "x-"
// among it, stays as it was.
class ThingForm : public QWidget
{
    Q_OBJECT

public:
    struct Context
    {
        session::Session &session;
        std::function<QString()> pointer; // of the thing
        std::function<ProblemList(const document::Value &)> check;
    };

    ThingForm(FormKind kind, const document::Value &value, const Context &context, QWidget *parent);

    document::Value value() const;
    QString textOf(const QString &key) const; // empty where there is none
    // Shows each problem beside the field that it is about; what is about none comes back. Of fields that
    // were not filled in yet nothing is said, unless `all`.
    QStringList showProblems(const ProblemList &problems, bool all);

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void keepHeight();

    struct Row
    {
        Field field;
        FieldEditor *editor = nullptr;
        QLabel *problem = nullptr;
        MaybeValue shown; // what the editor makes of the value that it was given
    };
    void addRow(QFormLayout *layout, const Field &field);
    FieldContext contextOf(const QString &key);
    document::Value valueWith(const QString &key, const MaybeValue &value) const;
    int rowOf(const Problem &problem, const QString &pointer) const;
    void onChanged(const QString &key);

    Context m_context;
    document::Value m_given;
    QList<Row> m_rows;
};

} // namespace entente::window
