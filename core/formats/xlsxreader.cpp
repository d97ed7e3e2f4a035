#include "formats/xlsxreader.h"

#include "document/jsonreader.h"
#include "formats/tablebuilder.h"
#include "formats/xlsxlayout.h"
#include "formats/xlsxworkbook.h"

#include <QHash>

#include <algorithm>

namespace entente::formats {

using document::Value;

namespace {

QString textAt(const Row &row, size_t column)
{
    return column < row.size() ? row[column].text : QString();
}

void placeAll(Value &value, document::Position at)
{
    value.setPosition(at);
    for (document::Member &member : value.members()) {
        member.keyPosition = at;
        placeAll(member.value, at);
    }
}

// ---- a workbook that Entente has written

// Makes the document of its sheets again.
class NativeReading
{
public:
    NativeReading(const std::vector<XlsxSheet> &sheets, const ForeignFile &file)
        : m_sheets(sheets)
        , m_limits(file.options.limits)
        , m_files{file.path}
    {
        for (const XlsxSheet &sheet : sheets)
            m_files.append(file.path + u'#' + sheet.name);
    }

    Outcome<document::Document> read();

private:
    const XlsxSheet *sheet(const char *name) const;
    Value valueOf(const Cell &cell) const;
    std::optional<Value> jsonOf(const Row &row, size_t column);
    void readTitlePage(const XlsxSheet &sheet);
    void readThings(const XlsxMapSheet &layout);
    Value thingOf(const Row &headers, const Row &row, size_t firstColumn);
    Value *agreementNamed(const Row &row);
    void readParties();
    void tell(const Cell &cell, const char *code, const QString &message);

