#pragma once

#include "analysis/circles.h"
#include "analysis/flowtotals.h"
#include "window/resultmodel.h"

namespace entente::window {

// Where a row of money has what.
enum CircleColumn { CircleDeal, CircleSays, CircleSize };
enum FlowColumn { FlowWho, FlowDirection, FlowInstrument, FlowSays, FlowShare, FlowTotal };

// A circle, below it its legs, below these their flows and what they depend on.
std::vector<ResultRow> circleRows(const domain::Scenario &scenario, const QList<analysis::Circle> &circles,
                                  domain::NumberStyle style);

// A line of a firm or group, below it its counterparties, below these their flows; last, what is in no total.
std::vector<ResultRow> flowRows(const domain::Scenario &scenario, const analysis::Flows &flows,
                                const QList<analysis::FirmFlows> &totals, bool ofGroups,
                                domain::NumberStyle style);

} // namespace entente::window
