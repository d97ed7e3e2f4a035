#pragma once

#include "document/document.h"
#include "problems/problem.h"

#include <QByteArray>

namespace entente::formats {

// A whole scenario as a workbook, laid out as in xlsxlayout, that reads back the same. Nothing in it is a
// formula.
Outcome<QByteArray> writeXlsx(const document::Document &document);

} // namespace entente::formats
