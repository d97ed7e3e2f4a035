#include "exports/printable.h"
#include "exports/reportformats.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace entente::exports {

namespace {

constexpr qsizetype mostRows = 1'048'575; // by the format, below the header
constexpr double baseFontSize = 10;
const QLatin1String aboutSheet("About");

Problem sheetProblem(Cause cause, const QString &code, const QString &sentence, const QString &expected)
{
    return {Severity::Error, cause, code, {}, {}, sentence, expected};
}

// Not longer than a cell holds, and never in the middle of a character.
QString shortened(const QString &text)
{
    if (text.size() <= mostCellText)
        return text;
    static const QString mark = QStringLiteral("… (cut)");
    QString start = text.left(mostCellText - mark.size());
    if (start.back().isHighSurrogate())
        start.chop(1);
    return start + mark;
}

// "_x0041_" is the format's own escape, which a reader would turn into "A": its underscore is escaped.
QByteArray cellBytes(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString printed = printable(text);
    if (printed.contains(QLatin1String("_x")))
        printed.replace(escape, QStringLiteral("_x005F_"));
    return shortened(printed).toUtf8();
}

class Workbook
{
public:
    Workbook(const QByteArray &path, const QByteArray &folder)
    {
        QByteArray place = folder; // the library takes it without const, and only reads it
        lxw_workbook_options options{};
        options.tmpdir = place.data();
        m_book = workbook_new_opt(path.constData(), &options);
        makeFormats();
    }
    Workbook(const Workbook &) = delete;
    Workbook &operator=(const Workbook &) = delete;
    ~Workbook() { close(); }

    void describe(const Report &report, const QDateTime &created)
    {
        QByteArray title = cellBytes(printableLine(report.title).left(250)); // 255 bytes at most
        title.truncate(250);
        QByteArray author("Entente");
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.company = author.data();
        properties.created = time_t(created.toSecsSinceEpoch());
        workbook_set_properties(m_book, &properties);
    }

    void addAbout(const Report &report)
    {
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, aboutSheet.data());
        worksheet_set_column(sheet, 0, 0, 100, m_formats.text);
        write(sheet, 0, 0, report.title, m_formats.title);
        lxw_row_t row = 1;
        for (const QString &paragraph : report.paragraphs)
            write(sheet, row++, 0, paragraph, m_formats.text);
        for (const Section &section : report.sections) {
            for (const QString &paragraph : section.paragraphs)
                write(sheet, row++, 0, section.title + QStringLiteral(": ") + paragraph, m_formats.text);
        }
    }

    void add(const Section &section)
    {
        if (section.table.rows.isEmpty())
            return;
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, section.title.toUtf8().constData());
        const QList<Column> &columns = section.table.columns;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const auto column = lxw_col_t(i);
            worksheet_set_column(sheet, column, column, columns.at(i).width, nullptr);
            write(sheet, 0, column, columns.at(i).title, m_formats.header);
        }
        for (qsizetype row = 0; row < section.table.rows.size(); ++row) {
            const QList<Cell> &cells = section.table.rows.at(row);
            for (qsizetype i = 0; i < cells.size(); ++i)
                write(sheet, lxw_row_t(row + 1), lxw_col_t(i), cells.at(i));
        }
        worksheet_freeze_panes(sheet, 1, 1);
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(section.table.rows.size()),
                             lxw_col_t(columns.size() - 1));
        worksheet_set_landscape(sheet);
        worksheet_repeat_rows(sheet, 0, 0);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    // The library writes everything when it closes; it frees the book then, whatever it answers.
    lxw_error close() { return m_book ? workbook_close(std::exchange(m_book, nullptr)) : LXW_NO_ERROR; }

