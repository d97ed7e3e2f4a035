#include "formats/csvwriter.h"

#include "formats/tablerowset.h"

#include <QRegularExpression>

namespace entente::formats {

namespace {

// A cell that begins like a formula, whatever number of apostrophes hides that.
QString neutral(const QString &text)
{
    static const QRegularExpression formula(QStringLiteral("^'*[=+\\-@\\t\\r]"));
    return formula.match(text).hasMatch() ? u'\'' + text : text;
}

QString quoted(const QString &text, QChar delimiter)
{
    static const QRegularExpression special(QStringLiteral("[\"\\r\\n]"));
    const bool needsQuotes =
        text.contains(delimiter) || text.contains(special) || text.startsWith(u' ') || text.endsWith(u' ');
    if (!needsQuotes)
        return text;
    QString doubled = text;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}

QByteArray lineOf(const QStringList &cells, QChar delimiter)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(quoted(neutral(cell), delimiter));
    return written.join(delimiter).toUtf8() + "\r\n";
}

Outcome<QByteArray> writeTable(const domain::Scenario &scenario, QChar delimiter, const QByteArray &mark,
                               const QString &title)
{
    const TableRowSet table = tableOf(scenario);
    QByteArray bytes = mark + lineOf(table.headers, delimiter);
    for (const QStringList &row : table.rows)
        bytes += lineOf(row, delimiter);
    return {bytes, lossesOfTable(scenario, title)};
}

} // namespace

Outcome<QByteArray> writeCsv(const domain::Scenario &scenario)
{
    return writeTable(scenario, u',', "\xef\xbb\xbf", QStringLiteral("CSV"));
}

Outcome<QByteArray> writeTsv(const domain::Scenario &scenario)
{
    return writeTable(scenario, u'\t', {}, QStringLiteral("TSV"));
}

} // namespace entente::formats
