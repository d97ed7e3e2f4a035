#include "window/referencebox.h"

#include "domain/naming.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>

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
    addAgreements(names, scenario);
    for (const domain::Source &source : scenario.sources) {
        if (names == Names::Sources)
            addThing(source.title, source.id.text());
    }
    lineEdit()->setPlaceholderText(tr("None"));
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ReferenceBox::completeAlone);
}

// What was typed of a name that is the only one to hold it.
void ReferenceBox::completeAlone()
{
    const QString typed = currentText().trimmed();
    if (typed.isEmpty() || findText(typed, Qt::MatchFixedString) >= 0 || findData(typed) >= 0)
        return;
    int only = -1;
    for (int i = 0; i < count(); ++i) {
        if (!itemText(i).contains(typed, Qt::CaseInsensitive))
            continue;
        if (only >= 0)
            return;
        only = i;
    }
    if (only >= 0)
        setCurrentIndex(only);
}

void ReferenceBox::addAgreements(Names names, const domain::Scenario &scenario)
{
    const auto within = [](const domain::Agreement &agreement, const QString &part) {
        return QStringLiteral("%1: %2").arg(agreement.title, part);
    };
    for (const domain::Agreement &agreement : scenario.agreements) {
        const QString id = agreement.id.text();
        if (names == Names::Agreements || names == Names::AgreementsAndClauses)
            addThing(agreement.title, id);
        for (const domain::Clause &clause : agreement.clauses) {
            if (names == Names::AgreementsAndClauses)
                addThing(within(agreement, domain::titleOf(clause)), id + u'/' + clause.id.text());
        }
        for (const domain::Amount &amount : agreement.amounts) {
            if (names == Names::Amounts)
                addThing(within(agreement, domain::toShortText(amount)), id + u'/' + amount.id.text());
        }
    }
}

// Two of one name are told apart by their ids.
void ReferenceBox::addThing(const QString &name, const QString &id)
{
    const QString key = name.toLower();
    addItem(m_names.contains(key) ? QStringLiteral("%1 (%2)").arg(name, id) : name, id);
    m_names.insert(key);
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

ReferencesEditor::ReferencesEditor(const Field &field, const FieldContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_list(new QPlainTextEdit(this))
    , m_box(new ReferenceBox(field.names, context.session.scenario(), this))
{
    constexpr int lines = 2;
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * lines + 12);
    m_list->setTabChangesFocus(true);
    adopt(m_list, field);
    m_list->setToolTip(tr("%1; an id a line").arg(field.explained));
    m_box->setObjectName(field.key + QStringLiteral("AddField"));
    m_box->setAccessibleName(tr("Add to %1").arg(field.label));
    m_box->setToolTip(tr("Choose by name what to add to the list"));
    m_box->lineEdit()->setPlaceholderText(tr("Add by name …"));
    layout()->addWidget(m_box);
    connect(m_list, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
    connect(m_box, &QComboBox::activated, this, &ReferencesEditor::addChosen);
}

void ReferencesEditor::addChosen()
{
    const QString id = m_box->id();
    const QStringList ids = m_list->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    if (!id.isEmpty() && !ids.contains(id))
        m_list->setPlainText((ids + QStringList(id)).join(u'\n'));
    m_box->setId({});
}

void ReferencesEditor::setValue(const MaybeValue &value)
{
    QStringList ids;
    for (const document::Member &item : value ? value->items() : std::vector<document::Member>())
        ids.append(item.value.text());
    m_list->setPlainText(ids.join(u'\n'));
}

MaybeValue ReferencesEditor::value() const
{
    Value list = Value::array();
    for (const QString &line : m_list->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            list.append(Value::string(line.trimmed()));
    }
    return list.items().empty() ? MaybeValue() : list;
}

} // namespace entente::window
