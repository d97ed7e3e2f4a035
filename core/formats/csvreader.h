#pragma once

#include "formats/formattable.h"

namespace entente::formats {

// Tables as text: cells parted by commas, semicolons, tabs or pipes. One table of agreements, of firms, or of
// both; or several, each with a header, parted by empty lines. The table of firms that lies beside a table of
// agreements (“nodes.csv” beside “edges.csv”, “firms” beside “agreements”, “deals” or “relationships”) is
// read with it, and the other way round.
Likeness recogniseCsv(QByteArrayView bytes);
Outcome<document::Document> readCsv(const ForeignFile &file);

// The first rows of a table, and how it would be read: for choosing what its columns mean.
struct TablePreview
{
    QStringList headers;
    QList<QStringList> rows;
    QList<ColumnUse> columns;
    bool hasHeader = true;
    bool certain = false; // the headers tell where the firms are
};
Outcome<TablePreview> previewCsv(const QByteArray &bytes, const QString &path, const TableMapping &mapping,
                                 int mostRows);

} // namespace entente::formats