private:
    struct Formats
    {
        lxw_format *title = nullptr;
        lxw_format *header = nullptr;
        lxw_format *text = nullptr;
        lxw_format *whole = nullptr;
        lxw_format *fraction = nullptr;
        lxw_format *date = nullptr;
    };

    lxw_format *makeFormat()
    {
        lxw_format *format = workbook_add_format(m_book);
        format_set_font_size(format, baseFontSize);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }

    void makeFormats()
    {
        constexpr lxw_color_t headerBack = 0xeef4fc; // of the light theme's groups
        m_formats.title = makeFormat();
        format_set_bold(m_formats.title);
        format_set_font_size(m_formats.title, baseFontSize + 4);
        m_formats.header = makeFormat();
        format_set_bold(m_formats.header);
        format_set_bg_color(m_formats.header, headerBack);
        format_set_bottom(m_formats.header, LXW_BORDER_THIN);
        m_formats.text = makeFormat();
        format_set_text_wrap(m_formats.text);
        m_formats.whole = makeFormat();
        format_set_num_format(m_formats.whole, "#,##0");
        m_formats.fraction = makeFormat();
        format_set_num_format(m_formats.fraction, "#,##0.###############");
        m_formats.date = makeFormat();
        format_set_num_format(m_formats.date, "yyyy-mm-dd");
        format_set_align(m_formats.date, LXW_ALIGN_LEFT);
    }

    // As a string, whatever it begins with: only worksheet_write_formula() makes formulas.
    static void write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const QString &text,
                      lxw_format *format)
    {
        worksheet_write_string(sheet, row, column, cellBytes(text).constData(), format);
    }

    void write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const Cell &cell)
    {
        if (const auto *number = std::get_if<domain::Decimal>(&cell.value)) {
            const bool isWhole = !number->toString().contains(u'.');
            worksheet_write_number(sheet, row, column, number->toDouble(),
                                   isWhole ? m_formats.whole : m_formats.fraction);
        } else if (const auto *day = std::get_if<QDate>(&cell.value); day && isInCalendar(*day)) {
            lxw_datetime date{day->year(), day->month(), day->day(), 0, 0, 0};
            worksheet_write_datetime(sheet, row, column, &date, m_formats.date);
        } else if (!cell.text.isEmpty()) {
            write(sheet, row, column, cell.text, m_formats.text);
        }
    }

    // The format counts days from 1900 on, with a 29 February 1900 that there never was.
    static bool isInCalendar(const QDate &day) { return day >= QDate(1900, 3, 1) && day.year() <= 9999; }

    lxw_workbook *m_book = nullptr;
    Formats m_formats;
};

Outcome<QByteArray> unwritable(const QString &why)
{
    Outcome<QByteArray> outcome;
    outcome.problems.add(sheetProblem(Cause::File, QStringLiteral("workbook-unwritable"),
                                      QStringLiteral("the workbook can't be put together: %1").arg(why),
                                      QStringLiteral("room in the folder for temporary files")));
    return outcome;
}

const Section *tooLong(const Report &report)
{
    for (const Section &section : report.sections) {
        if (section.table.rows.size() > mostRows)
            return &section;
    }
    return nullptr;
}

} // namespace

Outcome<QByteArray> toXlsx(const Report &report, const QDateTime &created)
{
    if (const Section *section = tooLong(report)) {
        Outcome<QByteArray> outcome;
        outcome.problems.add(sheetProblem(
            Cause::Limit, QStringLiteral("sheet-too-long"),
            QStringLiteral("“%1” has %2 rows").arg(section->title).arg(section->table.rows.size()),
            QStringLiteral("at most %1 in a sheet; write Markdown").arg(mostRows)));
        return outcome;
    }
    const QTemporaryDir folder;
    if (!folder.isValid())
        return unwritable(folder.errorString());
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    Workbook book(QFile::encodeName(path), QFile::encodeName(folder.path()));
    book.describe(report, created);
    book.addAbout(report);
    for (const Section &section : report.sections)
        book.add(section);
    if (const lxw_error error = book.close(); error != LXW_NO_ERROR)
        return unwritable(QString::fromUtf8(lxw_strerror(error)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unwritable(file.errorString());
    return {file.readAll(), {}};
}

} // namespace entente::exports
