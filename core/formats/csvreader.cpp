#include "formats/csvreader.h"

#include "document/jsonreader.h"
#include "formats/tablebuilder.h"
#include "formats/unpacking.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace entente::formats {

namespace {

bool isEmptyRow(const Row &row)
{
    return std::all_of(row.begin(), row.end(),
                       [](const Cell &cell) { return cell.text.trimmed().isEmpty(); });
}

// "1", "2", … for the columns of a table without a header.
Row numbered(const Row &row)
{
    Row headers = row;
    for (size_t i = 0; i < headers.size(); ++i)
        headers[i].text = QString::number(i + 1);
    return headers;
}

// A table without a header is one whose first row tells nothing, and which is mapped by number.
bool isHeader(const Row &row, const TableMapping &mapping)
{
    if (mapping.hasHeader)
        return *mapping.hasHeader;
    const QStringList headers = cellTexts(row);
    if (guessColumns(headers).certain || mapping.columns.isEmpty())
        return true;
    return !std::all_of(mapping.columns.begin(), mapping.columns.end(),
                        [&headers](const ColumnChoice &choice) {
                            bool isNumber = false;
                            choice.column.toInt(&isNumber);
                            return isNumber && !headers.contains(choice.column);
                        });
}

char delimiterOf(QByteArrayView text, const TableMapping &mapping)
{
    return mapping.delimiter.isNull() ? guessDelimiter(text) : mapping.delimiter.toLatin1();
}

// What stands in front of formulas in tables that Entente has written; see csvwriter.
void undoNeutral(Row &row)
{
    for (Cell &cell : row) {
        if (!cell.text.startsWith(u'\''))
            continue;
        qsizetype sign = 0;
        while (sign < cell.text.size() && cell.text[sign] == u'\'')
            ++sign;
        if (sign < cell.text.size() && QStringView(u"=+-@\t\r").contains(cell.text[sign]))
            cell.text.remove(0, 1);
    }
}

// Reads the tables of one text into the draft.
class CsvReading
{
public:
    CsvReading(ScenarioDraft &draft, TableBuilder &builder, const ReadOptions &options)
        : m_draft(draft)
        , m_builder(builder)
        , m_options(options)
    {}

    void read(QByteArrayView text, quint32 file);

private:
    bool beginTable(Row &row);
    bool isWithinLimits(const Row &row);
    void tellOddities(TableRows &rows);

    ScenarioDraft &m_draft;
    TableBuilder &m_builder;
    const ReadOptions &m_options;
    qint64 m_cells = 0;
};

bool CsvReading::isWithinLimits(const Row &row)
{
    m_cells += qint64(row.size());
    if (row.size() <= mostColumns && m_cells <= m_options.limits.values)
        return true;
    m_draft.problems.add(
        {Severity::Error,
         Cause::Limit,
         QStringLiteral("too-many-cells"),
         m_draft.placeOf(row.front().at),
         {},
         row.size() > mostColumns
             ? QStringLiteral("a row has more than the limit of %1 columns").arg(mostColumns)
             : QStringLiteral("there are more than the limit of %1 cells").arg(m_options.limits.values),
         {}});
    return false;
}

// False where the headers tell nothing; a first row that is no header is read as a row.
bool CsvReading::beginTable(Row &row)
{
    const bool header = isHeader(row, m_options.mapping);
    if (!m_builder.begin(header ? row : numbered(row)))
        return false;
    if (!header)
        m_builder.add(row);
    return true;
}

void CsvReading::tellOddities(TableRows &rows)
{
    for (const document::Position at : rows.strayText) {
        m_draft.warn(QStringLiteral("stray-text"), at, QStringLiteral("there is text after a closing quote"),
                     QStringLiteral("a quote within quotes is doubled: \"\""));
    }
    rows.strayText.clear();
    if (rows.isUnclosed()) {
        m_draft.error(QStringLiteral("unclosed-quote"), rows.openQuote(),
                      QStringLiteral("the quote that opens here is never closed"),
                      QStringLiteral("a quote within quotes is doubled: \"\""));
    }
}

void CsvReading::read(QByteArrayView text, quint32 file)
{
    TableRows rows(text, delimiterOf(text, m_options.mapping), file);
    Row row;
    bool begun = false;
    bool parted = false; // an empty line came before: another table may begin
    while (!m_draft.isCancelled() && rows.next(row) && isWithinLimits(row)) {
        tellOddities(rows);
        if (rows.isUnclosed())
            return;
        if (isEmptyRow(row)) {
            parted = begun;
            continue;
        }
        undoNeutral(row);
        const bool another = parted && guessColumns(cellTexts(row)).certain;
        parted = false;
        if (begun && !another) {
            m_builder.add(row);
            continue;
        }
        begun = beginTable(row);
        if (!begun)
            return;
    }
}

// ---- the table beside it

const QStringList &firmTableNames()
{
    static const QStringList names{QStringLiteral("nodes"), QStringLiteral("firms"),
                                   QStringLiteral("companies"), QStringLiteral("entities")};
    return names;
}

const QStringList &agreementTableNames()
{
    static const QStringList names{QStringLiteral("edges"), QStringLiteral("agreements"),
                                   QStringLiteral("deals"), QStringLiteral("relationships"),
                                   QStringLiteral("links")};
    return names;
}

// "x/acme-nodes.csv" with "nodes" → "x/acme-edges.csv", if there is such a file.
QString besides(const QFileInfo &file, const QStringList &own, const QStringList &others)
{
    const QString stem = file.baseName();
    for (const QString &name : own) {
        if (!stem.endsWith(name, Qt::CaseInsensitive))
            continue;
        for (const QString &other : others) {
            const QString path =
                file.path() + u'/' + stem.chopped(name.size()) + other + u'.' + file.completeSuffix();
            if (QFileInfo(path).isFile())
                return path;
        }
    }
    return {};
}

struct Companion
{
    QString path; // empty for none
    bool holdsFirms = false;
};

Companion companionOf(const QString &path)
{
    const QFileInfo file(path);
    if (path.startsWith(u':') || path == QLatin1String("-") || !file.isFile())
        return {};
    const QString firms = besides(file, agreementTableNames(), firmTableNames());
    if (!firms.isEmpty())
        return {firms, true};
    return {besides(file, firmTableNames(), agreementTableNames()), false};
}

Outcome<QByteArray> textOf(const QString &path, const ReadLimits &limits)
{
    const Outcome<QByteArray> packed = document::readFile(path, limits.bytes);
    if (!packed)
        return packed;
    const Outcome<QByteArray> bytes = unpackGzip(*packed.value, path, limits.bytes);
    return bytes ? tableText(*bytes.value, path) : bytes;
}

QString titleOf(const QString &path)
{
    return path == QLatin1String("-") || path.isEmpty() ? QStringLiteral("Pasted table") : titleFrom(path);
}

} // namespace

