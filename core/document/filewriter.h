#pragma once

#include "problems/problem.h"

#include <QByteArray>
#include <QString>

namespace entente::document {

// Writes a file at once or not at all: the old one stays until the new one is whole. "-" is standard output;
// pipes and devices are written to, not replaced.
// An error with cause File says why it can't be written.
ProblemList writeFile(const QString &path, const QByteArray &bytes);

} // namespace entente::document
