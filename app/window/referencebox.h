#pragma once

#include "window/fieldeditors.h"

#include <QComboBox>
#include <QSet>

class QPlainTextEdit;

namespace entente::window {

// Chooses something of the scenario by name, typed or picked; an id that nothing has is taken as it is typed.
class ReferenceBox : public QComboBox
{
    Q_OBJECT

public:
    ReferenceBox(Names names, const domain::Scenario &scenario, QWidget *parent);

    void setId(const QString &id);
    QString id() const; // empty for nothing

private:
    void addThing(const QString &name, const QString &id);
    void addAgreements(Names names, const domain::Scenario &scenario);
    void completeAlone();

    QSet<QString> m_names; // that are taken, in small letters
};

// Several of them: a list to edit by hand, an id a line, and a box that adds to it by name.
class ReferencesEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferencesEditor(const Field &field, const FieldContext &context, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    void addChosen();

    QPlainTextEdit *m_list;
    ReferenceBox *m_box;
};

class ReferenceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferenceEditor(const Field &field, const FieldContext &context, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    ReferenceBox *m_box;
};

} // namespace entente::window
