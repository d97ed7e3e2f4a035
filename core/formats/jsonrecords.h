#pragma once

#include "formats/formattable.h"

#include <vector>

namespace entente::formats {

// The objects of a file that holds one a line (JSON lines), a JSON array of them, or a single one. A line
// that can't be read is an error, and the next ones are still read. The limits hold for all of them together.
struct JsonRecords
{
    std::vector<document::Value> records; // objects only; each value knows its line and column
    ProblemList problems;
};
JsonRecords readJsonRecords(const ForeignFile &file);

// The beginning of a text, within which a format has to show itself.
QByteArrayView beginningOf(QByteArrayView bytes);

// The first text of a member: of a string, a number's digits, or the first of a list of them. Empty where
// there is none.
QString firstText(const document::Value &object, QStringView key);
// All texts of it.
QStringList textsOf(const document::Value &object, QStringView key);
// Likewise of JSON text, such as an extra is kept as.
QStringList textsOfJson(const QString &json);
// Where the member stands, else the object.
document::Position positionIn(const document::Value &object, QStringView key);

} // namespace entente::formats
