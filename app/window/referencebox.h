#pragma once

#include "window/fieldeditors.h"

#include <QComboBox>

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
