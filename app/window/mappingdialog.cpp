#include "window/mappingdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>

namespace entente::window {

namespace {

enum MappingColumn { HeaderColumn, ExampleColumn, MeaningColumn, MappingColumns };

QString settingsKey(const QStringList &headers)
{
    const QByteArray text = headers.join(u'\n').toLower().toUtf8();
    return QStringLiteral("tables/") +
           QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
}

// The first cells that hold something, as far as they fit.
QString exampleOf(const session::TableQuestion &question, qsizetype column)
{
    constexpr qsizetype mostExamples = 3;
    QStringList examples;
    for (const QStringList &row : question.rows) {
        const QString text = row.value(column);
        if (!text.isEmpty() && examples.size() < mostExamples && !examples.contains(text))
            examples.append(text.left(60));
    }
    return examples.join(QStringLiteral(" · "));
}

QString pairOf(const QString &key, const QString &column)
{
    const bool quoted = column.contains(u',') || column.contains(u'\n');
    return key + u'=' + (quoted ? u'"' + column + u'"' : column);
}

// The value that a mapping gives a key such as "days"; empty where it doesn't.
QString optionIn(const QString &mapping, const QString &key)
{
    const QStringList pairs = mapping.split(u',');
    for (const QString &pair : pairs) {
        if (pair.startsWith(key + u'='))
            return pair.mid(key.size() + 1);
    }
    return {};
}

} // namespace

QString rememberedMapping(const QStringList &headers)
{
    return QSettings().value(settingsKey(headers)).toString();
}

void rememberMapping(const QStringList &headers, const QString &mapping)
{
    QSettings().setValue(settingsKey(headers), mapping);
}

MappingDialog::MappingDialog(const QByteArray &bytes, const QString &path, const QString &mapping,
                             QWidget *parent)
    : QDialog(parent)
    , m_bytes(bytes)
    , m_path(path)
    , m_columns(makeTable())
    , m_hasHeader(new QCheckBox(QStringLiteral("The first &row names the columns"), this))
    , m_days(makeChoice("daysChoice", QStringLiteral("Days"), QStringLiteral("How 3/4/2025 is to be read"),
                        {{QStringLiteral("3/4/2025 is left as text"), {}},
                         {QStringLiteral("3/4/2025 is 3 April"), QStringLiteral("day-first")},
                         {QStringLiteral("3/4/2025 is March 4"), QStringLiteral("month-first")}}))
    , m_decimals(makeChoice("decimalsChoice", QStringLiteral("Decimals"),
                            QStringLiteral("How 1,234 is to be read"),
                            {{QStringLiteral("1,234 is left as text"), {}},
                             {QStringLiteral("1,234 is a thousand and more"), QStringLiteral("point")},
                             {QStringLiteral("1,234 is one and a bit"), QStringLiteral("comma")}}))
    , m_currency(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_lines(new QListWidget(this))
{
    setObjectName(QStringLiteral("mappingDialog"));
    setWindowTitle(QStringLiteral("What the columns mean"));
    resize(820, 640);
    makeOptions();
    const auto question = session::tableIn(m_bytes, m_path, mapping);
    m_hasHeader->setChecked(!question || question->hasHeader);
    m_days->setCurrentIndex(std::max(0, m_days->findData(optionIn(mapping, QStringLiteral("days")))));
    m_decimals->setCurrentIndex(
        std::max(0, m_decimals->findData(optionIn(mapping, QStringLiteral("decimals")))));
    const QString currency = optionIn(mapping, QStringLiteral("currency"));
    if (question && !question->headers.contains(currency))
        m_currency->setText(currency);
    fill(question.value_or(session::TableQuestion()));
    connect(m_hasHeader, &QCheckBox::toggled, this, &MappingDialog::headerChanged);
    connect(m_days, &QComboBox::currentIndexChanged, this, &MappingDialog::preview);
    connect(m_decimals, &QComboBox::currentIndexChanged, this, &MappingDialog::preview);
    connect(m_currency, &QLineEdit::textChanged, this, &MappingDialog::preview);
    preview();
}

QTableWidget *MappingDialog::makeTable()
{
    auto *table = new QTableWidget(0, MappingColumns, this);
    table->setObjectName(QStringLiteral("mappingColumns"));
    table->setAccessibleName(QStringLiteral("Columns of the table"));
    table->setToolTip(QStringLiteral("What each column of the table means"));
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Column"), QStringLiteral("Holds"), QStringLiteral("Means")});
    table->horizontalHeader()->setSectionResizeMode(ExampleColumn, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(MeaningColumn, QHeaderView::ResizeToContents);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab goes from choice to choice
    return table;
}

QComboBox *MappingDialog::makeChoice(const char *name, const QString &label, const QString &tip,
                                     const QList<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(label);
    box->setToolTip(tip);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    return box;
}

void MappingDialog::makeOptions()
{
    m_hasHeader->setObjectName(QStringLiteral("hasHeader"));
    m_hasHeader->setAccessibleName(QStringLiteral("The first row names the columns"));
    m_hasHeader->setToolTip(QStringLiteral("Off: the first row is an agreement or a firm like the others"));
    m_currency->setObjectName(QStringLiteral("currencyOfAll"));
    m_currency->setAccessibleName(QStringLiteral("Currency"));
    m_currency->setToolTip(QStringLiteral("Of amounts that name none: USD, EUR …"));
    m_currency->setPlaceholderText(QStringLiteral("as the cells say"));
    m_currency->setMaxLength(3);
    m_lines->setObjectName(QStringLiteral("mappingPreview"));
    m_lines->setAccessibleName(QStringLiteral("What would be read"));
    m_lines->setToolTip(QStringLiteral("The first agreements and firms that would be read"));
    m_summary->setObjectName(QStringLiteral("mappingSummary"));
    m_summary->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    m_open = buttons->button(QDialogButtonBox::Open);
    m_open->setObjectName(QStringLiteral("mappingOpen"));
    m_open->setText(QStringLiteral("&Open"));
    m_open->setToolTip(QStringLiteral("Read the table so, and remember it for tables with these columns"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("mappingCancel"));
    buttons->button(QDialogButtonBox::Cancel)->setToolTip(QStringLiteral("Open nothing (Esc)"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->addRow(m_hasHeader);
    form->addRow(QStringLiteral("&Days:"), m_days);
    form->addRow(QStringLiteral("D&ecimals:"), m_decimals);
    form->addRow(QStringLiteral("&Currency:"), m_currency);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_columns, 3);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(m_lines, 2);
    layout->addWidget(buttons);
}

QComboBox *MappingDialog::makeMeaning(int column, const QString &chosen)
{
    auto *box = new QComboBox(m_columns);
    box->setObjectName(QStringLiteral("meaning%1").arg(column + 1));
    box->setAccessibleName(QStringLiteral("Meaning of “%1”").arg(m_headers.value(column)));
    box->setToolTip(QStringLiteral("What “%1” means").arg(m_headers.value(column)));
    for (const session::MeaningWord &meaning : session::meaningWords())
        box->addItem(meaning.label, meaning.word);
    if (box->findData(chosen) < 0)
        box->addItem(chosen, chosen);
    box->setCurrentIndex(box->findData(chosen));
    connect(box, &QComboBox::currentIndexChanged, this, &MappingDialog::preview);
    return box;
}

void MappingDialog::fill(const session::TableQuestion &question)
{
    constexpr qsizetype mostColumns = 200; // that are asked about; the others are told as they are
    m_headers = question.headers.mid(0, mostColumns);
    m_guessed = question.meanings.mid(0, mostColumns);
    m_columns->setRowCount(int(m_headers.size()));
    for (int i = 0; i < m_headers.size(); ++i) {
        m_columns->setItem(i, HeaderColumn, new QTableWidgetItem(m_headers[i]));
        m_columns->setItem(i, ExampleColumn, new QTableWidgetItem(exampleOf(question, i)));
        m_columns->setCellWidget(i, MeaningColumn, makeMeaning(i, m_guessed.value(i)));
    }
}

void MappingDialog::headerChanged()
{
    const QString header =
        m_hasHeader->isChecked() ? QStringLiteral("header=first") : QStringLiteral("header=none");
    fill(session::tableIn(m_bytes, m_path, header).value_or(session::TableQuestion()));
    preview();
}

QString MappingDialog::mapping() const
{
    QStringList pairs;
    for (int i = 0; i < m_headers.size(); ++i) {
        const auto *box = qobject_cast<QComboBox *>(m_columns->cellWidget(i, MeaningColumn));
        const bool unique = m_headers.count(m_headers[i]) == 1 && !m_headers[i].contains(u'"');
        const QString column = unique && !m_headers[i].isEmpty() ? m_headers[i] : QString::number(i + 1);
        if (box && box->currentData() != QLatin1String("identifier"))
            pairs.append(pairOf(box->currentData().toString(), column));
    }
    pairs.append(m_hasHeader->isChecked() ? QStringLiteral("header=first") : QStringLiteral("header=none"));
    for (const auto &[key, box] :
         {std::pair(QStringLiteral("days="), m_days), std::pair(QStringLiteral("decimals="), m_decimals)}) {
        if (!box->currentData().toString().isEmpty())
            pairs.append(key + box->currentData().toString());
    }
    constexpr qsizetype codeLength = 3; // ISO 4217
    if (m_currency->text().size() == codeLength)
        pairs.append(QStringLiteral("currency=") + m_currency->text().toUpper());
    return pairs.join(u',');
}

void MappingDialog::preview()
{
    const session::TableOutcome outcome = session::tryTable(m_bytes, m_path, mapping());
    m_summary->setText(outcome.isUsable ? QStringLiteral("Of the first rows: %1").arg(outcome.summary)
                                        : outcome.summary);
    m_lines->clear();
    m_lines->addItems(outcome.lines);
    m_open->setEnabled(outcome.isUsable);
}

} // namespace entente::window
