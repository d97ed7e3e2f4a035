#pragma once

#include "analysis/flows.h"
#include "document/document.h"

namespace entente::commandline {

// ---- as JSON
document::Value moneyJson(const domain::Amount &amount); // value, currency (or unit), qualifier
document::Value flowJson(const analysis::Flow &flow);
document::Value marksJson(const QList<analysis::Reservation> &reservations);
document::Value leftOutJson(const QList<analysis::LeftOutAmount> &leftOut);

// ---- as text
QString titleText(const domain::Scenario &scenario,
                  const analysis::AsOf &asOf); // with date and "hypothetical"
// "$50B equity, Amazon → OpenAI: Investment [amazon-investment] (announced)", then its parts, a line each.
QString flowText(const domain::Scenario &scenario, const analysis::Flow &flow, const QString &indent);
QString reservationsText(const QList<analysis::Reservation> &reservations); // " (announced, conditional)"
// What doesn't count at that date, and why; empty where nothing is left out.
QString leftOutText(const domain::Scenario &scenario, const QList<analysis::LeftOutAmount> &leftOut);

} // namespace entente::commandline
