#pragma once

#include <QString>

#include <optional>

namespace entente::formats {

// Which of day and month comes first in "3/4/2025"; Unknown leaves it open.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

// A date as people write it, as EDTF: "28 October 2025" → "2025-10-28", "Mar 2025" → "2025-03", "c. 2025" →
// "2025~". Nothing where it can be read in more ways than one ("3/4/2025"), or in none; `why` then says so in
// a phrase.
std::optional<QString> readLooseDate(QStringView text, DayOrder order = DayOrder::Unknown,
                                     QString *why = nullptr);

// A period in EDTF of two loose dates, either of which may be empty or say that it is open ("present").
// Nothing where a date can't be read or the end lies before the start.
std::optional<QString> readLoosePeriod(QStringView start, QStringView end, DayOrder order = DayOrder::Unknown,
                                       QString *why = nullptr);

// A day number of a spreadsheet as an ISO date, with its time left out; `from1904` for the calendar of early
// Macintosh. Nothing outside the years 1900 to 9999.
std::optional<QString> dateOfSerial(double serial, bool from1904 = false);

} // namespace entente::formats
