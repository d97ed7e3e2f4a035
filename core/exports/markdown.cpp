#include "exports/printable.h"
#include "exports/reportformats.h"

#include <QUrl>

namespace entente::exports {

namespace {

// A backslash before what CommonMark, GitHub's tables, footnotes and formulas read as markup.
QString escapedLine(const QString &line)
{
    static const QString special = QStringLiteral("\\`*_[]<>|~#&!$^");
    QString result;
    result.reserve(line.size() + line.size() / 8);
    for (QChar c : line) {
        if (special.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

// What begins a list, a rule or a heading where it begins a line.
QString escapedStart(const QString &line)
{
    QString result = escapedLine(line);
    qsizetype digits = 0;
    while (digits < result.size() && result[digits] >= u'0' && result[digits] <= u'9')
        ++digits;
    const bool isNumbered =
        digits > 0 && digits < result.size() && (result[digits] == u'.' || result[digits] == u')');
    const bool isMarked = result.startsWith(u'-') || result.startsWith(u'+') || result.startsWith(u'=');
    if (isNumbered)
        result.insert(digits, u'\\');
    else if (isMarked)
        result.prepend(u'\\');
    return result;
}

// Lines are simplified: blanks at their start would make them code.
QString joinedLines(const QString &text, const QString &between)
{
    QStringList lines;
    for (const QString &line : printable(text).split(u'\n')) {
        if (const QString words = line.simplified(); !words.isEmpty())
            lines.append(escapedStart(words));
    }
    return lines.join(between);
}

QString onOneLine(const QString &text)
{
    return escapedLine(printableLine(text));
}

QString cellText(const Cell &cell)
{
    if (!cell.isAddress || !isSafeAddress(cell.text))
        return joinedLines(cell.text, QStringLiteral("<br>"));
    QString url = QString::fromLatin1(QUrl(printableLine(cell.text)).toEncoded());
    url.replace(u'|', QLatin1String("%7C"))
        .replace(u'<', QLatin1String("%3C"))
        .replace(u'>', QLatin1String("%3E"));
    return url.isEmpty() ? joinedLines(cell.text, QStringLiteral("<br>")) : u'<' + url + u'>';
}

bool isNumeric(const Table &table, qsizetype column)
{
    bool isAny = false;
    for (const QList<Cell> &row : table.rows) {
        const Cell &cell = row.at(column);
        if (!cell.text.isEmpty() && !std::holds_alternative<domain::Decimal>(cell.value))
            return false;
        isAny = isAny || !cell.text.isEmpty();
    }
    return isAny;
}

// Columns in which no row says anything are left out: a page is narrower than a sheet.
QList<qsizetype> spokenColumns(const Table &table)
{
    QList<qsizetype> columns;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        if (table.columns.at(column).isForSheets)
            continue;
        for (const QList<Cell> &row : table.rows) {
            if (!row.at(column).text.isEmpty()) {
                columns.append(column);
                break;
            }
        }
    }
    return columns;
}

QString tableText(const Table &table)
{
    const QList<qsizetype> columns = spokenColumns(table);
    QString header = QStringLiteral("|");
    QString rule = QStringLiteral("|");
    for (qsizetype column : columns) {
        header += u' ' + onOneLine(table.columns.at(column).title) + QStringLiteral(" |");
        rule += isNumeric(table, column) ? QStringLiteral(" ---: |") : QStringLiteral(" --- |");
    }
    QString text = header + u'\n' + rule + u'\n';
    for (const QList<Cell> &row : table.rows) {
        text += u'|';
        for (qsizetype column : columns)
            text += u' ' + cellText(row.at(column)) + QStringLiteral(" |");
        text += u'\n';
    }
    return text + u'\n';
}

QString paragraphText(const QString &paragraph)
{
    return joinedLines(paragraph, QStringLiteral("\\\n")) + QStringLiteral("\n\n");
}

QString entryText(const Entry &entry, qsizetype number)
{
    QString text = QStringLiteral("### %1. ").arg(number) + onOneLine(entry.title) + QStringLiteral("\n\n");
    for (const QString &paragraph : entry.paragraphs)
        text += paragraphText(paragraph);
    for (const Entry::Points &list : entry.lists) {
        if (list.points.isEmpty())
            continue;
        text += onOneLine(list.title) + QStringLiteral(":\n\n");
        for (qsizetype i = 0; i < list.points.size(); ++i) {
            const QString mark =
                list.isNumbered ? QString::number(i + 1) + QStringLiteral(". ") : QStringLiteral("- ");
            text += mark + escapedStart(printableLine(list.points.at(i))) + u'\n';
        }
        text += u'\n';
    }
    return text;
}

} // namespace

QByteArray toMarkdown(const Report &report)
{
    QString text = QStringLiteral("# ") + onOneLine(report.title) + QStringLiteral("\n\n");
    for (const QString &paragraph : report.paragraphs)
        text += paragraphText(paragraph);
    for (const Section &section : report.sections) {
        if (section.isForSheets)
            continue;
        text += QStringLiteral("## ") + onOneLine(section.title) + QStringLiteral("\n\n");
        for (const QString &paragraph : section.paragraphs)
            text += paragraphText(paragraph);
        qsizetype number = 0;
        for (const Entry &entry : section.entries)
            text += entryText(entry, ++number);
        if (section.entries.isEmpty() && !section.table.rows.isEmpty())
            text += tableText(section.table);
    }
    while (text.endsWith(QLatin1String("\n\n")))
        text.chop(1);
    return text.toUtf8();
}

} // namespace entente::exports
