#include "window/thingform.h"

#include "document/edit.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace entente::window {

using document::Value;

namespace {

bool isSame(const MaybeValue &a, const MaybeValue &b)
{
    return a.has_value() == b.has_value() && (!a || a->sameJson(*b));
}

void put(Value &thing, const QString &key, const MaybeValue &value)
{
    if (value)
        thing.set(key, *value);
    else
        document::apply(thing, document::Change::remove(document::childPointer(QString(), key)));
}

QString sentence(const Problem &problem)
{
    QString text = problem.message;
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return problem.hint.isEmpty() ? text + u'.' : QStringLiteral("%1: %2.").arg(text, problem.hint);
}

} // namespace

ThingForm::ThingForm(FormKind kind, const Value &value, const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_given(value)
{
    auto *layout = new QFormLayout(this);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const Field &field : formFor(kind).fields)
        addRow(layout, field);
    for (Row &row : m_rows) {
        const Value *given = m_given.find(row.field.key);
        row.editor->setValue(given && !given->isNull() ? MaybeValue(*given) : MaybeValue());
        row.shown = row.editor->value();
        row.editor->followSibling();
        connect(row.editor, &FieldEditor::changed, this, [this, key = row.field.key] { onChanged(key); });
    }
}

void ThingForm::addRow(QFormLayout *layout, const Field &field)
{
    if (!field.section.isEmpty()) {
        auto *heading = new QLabel(QStringLiteral("<b>%1</b>").arg(field.section), this);
        heading->setContentsMargins(0, 10, 0, 0);
        layout->addRow(heading);
    }
    Row row{field, makeEditor(field, contextOf(field.key), this), new QLabel(this), {}};
    row.problem->setObjectName(field.key + QStringLiteral("Problem"));
    row.problem->setWordWrap(true);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->hide();
    QPalette palette = row.problem->palette();
    palette.setColor(QPalette::WindowText,
                     QColor::fromRgba(m_context.session.theme().palette.conflict.value));
    row.problem->setPalette(palette);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(row.editor);
    cell->addWidget(row.problem);
    auto *label = new QLabel(field.label + u':', this);
    label->setBuddy(row.editor);
    label->setToolTip(field.explained);
    layout->addRow(label, cell);
    m_rows.append(row);
}

FieldContext ThingForm::contextOf(const QString &key)
{
    return {m_context.session, [this, key] { return document::childPointer(m_context.pointer(), key); },
            [this, key](const MaybeValue &value) { return m_context.check(valueWith(key, value)); },
            [this] { return textOf(QStringLiteral("kind")); }};
}

void ThingForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepHeight();
}

bool ThingForm::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        keepHeight();
    return isHandled;
}

// As high as it wants to be at its width: what doesn't fit scrolls, nothing is squeezed by a message that
// comes.
void ThingForm::keepHeight()
{
    setMinimumHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(width())
                                                   : layout()->sizeHint().height());
}

void ThingForm::onChanged(const QString &key)
{
    if (key == QLatin1String("kind")) {
        for (const Row &row : std::as_const(m_rows))
            row.editor->followSibling();
    }
    Q_EMIT changed();
}

Value ThingForm::value() const
{
    Value thing = m_given;
    for (const Row &row : m_rows) {
        const MaybeValue now = row.editor->value();
        if (!isSame(now, row.shown))
            put(thing, row.field.key, now);
    }
    return thing;
}

Value ThingForm::valueWith(const QString &key, const MaybeValue &value) const
{
    Value thing = this->value();
    put(thing, key, value);
    return thing;
}

QString ThingForm::textOf(const QString &key) const
{
    for (const Row &row : m_rows) {
        const MaybeValue value = row.field.key == key ? row.editor->value() : MaybeValue();
        if (value)
            return value->text();
    }
    return {};
}

// By its pointer; what is missing is told of the whole thing and names the key.
int ThingForm::rowOf(const Problem &problem, const QString &pointer) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const QString &key = m_rows.at(i).field.key;
        const QString own = document::childPointer(pointer, key);
        const bool isNamed = problem.path == pointer && (problem.message.contains(u'"' + key + u'"') ||
                                                         problem.hint.contains(u'"' + key + u'"') ||
                                                         problem.message.contains(u' ' + key));
        if (problem.path == own || problem.path.startsWith(own + u'/') || isNamed)
            return i;
    }
    return -1;
}

QStringList ThingForm::showProblems(const ProblemList &problems, bool all)
{
    const QString pointer = m_context.pointer();
    QList<QStringList> told(m_rows.size());
    QStringList rest;
    for (const Problem &problem : problems.all()) {
        if (problem.severity != Severity::Error)
            continue;
        const int row = rowOf(problem, pointer);
        const bool isOwn = problem.path == pointer || problem.path.startsWith(pointer + u'/');
        if (row >= 0 && (all || m_rows.at(row).editor->value()))
            told[row].append(sentence(problem));
        else if (row < 0 && (all || isOwn))
            rest.append(sentence(problem));
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i].problem->setText(told.at(i).join(u'\n'));
        m_rows[i].problem->setVisible(!told.at(i).isEmpty());
    }
    return rest;
}

} // namespace entente::window
