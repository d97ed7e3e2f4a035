#include "window/partieseditor.h"

#include "window/referencebox.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace entente::window {

using document::Value;

PartiesEditor::PartiesEditor(const Field &field, const FieldContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_context(context)
    , m_rowsArea(new QWidget(this))
{
    auto *rows = new QVBoxLayout(m_rowsArea);
    rows->setContentsMargins({});
    adopt(m_rowsArea, field);
    auto *add = new QPushButton(tr("Add party"), this);
    add->setObjectName(QStringLiteral("partiesAdd"));
    add->setToolTip(tr("Add another party"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow(Value::object());
        m_rows.last().firm->setFocus();
        Q_EMIT changed();
    });
    layout()->addWidget(add);
    layout()->setAlignment(add, Qt::AlignLeft);
    setFocusProxy(add);
}

void PartiesEditor::fillRoles(QComboBox *box) const
{
    const QString chosen = box->currentText();
    box->clear();
    box->addItem(QString());
    if (const domain::KindInfo *kind = domain::agreementKind(m_context.siblingWord())) {
        for (const domain::RoleInfo &role : kind->roles)
            box->addItem(role.word);
    }
    box->setEditText(chosen);
}

void PartiesEditor::followSibling()
{
    for (const Row &row : std::as_const(m_rows))
        fillRoles(row.role);
}

void PartiesEditor::addRow(const Value &party)
{
    Row row{party, new ReferenceBox(Names::Firms, m_context.session.scenario(), this), new QComboBox(this),
            new QToolButton(this)};
    const Value *firm = party.find(u"firm");
    const Value *role = party.find(u"role");
    row.firm->setId(firm ? firm->text() : QString());
    row.role->setEditable(true);
    row.role->setInsertPolicy(QComboBox::NoInsert);
    row.role->lineEdit()->setPlaceholderText(tr("Role"));
    row.role->setEditText(role ? role->text() : QString());
    fillRoles(row.role);
    row.remove->setText(QStringLiteral("×"));
    row.remove->setAutoRaise(true);
    auto *line = new QHBoxLayout;
    line->addWidget(row.firm, 3);
    line->addWidget(row.role, 2);
    line->addWidget(row.remove);
    static_cast<QVBoxLayout *>(m_rowsArea->layout())->addLayout(line);
    connect(row.firm, &QComboBox::editTextChanged, this, &FieldEditor::changed);
    connect(row.role, &QComboBox::editTextChanged, this, &FieldEditor::changed);
    connect(row.remove, &QToolButton::clicked, this, [this, button = row.remove] { removeRow(button); });
    m_rows.append(row);
    number();
}

void PartiesEditor::removeRow(QToolButton *button)
{
    m_rows.removeIf([button](const Row &row) {
        if (row.remove != button)
            return false;
        for (QWidget *widget : {static_cast<QWidget *>(row.firm), static_cast<QWidget *>(row.role),
                                static_cast<QWidget *>(row.remove)}) {
            widget->hide();
            widget->deleteLater();
        }
        return true;
    });
    number();
    Q_EMIT changed();
}

void PartiesEditor::number()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const auto name = [i](QWidget *widget, const char *what, const QString &said) {
            widget->setObjectName(QLatin1String(what) + QString::number(i));
            widget->setAccessibleName(said.arg(i + 1));
            widget->setToolTip(said.arg(i + 1));
        };
        name(m_rows[i].firm, "partyFirm", tr("Party %1"));
        name(m_rows[i].role, "partyRole", tr("Role of party %1"));
        name(m_rows[i].remove, "partyRemove", tr("Remove party %1"));
    }
}

void PartiesEditor::setValue(const MaybeValue &value)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().remove);
    if (!value)
        return;
    for (const document::Member &party : value->items())
        addRow(party.value);
}

MaybeValue PartiesEditor::value() const
{
    Value parties = Value::array();
    for (const Row &row : m_rows) {
        Value party = row.party;
        const QString role = row.role->currentText().trimmed();
        if (row.firm->id().isEmpty() && role.isEmpty())
            continue;
        party.set(QStringLiteral("firm"), Value::string(row.firm->id()));
        if (!role.isEmpty() || party.find(u"role"))
            party.set(QStringLiteral("role"), Value::string(role));
        parties.append(party);
    }
    return parties.items().empty() ? MaybeValue() : parties;
}

} // namespace entente::window
