#pragma once

#include "formats/xlsxworkbook.h"

#include <QXmlStreamReader>

namespace entente::formats {

// What the cells of all sheets refer to.
struct XlsxShared
{
    QStringList strings;
    std::vector<bool> isDate; // by the number of a cell's style
    bool from1904 = false;
};

// Reads the rows of one sheet's XML. `cellsLeft` is what may still be read of all sheets; below zero it was
// too much.
std::vector<Row> readSheetRows(QXmlStreamReader &xml, const XlsxShared &shared, quint32 file,
                               qint64 &cellsLeft);

// The text of a string item: its runs without phonetic hints. Stands at the item's start.
QString readStringItem(QXmlStreamReader &xml);

// The next element's start; false at the end or at an error, and for a document type definition, which is
// made an error.
bool nextStart(QXmlStreamReader &xml);

} // namespace entente::formats
