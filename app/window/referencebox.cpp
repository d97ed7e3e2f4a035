#include "window/referencebox.h"

#include <QCompleter>
#include <QLineEdit>

namespace entente::window {

using document::Value;

ReferenceBox::ReferenceBox(Names names, const domain::Scenario &scenario, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    addItem(QString(), QString());
    if (names == Names::FirmsAndTerms) {
        for (const domain::DefinedTerm &term : scenario.terms)
            addThing(term.name, term.id.text());
    }
    if (names == Names::Firms || names == Names::FirmsAndTerms) {
        for (const domain::Firm &firm : scenario.firms)
            addThing(firm.name, firm.id.text());
    }
    for (const domain::Agreement &agreement : scenario.agreements) {
        if (names == Names::Agreements)
            addThing(agreement.title, agreement.id.text());
    }
    for (const domain::Source &source : scenario.sources) {
        if (names == Names::Sources)
            addThing(source.title, source.id.text());
    }
    lineEdit()->setPlaceholderText(tr("None"));
}

// Two of one name are told apart by their ids.
void ReferenceBox::addThing(const QString &name, const QString &id)
{
    const QString shown =
        findText(name, Qt::MatchFixedString) >= 0 ? QStringLiteral("%1 (%2)").arg(name, id) : name;
    addItem(shown, id);
}

void ReferenceBox::setId(const QString &id)
{
    const int index = findData(id);
    if (index >= 0)
        setCurrentIndex(index);
    else
        setEditText(id);
    lineEdit()->setCursorPosition(0);
}

QString ReferenceBox::id() const
{
    const QString typed = currentText().trimmed();
    const int byName = findText(typed, Qt::MatchFixedString);
    return byName >= 0 ? itemData(byName).toString() : typed;
}

ReferenceEditor::ReferenceEditor(const Field &field, const FieldContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new ReferenceBox(field.names, context.session.scenario(), this))
{
    adopt(m_box, field);
    connect(m_box, &QComboBox::editTextChanged, this, &FieldEditor::changed);
}

void ReferenceEditor::setValue(const MaybeValue &value)
{
    m_box->setId(value ? value->text() : QString());
}

MaybeValue ReferenceEditor::value() const
{
    const QString id = m_box->id();
    return id.isEmpty() ? MaybeValue() : Value::string(id);
}

} // namespace entente::window
