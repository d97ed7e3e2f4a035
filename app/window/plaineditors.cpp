#include "window/plaineditors.h"

#include "domain/agreement.h"
#include "domain/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace entente::window {

using document::Value;

namespace {

// Of JSON's number syntax; thousands may be set apart. Anything else goes on as text, and the reader says
// what is wrong with it.
Value numberFrom(QString text)
{
    static const QRegularExpression json(QStringLiteral("\\A-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?\\z"));
    text.remove(u',').remove(u' ').remove(QChar(0x202f)).remove(QChar::Nbsp);
    return json.match(text).hasMatch() ? Value::number(text) : Value::string(text);
}

QString pairLine(const document::Member &member)
{
    return member.key + QStringLiteral(": ") + member.value.text();
}

QString pageFrom(const Value &value)
{
    if (!value.isArray() && !value.isObject())
        return value.text();
    QStringList lines;
    for (const document::Member &member : value.members())
        lines.append(value.isArray() ? member.value.text() : pairLine(member));
    return lines.join(u'\n');
}

MaybeValue listFrom(const QString &page)
{
    Value list = Value::array();
    for (const QString &line : page.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            list.append(Value::string(line.trimmed()));
    }
    return list.items().empty() ? MaybeValue() : list;
}

MaybeValue pairsFrom(const QString &page)
{
    Value pairs = Value::object();
    for (const QString &line : page.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            pairs.set(line.section(u':', 0, 0).trimmed(), Value::string(line.section(u':', 1).trimmed()));
    }
    return pairs.members().empty() ? MaybeValue() : pairs;
}

} // namespace

LineEditor::LineEditor(const Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit(this))
    , m_isNumber(field.ask == Ask::Number)
{
    adopt(m_line, field);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::changed);
}

void LineEditor::setValue(const MaybeValue &value)
{
    m_line->setText(value ? value->text() : QString());
    m_line->setCursorPosition(0);
}

MaybeValue LineEditor::value() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    return m_isNumber ? numberFrom(text) : Value::string(text);
}

PageEditor::PageEditor(const Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_page(new QPlainTextEdit(this))
    , m_ask(field.ask)
{
    const int lines = m_ask == Ask::LongText ? 3 : 2;
    m_page->setFixedHeight(m_page->fontMetrics().lineSpacing() * lines + 12);
    m_page->setTabChangesFocus(true);
    adopt(m_page, field);
    connect(m_page, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
}

void PageEditor::setValue(const MaybeValue &value)
{
    m_page->setPlainText(value ? pageFrom(*value) : QString());
}

MaybeValue PageEditor::value() const
{
    const QString page = m_page->toPlainText();
    if (m_ask == Ask::Lines)
        return listFrom(page);
    if (m_ask == Ask::Pairs)
        return pairsFrom(page);
    return page.trimmed().isEmpty() ? MaybeValue() : Value::string(page.trimmed());
}

ChoiceEditor::ChoiceEditor(const Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new QComboBox(this))
    , m_isFlag(field.ask == Ask::MaybeFlag)
{
    m_box->addItem(field.unstated.isEmpty()
                       ? tr("Not stated")
                       : tr("Not stated: counts as %1").arg(domain::toReadable(field.unstated)),
                   QString());
    if (m_isFlag) {
        m_box->addItem(tr("Yes"), QStringLiteral("true"));
        m_box->addItem(tr("No"), QStringLiteral("false"));
    }
    for (qsizetype i = 0; i < field.words.size(); ++i)
        m_box->addItem(domain::capitalised(field.wordLabels.value(i, domain::toReadable(field.words.at(i)))),
                       field.words.at(i));
    adopt(m_box, field);
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldEditor::changed);
}

void ChoiceEditor::setValue(const MaybeValue &value)
{
    QString word = value ? value->text() : QString();
    if (value && value->isBoolean())
        word = value->truth() ? QStringLiteral("true") : QStringLiteral("false");
    if (m_box->findData(word) < 0)
        m_box->addItem(word, word); // a word of a newer version
    m_box->setCurrentIndex(m_box->findData(word));
}

MaybeValue ChoiceEditor::value() const
{
    const QString word = m_box->currentData().toString();
    if (word.isEmpty())
        return std::nullopt;
    return m_isFlag ? Value::boolean(word == QLatin1String("true")) : Value::string(word);
}

FlagEditor::FlagEditor(const Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new QCheckBox(field.explained, this))
{
    adopt(m_box, field);
    connect(m_box, &QCheckBox::toggled, this, &FieldEditor::changed);
}

void FlagEditor::setValue(const MaybeValue &value)
{
    const bool isChecked = value && value->isBoolean() && value->truth();
    m_unchecked = isChecked ? MaybeValue() : value;
    m_box->setChecked(isChecked);
}

MaybeValue FlagEditor::value() const
{
    return m_box->isChecked() ? Value::boolean(true) : m_unchecked;
}

} // namespace entente::window
