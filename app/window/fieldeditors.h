#pragma once

#include "document/document.h"
#include "session/session.h"
#include "window/formfields.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace entente::window {

using MaybeValue = std::optional<document::Value>; // none: the key is absent

// What an editor needs to know of the form around it.
struct FieldContext
{
    session::Session &session;
    std::function<QString()> pointer; // of the field in the document, as it stands in the form now
    std::function<ProblemList(const MaybeValue &)> check; // of the whole scenario with this in the field
    std::function<QString()> siblingWord; // the "kind" beside it, which the roles of parties depend on
};

// Asks for one field. What it is given and nobody changes it gives back as it was.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setValue(const MaybeValue &value) = 0;
    virtual MaybeValue value() const = 0;
    virtual void followSibling() {} // siblingWord() has changed

Q_SIGNALS:
    void changed();

protected:
    // Makes `control` what the editor is: it gets the focus, and the names that tests and screen readers use.
    void adopt(QWidget *control, const Field &field);
};

FieldEditor *makeEditor(const Field &field, const FieldContext &context, QWidget *parent);

} // namespace entente::window
