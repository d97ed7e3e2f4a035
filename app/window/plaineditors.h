#pragma once

#include "window/fieldeditors.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace entente::window {

// A text in one line, or a number.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(const Field &field, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    QLineEdit *m_line;
    bool m_isNumber;
};

// A text of several lines, or a list with an entry a line.
class PageEditor : public FieldEditor
{
    Q_OBJECT

public:
    PageEditor(const Field &field, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    QPlainTextEdit *m_page;
    Ask m_ask;
};

// One of the format's words, or yes, no and not stated.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const Field &field, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    QComboBox *m_box;
    bool m_isFlag;
};

class FlagEditor : public FieldEditor
{
    Q_OBJECT

public:
    FlagEditor(const Field &field, QWidget *parent);
    void setValue(const MaybeValue &value) override;
    MaybeValue value() const override;

private:
    QCheckBox *m_box;
    MaybeValue m_unchecked; // as it was given: absent or false
};

} // namespace entente::window
