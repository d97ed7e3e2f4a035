#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <QList>
#include <QStringList>

namespace entente::formats {

// Agreements as one table of texts; see csvwriter for what is a row.
struct TableRowSet
{
    QStringList headers;
    QList<QStringList> rows; // as many cells each as there are headers
};
TableRowSet tableOf(const domain::Scenario &scenario);

// What that table leaves out, one warning a kind of thing; `title` names the format.
ProblemList lossesOfTable(const domain::Scenario &scenario, const QString &title);

} // namespace entente::formats
