#include "formats/xlsxwriter.h"

#include "document/jsonwriter.h"
#include "domain/money.h"
#include "formats/xlsxlayout.h"

#include <QDate>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

constexpr double columnWidth = 18; // characters

// Spreadsheets know no day before this one for certain: they hold 1900 for a leap year.
const QDate firstCertainDay(1900, 3, 1);

std::optional<QDate> dayIn(const QString &text)
{
    constexpr qsizetype isoLength = 10; // 2025-10-28
    if (text.size() != isoLength)
        return std::nullopt;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() && day >= firstCertainDay && day.toString(Qt::ISODate) == text ? std::optional(day)
                                                                                        : std::nullopt;
}

// Writes one workbook to a file.
class WorkbookWriting
{
public:
    explicit WorkbookWriting(const QByteArray &path)
        : m_book(workbook_new(path.constData()))
    {
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        m_date = workbook_add_format(m_book);
        format_set_num_format(m_date, "yyyy-mm-dd");
    }

    void write(const Value &root);
    bool close() { return workbook_close(m_book) == LXW_NO_ERROR; }

private:
    void writeTitlePage(const Value &root);
    void beginSheet(const char *name, const QStringList &headers);
    void writeThings(const XlsxMapSheet &layout, const Value &root);
    void writeThing(const QStringList &columns, const QStringList &keys, const Value &thing,
                    const QStringList &left);
    void writeParties(const Value &agreements);
    // False where a cell can't hold the value as it is.
    static bool fitsCell(const Value &value);
    void writeCell(int column, const Value &value);
    void writeText(int column, const QString &text);
    void writeLong(int column, const QString &text);

    lxw_workbook *m_book;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_head = nullptr;
    lxw_format *m_date = nullptr;
    lxw_row_t m_row = 0;
};

QString nameOfMember(const char *name)
{
    return QString::fromLatin1(name);
}

bool WorkbookWriting::fitsCell(const Value &value)
{
    if (value.isBoolean())
        return true;
    if (value.isString())
        return !value.text().isEmpty() && value.text().size() <= xlsxMostCharacters &&
               !value.text().contains(QChar(0xfffe));
    return value.isNumber() && domain::Decimal::parse(value.text());
}

void WorkbookWriting::writeText(int column, const QString &text)
{
    worksheet_write_string(m_sheet, m_row, lxw_col_t(column), text.toUtf8().constData(), nullptr);
}

void WorkbookWriting::writeCell(int column, const Value &value)
{
    const auto at = lxw_col_t(column);
    if (value.isBoolean()) {
        worksheet_write_boolean(m_sheet, m_row, at, value.truth() ? 1 : 0, nullptr);
    } else if (value.isNumber()) {
        worksheet_write_number(m_sheet, m_row, at, domain::Decimal::parse(value.text())->toDouble(), nullptr);
    } else if (const auto day = dayIn(value.text())) {
        lxw_datetime date{day->year(), day->month(), day->day(), 0, 0, 0};
        worksheet_write_datetime(m_sheet, m_row, at, &date, m_date);
    } else {
        writeText(column, value.text());
    }
}

// In as many cells as it takes.
void WorkbookWriting::writeLong(int column, const QString &text)
{
    for (qsizetype start = 0; start < text.size();) {
        qsizetype length = std::min(xlsxMostCharacters, text.size() - start);
        if (start + length < text.size() && text[start + length - 1].isHighSurrogate())
            --length;
        writeText(column++, text.mid(start, length));
        start += length;
    }
}

