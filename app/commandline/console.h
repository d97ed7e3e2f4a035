#pragma once

#include "document/document.h"
#include "problems/problem.h"

#include <QByteArray>
#include <QString>

namespace entente::commandline {

// Results go to standard output, problems to standard error; all in UTF-8.
void writeOut(const QString &text);
bool writeOut(const QByteArray &bytes); // false where nobody takes it
void writeError(const QString &text);
void printProblems(const ProblemList &problems);

// ---- results as JSON, in the order in which they are set
document::Value json(const QString &text);
document::Value json(const QStringList &texts);
document::Value json(int number);
document::Value jsonOrNull(const QString &text);    // null where empty
document::Value jsonResult(const QString &command); // with format and version

} // namespace entente::commandline
