#pragma once

#include "formats/xlsxworkbook.h"
#include "formats/xmlscanner.h"

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
std::vector<Row> readSheetRows(XmlScanner &xml, const XlsxShared &shared, quint32 file, qint64 &cellsLeft);

// The text of a string item: its runs without phonetic hints. Stands at the item's start.
QString readStringItem(XmlScanner &xml);

} // namespace entente::formats
