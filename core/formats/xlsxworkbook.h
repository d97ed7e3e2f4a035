#pragma once

#include "formats/readoptions.h"
#include "formats/tabletext.h"
#include "formats/xlsxpackage.h"

#include <QStringList>

namespace entente::formats {

struct XlsxSheet
{
    QString name;
    std::vector<Row> rows; // without the empty ones; positions are row and column of the sheet
};

// The sheets of a workbook with the values of their cells: shared and inline strings, numbers, dates by the
// number format of their cell as ISO dates (1900 and 1904 calendars), truth as "true" and "false". Formulas
// count by the value that was saved with them. Entities are refused.
Outcome<std::vector<XlsxSheet>> readWorkbook(QByteArrayView bytes, const QString &path,
                                             const ReadOptions &options);

// Whether a number format shows a date or a time: "yyyy-mm-dd", but not "0.00 \"days\"".
bool isDateFormat(const QString &code);

} // namespace entente::formats
