#pragma once

#include "formats/csvreader.h"
#include "formats/formattable.h"

namespace entente::formats {

// Workbooks. One that Entente has written has a sheet “Scenario” and reads back the same; the sheets of any
// other are tables, as in csvreader, firms before agreements.
Likeness recogniseXlsx(QByteArrayView bytes);
Outcome<document::Document> readXlsx(const ForeignFile &file);

// As previewCsv, of the first sheet with rows.
Outcome<TablePreview> previewXlsx(const QByteArray &bytes, const QString &path, const TableMapping &mapping,
                                  int mostRows);

} // namespace entente::formats