    const std::vector<XlsxSheet> &m_sheets;
    ReadLimits m_limits;
    QStringList m_files;
    Value m_root = Value::object();
    QHash<QString, size_t> m_agreementAt;
    ProblemList m_problems;
};

const XlsxSheet *NativeReading::sheet(const char *name) const
{
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [name](const XlsxSheet &s) { return s.name == QLatin1String(name); });
    return found == m_sheets.end() ? nullptr : &*found;
}

void NativeReading::tell(const Cell &cell, const char *code, const QString &message)
{
    m_problems.add({Severity::Error,
                    Cause::Input,
                    QString::fromLatin1(code),
                    {m_files.value(cell.at.file), int(cell.at.line), int(cell.at.column)},
                    {},
                    message,
                    {}});
}

Value NativeReading::valueOf(const Cell &cell) const
{
    Value value = cell.isNumber  ? Value::number(cell.text)
                  : cell.isTruth ? Value::boolean(cell.text == QLatin1String("true"))
                                 : Value::string(cell.text);
    value.setPosition(cell.at);
    return value;
}

// The JSON that begins in a column and goes on in those that follow; nothing where the cell is empty.
std::optional<Value> NativeReading::jsonOf(const Row &row, size_t column)
{
    QString text;
    for (size_t i = column; i < row.size(); ++i)
        text += row[i].text;
    if (text.trimmed().isEmpty())
        return std::nullopt;
    auto json = document::readJson(text.toUtf8(), {}, 0, m_limits.ofJson());
    if (!json) {
        tell(row[column], "bad-json",
             QStringLiteral("this is no sound JSON: %1").arg(json.problems.all().first().message));
        return std::nullopt;
    }
    placeAll(*json.value, row[column].at);
    return std::move(*json.value);
}

void NativeReading::readTitlePage(const XlsxSheet &sheet)
{
    constexpr size_t firstValue = 2; // after the member's name and the kind of its value
    for (size_t i = 1; i < sheet.rows.size(); ++i) {
        const Row &row = sheet.rows[i];
        const QString member = textAt(row, 0);
        if (member.isEmpty() || row.size() <= firstValue)
            continue;
        const bool isJson = textAt(row, 1) == QLatin1String("json");
        const auto value = isJson ? jsonOf(row, firstValue) : std::optional(valueOf(row[firstValue]));
        if (value)
            m_root.set(member, *value);
    }
}

Value NativeReading::thingOf(const Row &headers, const Row &row, size_t firstColumn)
{
    Value thing = Value::object();
    thing.setPosition(row.front().at);
    for (size_t i = firstColumn; i < headers.size() && i < row.size(); ++i) {
        const QString header = headers[i].text;
        if (header == QLatin1String(xlsxMoreColumn)) {
            const auto more = jsonOf(row, i);
            for (const document::Member &member : more ? more->members() : std::vector<document::Member>())
                thing.set(member.key, member.value);
            break;
        }
        if (!row[i].text.isEmpty() && !header.isEmpty())
            thing.set(header, valueOf(row[i]));
    }
    return thing;
}

Value *NativeReading::agreementNamed(const Row &row)
{
    const auto at = m_agreementAt.constFind(textAt(row, 0));
    if (at == m_agreementAt.constEnd()) {
        tell(row.front(), "dangling-reference",
             QStringLiteral("there is no agreement \"%1\"").arg(textAt(row, 0)));
        return nullptr;
    }
    return &m_root.find(u"agreements")->members()[*at].value;
}

void NativeReading::readThings(const XlsxMapSheet &layout)
{
    const XlsxSheet *found = sheet(layout.sheet);
    if (!found || found->rows.empty())
        return;
    const QString member = QString::fromLatin1(layout.member);
    if (!layout.ofAgreement)
        m_root.set(member, Value::object());
    const size_t idColumn = layout.ofAgreement ? 1 : 0;
    QHash<QString, QSet<QString>> taken; // ids, by agreement
    for (size_t i = 1; i < found->rows.size(); ++i) {
        const Row &row = found->rows[i];
        const QString id = textAt(row, idColumn);
        Value *holder = layout.ofAgreement ? agreementNamed(row) : &m_root;
        if (!holder)
            continue;
        QSet<QString> &ids = taken[layout.ofAgreement ? textAt(row, 0) : QString()];
        if (id.isEmpty() || ids.contains(id)) {
            tell(row.front(), "duplicate-key",
                 id.isEmpty() ? QStringLiteral("this row has no id")
                              : QStringLiteral("the id \"%1\" is used twice").arg(id));
            continue;
        }
        ids.insert(id);
        if (!holder->find(member))
            holder->set(member, Value::object());
        Value *things = holder->find(member);
        if (!things->isObject())
            continue; // a column of that name says otherwise, which the scenario's reader tells
        things->members().push_back({id, thingOf(found->rows[0], row, idColumn + 1), row[idColumn].at});
        if (member == QLatin1String("agreements"))
            m_agreementAt.insert(id, things->members().size() - 1);
    }
}

void NativeReading::readParties()
{
    const XlsxSheet *found = sheet(xlsxPartiesSheet);
    for (size_t i = 1; found && i < found->rows.size(); ++i) {
        const Row &row = found->rows[i];
        Value *agreement = agreementNamed(row);
        if (!agreement)
            continue;
        const QString key = QStringLiteral("parties");
        if (!agreement->find(key))
            agreement->set(key, Value::array());
        if (agreement->find(key)->isArray())
            agreement->find(key)->append(thingOf(found->rows[0], row, 1));
    }
}

Outcome<document::Document> NativeReading::read()
{
    m_root.setPosition({1, 1, 1});
    readTitlePage(*sheet(xlsxScenarioSheet));
    for (const XlsxMapSheet &layout : xlsxMapSheets)
        readThings(layout);
    readParties();
    if (m_problems.hasErrors())
        return {std::nullopt, m_problems};
    return {document::Document{std::move(m_root), m_files}, m_problems};
}

bool isNative(const std::vector<XlsxSheet> &sheets)
{
    return std::any_of(sheets.begin(), sheets.end(), [](const XlsxSheet &sheet) {
        return sheet.name == QLatin1String(xlsxScenarioSheet) &&
               std::any_of(sheet.rows.begin(), sheet.rows.end(),
                           [](const Row &row) { return textAt(row, 0) == QLatin1String("format"); });
    });
}

// ---- any other workbook

bool hasEnds(const QList<ColumnUse> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const ColumnUse &use) {
        return use.meaning == Meaning::Source || use.meaning == Meaning::Party ||
               use.meaning == Meaning::Interaction;
    });
}

