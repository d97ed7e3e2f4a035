#include "exports/reportformats.h"

#include <algorithm>

namespace entente::exports {

const QList<ReportFormat> &reportFormats()
{
    static const QList<ReportFormat> table{
        {QStringLiteral("markdown"), QStringLiteral("Report as Markdown"), QStringLiteral(".md"),
         QStringLiteral("text with tables; a column that says nothing is left out"),
         [](const Report &report, const QDateTime &) {
             return Outcome<QByteArray>{toMarkdown(report), {}};
         }},
        {QStringLiteral("xlsx"), QStringLiteral("Report as a workbook"), QStringLiteral(".xlsx"),
         QStringLiteral("a sheet for each section; a cell holds 32,767 characters"), toXlsx},
    };
    return table;
}

namespace {

template <typename Fits> const ReportFormat *firstThat(Fits &&fits)
{
    const QList<ReportFormat> &table = reportFormats();
    const auto found = std::find_if(table.begin(), table.end(), fits);
    return found == table.end() ? nullptr : &*found;
}

} // namespace

const ReportFormat *reportFormatNamed(QStringView name)
{
    return firstThat([name](const ReportFormat &format) { return format.name == name; });
}

const ReportFormat *reportFormatForFile(const QString &path)
{
    return firstThat(
        [&path](const ReportFormat &format) { return path.endsWith(format.ending, Qt::CaseInsensitive); });
}

} // namespace entente::exports
