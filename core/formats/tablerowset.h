#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <QHash>
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
// The firms' names as its cells have them: with the id where two are called the same.
QHash<domain::FirmId, QString> namesInTables(const domain::Scenario &scenario);

class Losses;
// What those rows leave out of agreements, terms, sources and views.
void addAgreementLosses(Losses &losses, const domain::Scenario &scenario);

// What that table leaves out, one warning a kind of thing; `title` names the format.
ProblemList lossesOfTable(const domain::Scenario &scenario, const QString &title);

} // namespace entente::formats