void WorkbookWriting::beginSheet(const char *name, const QStringList &headers)
{
    m_sheet = workbook_add_worksheet(m_book, name);
    m_row = 0;
    for (int i = 0; i < headers.size(); ++i)
        worksheet_write_string(m_sheet, 0, lxw_col_t(i), headers[i].toUtf8().constData(), m_head);
    worksheet_set_column(m_sheet, 0, lxw_col_t(headers.size() - 1), columnWidth, nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
}

void WorkbookWriting::writeTitlePage(const Value &root)
{
    beginSheet(xlsxScenarioSheet, {QStringLiteral("member"), QStringLiteral("as"), QStringLiteral("value")});
    for (const Member &member : root.members()) {
        const bool isMap =
            std::any_of(xlsxMapSheets.begin(), xlsxMapSheets.end(), [&member](const XlsxMapSheet &layout) {
                return !layout.ofAgreement && member.key == QLatin1String(layout.member) &&
                       member.value.isObject();
            });
        if (isMap || member.value.isNull() || member.key == QLatin1String("extends"))
            continue;
        ++m_row;
        writeText(0, member.key);
        const bool plain = fitsCell(member.value);
        writeText(1, plain ? QStringLiteral("value") : QStringLiteral("json"));
        if (plain)
            writeCell(2, member.value);
        else
            writeLong(2, QString::fromUtf8(document::toCompactJson(member.value)));
    }
}

// `columns` are the members with a column, after those of `keys`; `left` is written elsewhere.
void WorkbookWriting::writeThing(const QStringList &columns, const QStringList &keys, const Value &thing,
                                 const QStringList &left)
{
    ++m_row;
    for (int i = 0; i < keys.size(); ++i)
        writeText(i, keys[i]);
    Value more = Value::object();
    for (const Member &member : thing.members()) {
        const qsizetype column = columns.indexOf(member.key);
        if (member.value.isNull() || left.contains(member.key))
            continue;
        if (column >= 0 && fitsCell(member.value))
            writeCell(int(keys.size() + column), member.value);
        else
            more.set(member.key, member.value);
    }
    if (!more.members().empty())
        writeLong(int(keys.size() + columns.size()), QString::fromUtf8(document::toCompactJson(more)));
}

// Whether the agreement's member is what its own sheet can hold.
bool hasSheet(const Value &agreement, const QString &member)
{
    const Value *value = agreement.find(member);
    if (!value || !value->isObject() || value->members().empty())
        return false;
    return std::all_of(value->members().begin(), value->members().end(), [](const Member &m) {
        return m.value.isObject() && !m.key.startsWith(QLatin1String("x-"));
    });
}

bool havePartiesSheet(const Value &agreement)
{
    const Value *parties = agreement.find(u"parties");
    return parties && parties->isArray() && !parties->items().empty() &&
           std::all_of(parties->items().begin(), parties->items().end(),
                       [](const Member &party) { return party.value.isObject(); });
}

void WorkbookWriting::writeThings(const XlsxMapSheet &layout, const Value &root)
{
    const QStringList columns = nameOfMember(layout.columns).split(u'|');
    QStringList keys{QStringLiteral("id")};
    if (layout.ofAgreement)
        keys.prepend(QStringLiteral("agreement"));
    beginSheet(layout.sheet, keys + columns + QStringList(nameOfMember(xlsxMoreColumn)));
    const Value *map =
        root.find(layout.ofAgreement ? QStringLiteral("agreements") : nameOfMember(layout.member));
    if (!map || !map->isObject())
        return;
    for (const Member &thing : map->members()) {
        if (thing.value.isNull())
            continue;
        if (!layout.ofAgreement) {
            QStringList left;
            for (const char *member : {"amounts", "clauses"}) {
                if (layout.member == std::string_view("agreements") &&
                    hasSheet(thing.value, nameOfMember(member)))
                    left.append(nameOfMember(member));
            }
            if (layout.member == std::string_view("agreements") && havePartiesSheet(thing.value))
                left.append(QStringLiteral("parties"));
            writeThing(columns, {thing.key}, thing.value, left);
        } else if (hasSheet(thing.value, nameOfMember(layout.member))) {
            for (const Member &part : thing.value.find(nameOfMember(layout.member))->members())
                writeThing(columns, {thing.key, part.key}, part.value, {});
        }
    }
}

void WorkbookWriting::writeParties(const Value &agreements)
{
    const QStringList columns{QStringLiteral("firm"), QStringLiteral("role")};
    beginSheet(xlsxPartiesSheet, QStringList{QStringLiteral("agreement")} + columns +
                                     QStringList(nameOfMember(xlsxMoreColumn)));
    for (const Member &agreement : agreements.members()) {
        if (!havePartiesSheet(agreement.value))
            continue;
        for (const Member &party : agreement.value.find(u"parties")->items())
            writeThing(columns, {agreement.key}, party.value, {});
    }
}

void WorkbookWriting::write(const Value &root)
{
    writeTitlePage(root);
    for (const XlsxMapSheet &layout : xlsxMapSheets) {
        writeThings(layout, root);
        if (layout.member == std::string_view("agreements")) {
            const Value *agreements = root.find(u"agreements");
            writeParties(agreements ? *agreements : Value::object());
        }
    }
}

Outcome<QByteArray> cannotWrite(const QString &what)
{
    Outcome<QByteArray> outcome;
    outcome.problems.add({Severity::Error, Cause::File, QStringLiteral("unwritable"), {}, {}, what, {}});
    return outcome;
}

} // namespace

Outcome<QByteArray> writeXlsx(const document::Document &document)
{
    const QTemporaryDir folder; // the library writes to files only
    const QString path = folder.filePath(QStringLiteral("scenario.xlsx"));
    WorkbookWriting writing(QFile::encodeName(path));
    writing.write(document.root);
    QFile file(path);
    if (!folder.isValid() || !writing.close() || !file.open(QIODevice::ReadOnly))
        return cannotWrite(QStringLiteral("the workbook can't be written to the folder for temporary files"));
    return {file.readAll(), {}};
}

} // namespace entente::formats
