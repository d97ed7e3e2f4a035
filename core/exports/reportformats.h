#pragma once

#include "exports/report.h"
#include "problems/problem.h"

#include <QDateTime>

namespace entente::exports {

// CommonMark with GitHub's tables. Nothing that the scenario says is read as markup or HTML.
QByteArray toMarkdown(const Report &report);

// A workbook: a sheet for each section, its header frozen; numbers and known days as such, everything else as
// text that can't be a formula. `created` dates it; same input, same bytes. Errors where there is no room for
// its temporary files, or a section has more rows than a sheet.
Outcome<QByteArray> toXlsx(const Report &report, const QDateTime &created);
constexpr int mostCellText = 32'767; // UTF-16 code units, by the format; a longer text ends in "… (cut)"

// A form that reports are written in. A new one is a row in its table and nothing else.
struct ReportFormat
{
    QString name; // as in `report --to`
    QString title;
    QString ending; // ".md"
    QString note;   // what it can't hold
    Outcome<QByteArray> (*write)(const Report &report, const QDateTime &created);
};
const QList<ReportFormat> &reportFormats();
const ReportFormat *reportFormatNamed(QStringView name);
const ReportFormat *reportFormatForFile(const QString &path); // by its ending; null where none fits

} // namespace entente::exports
