#include "formats/xlsxworkbook.h"

#include "formats/xlsxsheetreader.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

namespace entente::formats {

namespace {

struct SheetEntry
{
    QString name;
    QString relation; // its id among the workbook's relationships
};

// Reads one workbook; the first error ends it.
class WorkbookReading
{
public:
    WorkbookReading(XlsxPackage package, QString path, const ReadOptions &options)
        : m_package(std::move(package))
        , m_path(std::move(path))
        , m_options(options)
        , m_cellsLeft(options.limits.values)
    {}

    Outcome<std::vector<XlsxSheet>> read();

private:
    template <typename Visit> bool readPart(const QString &part, Visit visit);
    bool readRelations();
    bool readSheetList();
    bool readStrings();
    bool readStyles();
    bool readSheets();
    QString partOf(const QString &target) const;
    bool fail(const char *code, const QString &part, int line, const QString &message,
              Cause cause = Cause::Input);

    XlsxPackage m_package;
    QString m_path;
    const ReadOptions &m_options;
    qint64 m_cellsLeft;
    QHash<QString, QString> m_targets; // by relationship
    QString m_stringsPart;
    QString m_stylesPart;
    QList<SheetEntry> m_entries;
    XlsxShared m_shared;
    std::vector<XlsxSheet> m_sheets;
    ProblemList m_problems;
};

bool WorkbookReading::fail(const char *code, const QString &part, int line, const QString &message,
                           Cause cause)
{
    m_problems.add({Severity::Error,
                    cause,
                    QString::fromLatin1(code),
                    {m_path + (part.isEmpty() ? QString() : u'#' + part), line, line > 0 ? 1 : 0},
                    {},
                    message,
                    {}});
    return false;
}

template <typename Visit> bool WorkbookReading::readPart(const QString &part, Visit visit)
{
    const Outcome<QByteArray> bytes = m_package.read(part);
    m_problems.append(bytes.problems);
    if (!bytes)
        return false;
    XmlScanner xml(*bytes.value, m_options);
    visit(xml);
    const int line = int(xml.lineNumber());
    if (const auto fault = xml.fault({m_path + u'#' + part, line, line > 0 ? 1 : 0}))
        m_problems.add(*fault);
    return !xml.hasError();
}

// Relationships name parts from the folder of the workbook, or from the package's root.
QString WorkbookReading::partOf(const QString &target) const
{
    const QString path = target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target;
    return QDir::cleanPath(path);
}

bool WorkbookReading::readRelations()
{
    return readPart(QStringLiteral("xl/_rels/workbook.xml.rels"), [this](XmlScanner &xml) {
        while (xml.nextStart()) {
            const auto attributes = xml.attributes();
            const QString part = partOf(attributes.value(QLatin1String("Target")).toString());
            const auto type = attributes.value(QLatin1String("Type"));
            m_targets.insert(attributes.value(QLatin1String("Id")).toString(), part);
            if (type.endsWith(QLatin1String("/sharedStrings")))
                m_stringsPart = part;
            if (type.endsWith(QLatin1String("/styles")))
                m_stylesPart = part;
        }
    });
}

bool WorkbookReading::readSheetList()
{
    return readPart(QStringLiteral("xl/workbook.xml"), [this](XmlScanner &xml) {
        while (xml.nextStart()) {
            const auto attributes = xml.attributes();
            if (xml.name() == QLatin1String("workbookPr")) {
                const auto from1904 = attributes.value(QLatin1String("date1904"));
                m_shared.from1904 = from1904 == QLatin1String("1") || from1904 == QLatin1String("true");
            }
            if (xml.name() != QLatin1String("sheet"))
                continue;
            SheetEntry entry{attributes.value(QLatin1String("name")).toString(), {}};
            for (const QXmlStreamAttribute &attribute : attributes) {
                if (attribute.name() == QLatin1String("id"))
                    entry.relation = attribute.value().toString();
            }
            m_entries.append(entry);
        }
    });
}

bool WorkbookReading::readStrings()
{
    if (m_stringsPart.isEmpty() || !m_package.has(m_stringsPart))
        return true;
    return readPart(m_stringsPart, [this](XmlScanner &xml) {
        while (xml.nextStart()) {
            if (xml.name() == QLatin1String("si"))
                m_shared.strings.append(readStringItem(xml));
        }
    });
}

// Number formats that every spreadsheet knows by number and that show dates.
bool isBuiltInDate(uint format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

bool WorkbookReading::readStyles()
{
    if (m_stylesPart.isEmpty() || !m_package.has(m_stylesPart))
        return true;
    return readPart(m_stylesPart, [this](XmlScanner &xml) {
        QHash<uint, bool> custom;
        bool inCells = false; // among the formats of cells, not those of named styles
        while (xml.nextStart()) {
            const auto attributes = xml.attributes();
            const uint format = attributes.value(QLatin1String("numFmtId")).toUInt();
            if (xml.name() == QLatin1String("numFmt"))
                custom.insert(format, isDateFormat(attributes.value(QLatin1String("formatCode")).toString()));
            else if (xml.name() == QLatin1String("cellStyleXfs") || xml.name() == QLatin1String("cellXfs") ||
                     xml.name() == QLatin1String("cellStyles"))
                inCells = xml.name() == QLatin1String("cellXfs");
            else if (xml.name() == QLatin1String("xf") && inCells)
                m_shared.isDate.push_back(custom.value(format, isBuiltInDate(format)));
        }
    });
}

bool WorkbookReading::readSheets()
{
    for (const SheetEntry &entry : std::as_const(m_entries)) {
        const QString part = m_targets.value(entry.relation);
        if (!m_package.has(part) || !part.contains(QLatin1String("worksheets")))
            continue; // a chart has no cells
        XlsxSheet sheet{entry.name, {}};
        const auto file = quint32(m_sheets.size() + 1);
        if (!readPart(part,
                      [&](XmlScanner &xml) { sheet.rows = readSheetRows(xml, m_shared, file, m_cellsLeft); }))
            return false;
        if (m_cellsLeft < 0)
            return fail("too-many-cells", entry.name, 0,
                        QStringLiteral("the workbook has more cells than the limit"), Cause::Limit);
        m_sheets.push_back(std::move(sheet));
    }
    return true;
}

Outcome<std::vector<XlsxSheet>> WorkbookReading::read()
{
    const bool good = readRelations() && readSheetList() && readStrings() && readStyles() && readSheets();
    if (!good)
        return {std::nullopt, m_problems};
    return {std::move(m_sheets), m_problems};
}

} // namespace

bool isDateFormat(const QString &code)
{
    // Text, colours and conditions, escaped signs.
    static const QRegularExpression literal(QStringLiteral("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_."));
    static const QRegularExpression number(QStringLiteral("[0#?]"));
    QString plain = code.toLower();
    if (plain == QLatin1String("general") || plain == QLatin1String("standard"))
        return false;
    plain.remove(literal);
    return plain.contains(u'y') || plain.contains(u'd') || (plain.contains(u'm') && !plain.contains(number));
}

Outcome<std::vector<XlsxSheet>> readWorkbook(QByteArrayView bytes, const QString &path,
                                             const ReadOptions &options)
{
    auto package = XlsxPackage::open(bytes, path, options.limits.bytes);
    if (!package)
        return {std::nullopt, package.problems};
    return WorkbookReading(std::move(*package.value), path, options).read();
}

} // namespace entente::formats
