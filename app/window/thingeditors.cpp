#include "window/thingeditors.h"

#include "document/edit.h"
#include "window/thingdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace entente::window {

using document::Value;

namespace {

QPushButton *smallButton(const QString &name, const QString &text, const QString &explained, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(explained);
    button->setAutoDefault(false); // Return is the form's
    return button;
}

QString nameOfId(const QString &id, Names names, const domain::Scenario &scenario)
{
    if (names == Names::Sources) {
        const domain::Source *source = scenario.source(domain::SourceId(id));
        return source ? source->title : id;
    }
    return names == Names::Nothing ? id : scenario.nameOfThing(id);
}

// What a list says of a thing: its own words, or whose it is.
QString summaryOf(const QString &id, const Value &value, FormKind kind, const domain::Scenario &scenario)
{
    const FormInfo &form = formFor(kind);
    const auto text = [&value](const QString &key) {
        const Value *found = value.find(key);
        return found ? found->text() : QString();
    };
    if (form.idNames != Names::Nothing) {
        const QString more =
            kind == FormKind::Cite ? text(QStringLiteral("locator")) : text(QStringLiteral("reading"));
        const QString name = nameOfId(id, form.idNames, scenario);
        return more.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, more);
    }
    if (kind == FormKind::Position)
        return QStringLiteral("%1 %2").arg(scenario.nameOf(domain::FirmId(text(QStringLiteral("by")))),
                                           text(QStringLiteral("stance")));
    const QString own = text(form.nameKey);
    return own.isEmpty() ? id : own.section(u'\n', 0, 0);
}

} // namespace

ThingsEditor::ThingsEditor(const Field &field, const FieldContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_list(new QListWidget(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    adopt(m_list, field);
    m_list->setObjectName(field.key + QStringLiteral("List"));
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * 4 + 10);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QString what = formFor(field.of).title.toLower();
    m_add = smallButton(field.key + QStringLiteral("Add"), tr("Add…"), tr("Add: %1").arg(what), this);
    m_edit = smallButton(field.key + QStringLiteral("Edit"), tr("Edit…"),
                         tr("Change the chosen: %1").arg(what), this);
    m_remove = smallButton(field.key + QStringLiteral("Remove"), tr("Remove"),
                           tr("Remove the chosen: %1").arg(what), this);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    row->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &ThingsEditor::addMember);
    connect(m_edit, &QPushButton::clicked, this, &ThingsEditor::editMember);
    connect(m_remove, &QPushButton::clicked, this, &ThingsEditor::removeMember);
    connect(m_list, &QListWidget::itemActivated, this, &ThingsEditor::editMember);
    connect(m_list, &QListWidget::currentRowChanged, this, &ThingsEditor::updateButtons);
    updateButtons();
}

void ThingsEditor::setValue(const MaybeValue &value)
{
    m_given = value;
    m_map = value && value->isObject() ? *value : Value::object();
    refill(-1);
}

MaybeValue ThingsEditor::value() const
{
    if (m_map.members().empty())
        return m_given && m_given->members().empty() ? m_given : MaybeValue();
    return m_map;
}

void ThingsEditor::refill(int row)
{
    m_list->clear();
    for (const document::Member &member : m_map.members()) {
        auto *item = new QListWidgetItem(
            summaryOf(member.key, member.value, m_field.of, m_context.session.scenario()), m_list);
        item->setData(Qt::UserRole, member.key);
        item->setToolTip(item->text());
    }
    m_list->setCurrentRow(row);
    updateButtons();
}

// A source that is cited twice is kept as it is: its form would show one of the two.
void ThingsEditor::updateButtons()
{
    const QListWidgetItem *current = m_list->currentItem();
    const Value *value = current ? m_map.find(current->data(Qt::UserRole).toString()) : nullptr;
    m_edit->setEnabled(value && value->isObject());
    m_remove->setEnabled(value);
}

void ThingsEditor::addMember()
{
    openForm({}, Value::object());
}

void ThingsEditor::editMember()
{
    if (!m_edit->isEnabled())
        return;
    const QString id = m_list->currentItem()->data(Qt::UserRole).toString();
    openForm(id, *m_map.find(id));
}

void ThingsEditor::removeMember()
{
    const int row = m_list->currentRow();
    const QString id = m_list->currentItem()->data(Qt::UserRole).toString();
    std::erase_if(m_map.members(), [&id](const document::Member &member) { return member.key == id; });
    refill(std::min(row, int(m_map.members().size()) - 1));
    Q_EMIT changed();
}

Value ThingsEditor::with(const QString &before, const QString &id, const Value &value) const
{
    Value map = m_map;
    if (!before.isEmpty() && before != id)
        document::apply(map, document::Change::rename(document::childPointer(QString(), before), id));
    map.set(id, value);
    return map;
}