// The sheets that can be used, those of firms first; none where it can be told of none which columns name
// firms.
std::vector<size_t> usableSheets(const std::vector<XlsxSheet> &sheets, const TableMapping &mapping)
{
    std::vector<size_t> firms;
    std::vector<size_t> agreements;
    for (size_t i = 0; i < sheets.size(); ++i) {
        if (sheets[i].rows.size() < 2)
            continue;
        const Resolved resolved = resolveColumns(cellTexts(sheets[i].rows[0]), mapping);
        if (resolved.usable && resolved.missing.isEmpty())
            (hasEnds(resolved.columns) ? agreements : firms).push_back(i);
    }
    firms.insert(firms.end(), agreements.begin(), agreements.end());
    return firms;
}

Outcome<document::Document> readTables(const std::vector<XlsxSheet> &sheets, const ForeignFile &file)
{
    ScenarioDraft draft(file.path, file.options.progress);
    for (const XlsxSheet &sheet : sheets)
        draft.addFile(file.path + u'#' + sheet.name);
    TableBuilder builder(draft, file.options.mapping);
    const std::vector<size_t> usable = usableSheets(sheets, file.options.mapping);
    for (size_t i = 0; i < sheets.size(); ++i) {
        const bool used = std::find(usable.begin(), usable.end(), i) != usable.end();
        if (used || sheets[i].rows.empty())
            continue;
        if (usable.empty()) {
            builder.begin(sheets[i].rows[0]); // says why not
            break;
        }
        draft.warn(QStringLiteral("sheet-not-used"), sheets[i].rows[0].front().at,
                   QStringLiteral("it can't be told which columns of the sheet “%1” name firms")
                       .arg(sheets[i].name));
    }
    for (const size_t at : usable) {
        if (!builder.begin(sheets[at].rows[0]))
            break;
        for (size_t row = 1; row < sheets[at].rows.size(); ++row)
            builder.add(sheets[at].rows[row]);
    }
    builder.finish();
    return draft.finish(titleFrom(file.path), QStringLiteral("a workbook"));
}

} // namespace

Likeness recogniseXlsx(QByteArrayView bytes)
{
    if (!bytes.startsWith("PK\x03\x04"))
        return Likeness::Maybe;
    return bytes.contains("xl/workbook.xml") ? Likeness::Yes : Likeness::Maybe;
}

Outcome<document::Document> readXlsx(const ForeignFile &file)
{
    const auto sheets = readWorkbook(file.bytes, file.path, file.options);
    if (!sheets)
        return {std::nullopt, sheets.problems};
    return isNative(*sheets.value) ? NativeReading(*sheets.value, file).read()
                                   : readTables(*sheets.value, file);
}

Outcome<TablePreview> previewXlsx(const QByteArray &bytes, const QString &path, const TableMapping &mapping,
                                  int mostRows)
{
    const auto sheets = readWorkbook(bytes, path, {});
    if (!sheets)
        return {std::nullopt, sheets.problems};
    TablePreview preview;
    preview.certain = isNative(*sheets.value);
    for (const XlsxSheet &sheet : *sheets.value) {
        if (sheet.rows.empty() || preview.certain)
            continue;
        preview.headers = cellTexts(sheet.rows[0]);
        const Guess guess = guessColumns(preview.headers);
        preview.certain = guess.certain && !guess.doubtful;
        preview.columns = resolveColumns(preview.headers, mapping).columns;
        for (size_t i = 1; i < sheet.rows.size() && preview.rows.size() < mostRows; ++i)
            preview.rows.append(cellTexts(sheet.rows[i]));
        break;
    }
    return {preview, {}};
}

} // namespace entente::formats
