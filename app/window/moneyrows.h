#pragma once

#include "analysis/circles.h"
#include "analysis/flowtotals.h"
#include "window/resultmodel.h"

namespace entente::window {

// Where a row of money has what.
enum CircleColumn { CircleDeal, CircleSays, CircleSize };
enum FlowColumn { FlowWho, FlowDirection, FlowInstrument, FlowSays, FlowShare, FlowTotal };

// ---- what these have in common
QString marksOf(const analysis::Flow &flow); // "announced, conditional"
void light(ResultRow &row, const QList<domain::ThingRef> &things);
// "of which $35B", and on what condition: for below the row of the whole.
std::vector<ResultRow> rowsOfParts(const domain::Scenario &scenario, const analysis::Flow &flow,
                                   const ResultRow &whole, int figureColumn, domain::NumberStyle style);

// A circle, below it its legs, below these their flows and what they depend on.
std::vector<ResultRow> circleRows(const domain::Scenario &scenario, const QList<analysis::Circle> &circles,
                                  domain::NumberStyle style);

// A line of a firm or group, below it its counterparties, below these their flows; last, what is in no total.
std::vector<ResultRow> flowRows(const domain::Scenario &scenario, const analysis::Flows &flows,
                                const QList<analysis::FirmFlows> &totals, bool ofGroups,
                                domain::NumberStyle style);

} // namespace entente::window
