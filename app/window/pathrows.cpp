#include "window/pathrows.h"

namespace entente::window {

using domain::ThingRef;

QList<graph::Link> linksOf(const domain::Scenario &scenario, TieKind kind, const analysis::AsOf &asOf)
{
    QList<graph::Link> links;
    switch (kind) {
    case TieKind::Any:
        links = graph::linksByParties(scenario);
        break;
    case TieKind::Value:
        for (const analysis::Flow &flow : analysis::findFlows(scenario, asOf).attributed)
            links.append({flow.from, flow.to, flow.ref.agreement});
        break;
    case TieKind::Obligation:
        links = graph::linksByObligations(scenario);
        break;
    }
    return links + graph::linksByGroups(scenario);
}

namespace {

ResultRow rowOf(const domain::Scenario &scenario, const graph::PathStep &step)
{
    QStringList ties;
    ResultRow row;
    row.things = {ThingRef::of(step.from), ThingRef::of(step.to)};
    for (const domain::AgreementId &id : step.agreements) {
        ties.append(scenario.agreement(id)->title);
        row.things.append(ThingRef::of(id));
    }
    if (step.isPart) {
        const bool goesUp = scenario.isWithin(step.from, step.to);
        ties.append(QStringLiteral("%1 is part of %2")
                        .arg(scenario.nameOf(goesUp ? step.from : step.to),
                             scenario.nameOf(goesUp ? step.to : step.from)));
    }
    row.cells = {
        QStringLiteral("%1 – %2: %3")
            .arg(scenario.nameOf(step.from), scenario.nameOf(step.to), ties.join(QStringLiteral(", "))),
        {}};
    return row;
}

} // namespace

std::vector<ResultRow> pathRows(const domain::Scenario &scenario, const graph::Paths &paths)
{
    std::vector<ResultRow> rows;
    for (const graph::ConnectingPath &path : paths.paths) {
        ResultRow row;
        QStringList names{scenario.nameOf(path.first().from)};
        QStringList said;
        for (const graph::PathStep &step : path) {
            names.append(scenario.nameOf(step.to));
            row.children.push_back(rowOf(scenario, step));
            said.append(row.children.back().cells.first());
            for (const ThingRef &thing : row.children.back().things) {
                if (!row.things.contains(thing))
                    row.things.append(thing);
            }
        }
        row.cells = {names.join(QStringLiteral(" – ")), QString::number(path.size())};
        row.sortKeys = {{}, int(path.size())};
        row.words = said.join(QStringLiteral("; "));
        row.isStrong = true;
        rows.push_back(row);
    }
    return rows;
}

} // namespace entente::window