Likeness recogniseCsv(QByteArrayView bytes)
{
    constexpr qsizetype looked = 1 << 16; // bytes that the first row is sought in
    QByteArray start = bytes.first(std::min(looked, bytes.size())).toByteArray();
    if (start.size() < bytes.size()) // not to end within a character
        start.truncate(std::max<qsizetype>(start.lastIndexOf('\n'), 0));
    const auto text = tableText(start, {});
    if (!text || text.value->trimmed().startsWith('{') || text.value->trimmed().startsWith('['))
        return Likeness::Maybe;
    TableRows rows(*text.value, guessDelimiter(*text.value), 0);
    Row row;
    const bool hasRow = rows.next(row);
    return hasRow && row.size() >= 2 && guessColumns(cellTexts(row)).certain ? Likeness::Yes
                                                                             : Likeness::Maybe;
}

Outcome<document::Document> readCsv(const ForeignFile &file)
{
    const Outcome<QByteArray> text = tableText(file.bytes.toByteArray(), file.path);
    if (!text)
        return {std::nullopt, text.problems};
    ScenarioDraft draft(file.path, file.options.progress);
    draft.problems.append(text.problems);
    TableBuilder builder(draft, file.options.mapping);
    CsvReading reading(draft, builder, file.options);
    const Companion companion = companionOf(file.path);
    Outcome<QByteArray> beside;
    if (!companion.path.isEmpty()) {
        beside = textOf(companion.path, file.options.limits);
        draft.problems.append(beside.problems);
    }
    const quint32 second = beside ? draft.addFile(companion.path) : 0;
    if (beside && companion.holdsFirms)
        reading.read(*beside.value, second);
    reading.read(*text.value, 0);
    if (beside && !companion.holdsFirms)
        reading.read(*beside.value, second);
    builder.finish();
    return draft.finish(titleOf(file.path), QStringLiteral("a table"));
}

Outcome<TablePreview> previewCsv(const QByteArray &bytes, const QString &path, const TableMapping &mapping,
                                 int mostRows)
{
    const Outcome<QByteArray> unpacked = unpackGzip(bytes, path, ReadLimits().bytes);
    const Outcome<QByteArray> text = unpacked ? tableText(*unpacked.value, path) : unpacked;
    if (!text)
        return {std::nullopt, text.problems};
    TableRows rows(*text.value, delimiterOf(*text.value, mapping), 0);
    TablePreview preview;
    Row row;
    while (preview.rows.size() < mostRows && rows.next(row) && row.size() <= mostColumns) {
        if (isEmptyRow(row))
            continue;
        if (preview.headers.isEmpty()) {
            preview.hasHeader = isHeader(row, mapping);
            preview.headers = cellTexts(preview.hasHeader ? row : numbered(row));
            if (preview.hasHeader)
                continue;
        }
        preview.rows.append(cellTexts(row));
    }
    const Guess guess = guessColumns(preview.headers);
    preview.certain = guess.certain && !guess.doubtful;
    preview.columns = resolveColumns(preview.headers, mapping).columns;
    return {preview, {}};
}

} // namespace entente::formats
