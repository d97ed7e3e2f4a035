#pragma once

#include "window/fieldeditors.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace entente::window {

class ThingDialog;

// The members of a map, each with a form of its own.
class ThingsEditor : public FieldEditor
{
    Q_OBJECT

public:
    ThingsEditor(const Field &field, const FieldContext &context, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    void addMember();
    void editMember();
    void removeMember();
    void openForm(const QString &id, const document::Value &value);
    void take(const QString &before, const QString &id, const document::Value &value);
    document::Value with(const QString &before, const QString &id, const document::Value &value) const;
    void refill(int row);
    void updateButtons();

    Field m_field;
    FieldContext m_context;
    MaybeValue m_given;
    document::Value m_map = document::Value::object();
    QListWidget *m_list;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

// One thing inside another: a stake, a condition.
class ThingEditor : public FieldEditor
{
    Q_OBJECT

public:
    ThingEditor(const Field &field, const FieldContext &context, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override { return m_value; }

private:
    void openForm();
    void show(const MaybeValue &value);

    Field m_field;
    FieldContext m_context;
    MaybeValue m_value;
    QLabel *m_summary;
    QPushButton *m_edit;
    QPushButton *m_clear;
};

// A date or status that may say where it is known from.
class CitedEditor : public FieldEditor
{
    Q_OBJECT

public:
    using MakeInner = FieldEditor *(*)(const Field &, const FieldContext &, QWidget *);

    CitedEditor(const Field &field, const FieldContext &context, QWidget *parent, MakeInner makeInner);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    void openForm();
    MaybeValue with(const document::Value &rest) const;
    void tellSources();

    Field m_field;
    FieldContext m_context;
    FieldEditor *m_inner;
    QPushButton *m_sources;
    document::Value m_rest = document::Value::object(); // what stands beside "value"
};

} // namespace entente::window
