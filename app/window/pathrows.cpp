#include "window/pathrows.h"

namespace entente::window {

using domain::ThingRef;

QList<graph::Link> linksOf(const domain::Scenario &scenario, TieKind kind, const analysis::AsOf &asOf)
{
    QList<graph::Link> links;
    switch (kind) {
    case TieKind::Any:
        links = graph::linksByParties(scenario);
        links.removeIf([&](const graph::Link &link) {
            return analysis::holding(*scenario.agreement(link.agreement), asOf).truth == analysis::Truth::No;
        });
        break;
    case TieKind::Value:
        for (const analysis::Flow &flow : analysis::findFlows(scenario, asOf).attributed)
            links.append({flow.from, flow.to, flow.ref.agreement});
        break;
    case TieKind::Obligation:
        links = graph::linksByObligations(
            scenario, [&asOf](const domain::Clause &clause, const domain::Agreement &agreement) {
                return analysis::holding(clause, agreement, asOf).truth != analysis::Truth::No;
            });
        break;
    }
    return links + graph::linksByGroups(scenario);
}

namespace {

// What only may hold then is marked.
QString tieOf(const domain::Agreement &agreement, const analysis::AsOf &asOf)
{
    const bool depends = analysis::holding(agreement, asOf).truth == analysis::Truth::Depends;
    return depends ? QStringLiteral("%1 (depends)").arg(agreement.title) : agreement.title;
}

ResultRow rowOf(const domain::Scenario &scenario, const graph::PathStep &step, const analysis::AsOf &asOf)
{
    QStringList ties;
    ResultRow row;
    row.things = {ThingRef::of(step.from), ThingRef::of(step.to)};
    for (const domain::AgreementId &id : step.agreements) {
        ties.append(tieOf(*scenario.agreement(id), asOf));
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

std::vector<ResultRow> pathRows(const domain::Scenario &scenario, const graph::Paths &paths,
                                const analysis::AsOf &asOf)
{
    std::vector<ResultRow> rows;
    for (const graph::ConnectingPath &path : paths.paths) {
        ResultRow row;
        QStringList names{scenario.nameOf(path.first().from)};
        QStringList said;
        for (const graph::PathStep &step : path) {
            names.append(scenario.nameOf(step.to));
            row.children.push_back(rowOf(scenario, step, asOf));
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
