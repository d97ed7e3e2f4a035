#pragma once

#include "analysis/comparison.h"

#include <QList>
#include <QString>

#include <utility>

namespace entente::analysis {

// A thing taken apart into what can change of it: JSON Pointer within the thing → what is said, as JSON text.
using Fields = QList<std::pair<QString, QString>>;

Fields fieldsOf(const domain::Firm &firm);
Fields fieldsOf(const domain::Agreement &agreement); // without its clauses
Fields fieldsOf(const domain::Clause &clause);
Fields fieldsOf(const domain::DefinedTerm &term);
Fields fieldsOf(const domain::Source &source);

// One change for every field that differs, in the order of the fields.
QList<Change> changesBetween(const QString &path, const Fields &before, const Fields &after);

} // namespace entente::analysis
