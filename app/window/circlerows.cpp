#include "window/moneyrows.h"

namespace entente::window {

using domain::ThingRef;

namespace {

ResultRow rowOfFlow(const domain::Scenario &scenario, const analysis::Flow &flow, domain::NumberStyle style)
{
    const domain::Agreement *agreement = scenario.agreement(flow.ref.agreement);
    ResultRow row;
    row.cells = {
        QStringLiteral("%1: %2 → %3")
            .arg(agreement->title, scenario.nameOf(flow.from), scenario.nameOf(flow.to)),
        (QStringList(analysis::toReadable(flow.amount.instrument)) + analysis::marksIn(flow.reservations))
            .join(QStringLiteral(", ")),
        domain::toShortText(flow.amount, style)};
    row.words = row.cells.join(QStringLiteral(", "));
    if (!flow.amount.text.isEmpty())
        row.words += QStringLiteral(" (“%1”)").arg(flow.amount.text);
    row.thing = ThingRef::of(flow.ref.agreement);
    row.things = {row.thing, ThingRef::of(flow.from), ThingRef::of(flow.to)};
    row.children = rowsOfParts(scenario, flow, row, CircleSize, style);
    return row;
}

QString sizeOf(const analysis::CircleLeg &leg, domain::NumberStyle style)
{
    QStringList texts;
    for (const domain::Amount &size : leg.sizes())
        texts.append(domain::toShortText(size, style));
    return texts.isEmpty() ? QStringLiteral("undisclosed") : texts.join(QStringLiteral(" and "));
}

ResultRow rowOfLeg(const domain::Scenario &scenario, const analysis::CircleLeg &leg,
                   domain::NumberStyle style)
{
    ResultRow row;
    const auto flows = leg.flows.size();
    row.cells = {QStringLiteral("%1 → %2").arg(scenario.nameOf(leg.from), scenario.nameOf(leg.to)),
                 flows == 1 ? QString() : QStringLiteral("largest of %1 flows").arg(flows),
                 sizeOf(leg, style)};
    for (const analysis::Flow &flow : leg.flows) {
        row.children.push_back(rowOfFlow(scenario, flow, style));
        light(row, row.children.back().things);
    }
    return row;
}

QString smallestIn(const analysis::Circle &circle, domain::NumberStyle style)
{
    if (circle.smallestLeg && circle.smallestLegAtMost)
        return QStringLiteral("%1, with what is open %2")
            .arg(domain::toShortText(*circle.smallestLeg, style),
                 domain::toShortText(*circle.smallestLegAtMost, style));
    if (circle.smallestLeg)
        return domain::toShortText(*circle.smallestLeg, style);
    return circle.isMixed ? QStringLiteral("in different currencies") : QStringLiteral("unknown");
}

} // namespace

std::vector<ResultRow> circleRows(const domain::Scenario &scenario, const QList<analysis::Circle> &circles,
                                  domain::NumberStyle style)
{
    std::vector<ResultRow> rows;
    for (const analysis::Circle &circle : circles) {
        ResultRow row;
        row.cells = {analysis::inWords(circle, scenario), analysis::toWord(circle.verdict),
                     smallestIn(circle, style)};
        row.words = QStringLiteral("%1, %2, smallest leg %3")
                        .arg(row.cells[CircleDeal], row.cells[CircleSays], row.cells[CircleSize]);
        row.sortKeys = {{}, {}, circle.smallestLeg ? circle.smallestLeg->value->toDouble() : -1.0};
        row.things = circle.things();
        row.isStrong = true;
        for (const analysis::CircleLeg &leg : circle.legs)
            row.children.push_back(rowOfLeg(scenario, leg, style));
        for (const analysis::Dependency &dependency : circle.dependsOn) {
            ResultRow note;
            note.cells = {QStringLiteral("Depends on: ") + dependency.sentence, {}, {}};
            note.things = row.things;
            note.isMuted = true;
            row.children.push_back(note);
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace entente::window