void ThingsEditor::openForm(const QString &id, const Value &value)
{
    QStringList taken;
    for (const document::Member &member : m_map.members()) {
        if (member.key != id)
            taken.append(member.key);
    }
    FormTask task;
    task.id = id;
    task.value = value;
    task.taken = taken;
    task.pointer = [this](const QString &of) { return document::childPointer(m_context.pointer(), of); };
    task.check = [this, id](const QString &now, const Value &is) {
        return m_context.check(with(id, now, is));
    };
    auto *dialog = new ThingDialog(m_context.session, m_field.of, task, window());
    connect(dialog, &QDialog::accepted, this,
            [this, id, dialog] { take(id, dialog->id(), dialog->value()); });
    dialog->open();
}

void ThingsEditor::take(const QString &before, const QString &id, const Value &value)
{
    m_map = with(before, id, value);
    const auto &members = m_map.members();
    const auto at = std::find_if(members.begin(), members.end(),
                                 [&id](const document::Member &member) { return member.key == id; });
    refill(int(at - members.begin()));
    Q_EMIT changed();
}

ThingEditor::ThingEditor(const Field &field, const FieldContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_summary(new QLabel(this))
    , m_edit(smallButton(field.key + QStringLiteral("Edit"), tr("Edit…"), field.explained, this))
    , m_clear(smallButton(field.key + QStringLiteral("Remove"), tr("Remove"), tr("Say nothing of it"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    row->addWidget(m_summary, 1);
    row->addWidget(m_edit);
    row->addWidget(m_clear);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(tr("%1: edit").arg(field.label));
    connect(m_edit, &QPushButton::clicked, this, &ThingEditor::openForm);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        show({});
        Q_EMIT changed();
    });
    show({});
}

void ThingEditor::setValue(const MaybeValue &value)
{
    show(value);
}

void ThingEditor::show(const MaybeValue &value)
{
    m_value = value;
    const Value *text = value ? value->find(u"text") : nullptr;
    QStringList parts;
    if (value && value->isObject() && !text) {
        for (const document::Member &member : value->members()) {
            if (!member.value.isObject())
                parts.append(domain::toReadable(member.key) + u' ' + member.value.text());
        }
    }
    m_summary->setText(!value            ? tr("None")
                       : text            ? text->text()
                       : parts.isEmpty() ? value->text()
                                         : parts.join(QStringLiteral(", ")));
    m_summary->setEnabled(value.has_value());
    m_clear->setEnabled(value.has_value());
}

void ThingEditor::openForm()
{
    Value value = Value::object();
    if (m_value && m_value->isObject())
        value = *m_value;
    else if (m_value)
        value.set(QStringLiteral("text"), *m_value);
    const auto plain = [](const Value &is) {
        const Value *text = is.find(u"text");
        return text && is.members().size() == 1 ? *text : is; // a text alone where it says no more
    };
    FormTask task;
    task.value = value;
    task.pointer = [this](const QString &) { return m_context.pointer(); };
    task.check = [this, plain](const QString &, const Value &is) { return m_context.check(plain(is)); };
    auto *dialog = new ThingDialog(m_context.session, m_field.of, task, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, plain] {
        const Value is = dialog->value();
        show(is.members().empty() ? MaybeValue() : plain(is));
        Q_EMIT changed();
    });
    dialog->open();
}

CitedEditor::CitedEditor(const Field &field, const FieldContext &context, QWidget *parent,
                         MakeInner makeInner)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_inner(makeInner(field, context, this))
    , m_sources(smallButton(field.key + QStringLiteral("Sources"), {}, tr("Who says so"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_inner, 1);
    row->addWidget(m_sources);
    setFocusProxy(m_inner);
    m_sources->setAccessibleName(tr("Sources of: %1").arg(field.label));
    connect(m_inner, &FieldEditor::changed, this, &FieldEditor::changed);
    connect(m_sources, &QPushButton::clicked, this, &CitedEditor::openForm);
    tellSources();
}

void CitedEditor::setValue(const MaybeValue &value)
{
    m_rest = Value::object();
    const bool isCited = value && value->isObject();
    const Value *inner = isCited ? value->find(u"value") : nullptr;
    if (isCited) {
        m_rest = *value;
        document::apply(m_rest, document::Change::remove(QStringLiteral("/value")));
    }
    m_inner->setValue(isCited ? (inner ? MaybeValue(*inner) : MaybeValue()) : value);
    tellSources();
}

MaybeValue CitedEditor::with(const Value &rest) const
{
    const MaybeValue inner = m_inner->value();
    if (!inner || rest.members().empty())
        return inner;
    Value cited = Value::object();
    cited.set(QStringLiteral("value"), *inner);
    for (const document::Member &member : rest.members())
        cited.set(member.key, member.value);
    return cited;
}

MaybeValue CitedEditor::value() const
{
    return with(m_rest);
}

void CitedEditor::tellSources()
{
    const Value *cites = m_rest.find(u"cites");
    const auto count = cites ? cites->members().size() : 0;
    m_sources->setText(count == 0 ? tr("Sources…") : tr("Sources (%1)…").arg(count));
}

void CitedEditor::openForm()
{
    FormTask task;
    task.value = m_rest;
    task.pointer = [this](const QString &) { return m_context.pointer(); };
    task.check = [this](const QString &, const Value &rest) { return m_context.check(with(rest)); };
    auto *dialog = new ThingDialog(m_context.session, FormKind::CitedFact, task, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_rest = dialog->value();
        tellSources();
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace entente::window
