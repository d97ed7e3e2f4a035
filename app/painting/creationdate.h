#pragma once

#include <QDateTime>

#include <optional>

namespace entente::painting {

// What dates a PDF or a workbook, so that the same input makes the same bytes wherever it is made:
// SOURCE_DATE_EPOCH (reproducible-builds.org), else the day that the figure is as of, else 1970.
QDateTime creationDate(const std::optional<QDate> &asOf);

} // namespace entente::painting
