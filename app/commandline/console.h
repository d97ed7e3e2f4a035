#pragma once

#include "analysis/holding.h"
#include "document/document.h"
#include "problems/problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace entente::commandline {

// Results go to standard output, problems to standard error; all in UTF-8.
void writeOut(const QString &text);
bool writeOut(const QByteArray &bytes); // false where nobody takes it
void writeError(const QString &text);
void printProblems(const ProblemList &problems);

// Writes a file at once or not at all; "-" is standard output.
ProblemList writeFile(const QString &path, const QByteArray &bytes);

// The value of --as-of; nothing where it is no date.
std::optional<analysis::AsOf> parseAsOf(const QString &text, QString *why);

// What dates a PDF or a workbook, so that the same input makes the same bytes: SOURCE_DATE_EPOCH, else the
// as-of date, else 1970.
QDateTime creationDate(const analysis::AsOf &asOf);

// ---- results as JSON, in the order in which they are set
document::Value json(const QString &text);
document::Value json(const QStringList &texts);
document::Value json(int number);
document::Value jsonOrNull(const QString &text);    // null where empty
document::Value jsonResult(const QString &command); // with format and version

} // namespace entente::commandline
