#pragma once

#include "window/fieldeditors.h"

class QComboBox;
class QGridLayout;
class QToolButton;

namespace entente::window {

class ReferenceBox;

// The parties of an agreement: a row for each, with its role. The roles are those of the agreement's kind.
class PartiesEditor : public FieldEditor
{
    Q_OBJECT

public:
    PartiesEditor(const Field &field, const FieldContext &context, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;
    void followSibling() override;

private:
    struct Row
    {
        document::Value party; // as it was given
        ReferenceBox *firm = nullptr;
        QComboBox *role = nullptr;
        QToolButton *remove = nullptr;
    };
    void addRow(const document::Value &party);
    void removeRow(QToolButton *button);
    void number();
    void fillRoles(QComboBox *box) const;

    FieldContext m_context;
    QWidget *m_rowsArea;
    QList<Row> m_rows;
};

} // namespace entente::window
